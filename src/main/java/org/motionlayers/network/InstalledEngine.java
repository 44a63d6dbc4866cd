package org.motionlayers.network;

import java.nio.file.Files;

/** What of PyTorch is there to be found, said without loading it. */
public final class InstalledEngine {

	private static final String LIBRARY = "ai.djl.engine.Engine";

	/** In the jar of pytorch-native-cpu and its like. */
	private static final String NATIVES = "native/lib/pytorch.properties";

	/** A libtorch of the user's own. */
	private static final String OWN_LIBTORCH = "PYTORCH_LIBRARY_PATH";

	private InstalledEngine() {}

	/** @return whether the deep learning library DJL is on the class path */
	public static boolean hasLibrary() {
		try {
			Class.forName(LIBRARY, false, InstalledEngine.class.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException | LinkageError exc) {
			return false;
		}
	}

	/** @return where PyTorch itself would be loaded from, or an empty string where there is none */
	public static String natives() {
		final String own = System.getenv(OWN_LIBTORCH);
		if (own != null && !own.isEmpty()) return own;
		if (InstalledEngine.class.getClassLoader().getResource(NATIVES) != null) return "the class path";
		return Files.isDirectory(EngineSettings.cache().resolve("pytorch")) ? EngineSettings.cache().toString() : "";
	}
}
