package org.motionlayers.io;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.IJ;

import org.motionlayers.scene.Motion;
import org.scijava.plugin.SciJavaPlugin;
import org.scijava.util.VersionUtils;

/** What ran: our own version and those of the libraries that results may depend on. */
public final class Versions {

	private Versions() {}

	/** @return versions by name, ours first */
	public static Map<String, String> ofLibraries() {
		final Map<String, String> versions = new LinkedHashMap<>();
		versions.put("motion-layers", of(Motion.class));
		versions.put("ij", IJ.getVersion());
		versions.put("imglib2", of(net.imglib2.Interval.class));
		versions.put("scijava-common", of(SciJavaPlugin.class));
		return versions;
	}

	/** @return the Java and the machine that it ran on */
	public static Map<String, String> ofHost() {
		final Map<String, String> host = new LinkedHashMap<>();
		host.put("java", System.getProperty("java.version"));
		host.put("vm", System.getProperty("java.vm.name"));
		host.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		host.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
		return host;
	}

	/** @return what the manifest of a class's jar says; where there is none, as while developing, what its pom.xml says */
	private static String of(final Class<?> type) {
		final String manifest = type.getPackage().getImplementationVersion();
		if (manifest != null) return manifest;
		final String pom = VersionUtils.getVersion(type);
		return pom == null ? "unknown" : pom;
	}
}
