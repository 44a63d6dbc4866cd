package org.motionlayers.network;

import java.nio.file.Path;
import java.util.Locale;

import org.motionlayers.network.natives.PyTorchInstallation;

/** What must be set before PyTorch is loaded, and what to say where it cannot be. Whatever the user has set already stays. */
final class EngineSettings {

	/** DJL's name of the engine. */
	static final String ENGINE = "PyTorch";

	/** DJL's property for the threads of one operation; read once, when the engine is loaded. */
	static final String THREADS = "ai.djl.pytorch.num_threads";

	/** DJL's property for the folder that natives are unpacked into. */
	static final String CACHE = "ENGINE_CACHE_DIR";

	/** Set by Fiji's launcher: its folder. */
	private static final String FIJI = "imagej.dir";

	/** DJL's property for a libtorch that is there already. */
	private static final String LIBRARY = "PYTORCH_LIBRARY_PATH";

	private static final String WORKS_WITHOUT = " Everything that needs no neural network of this kind works without it.";

	private EngineSettings() {}

	/** Sets DJL's properties: nothing is downloaded, nobody is told, natives have a folder of our own. */
	static void apply() {
		set("ai.djl.offline", "true");
		set("OPT_OUT_TRACKING", "true");
		set("DJL_DISABLE_PROGRESS_BAR", "true");
		set("ai.djl.default_engine", ENGINE);
		set(CACHE, cache().toString());
		set(THREADS, Integer.toString(Runtime.getRuntime().availableProcessors()));
		set("ai.djl.pytorch.num_interop_threads", "1");
	}

	private static void set(final String property, final String value) {
		if (System.getProperty(property) == null) System.setProperty(property, value);
	}

	/**
	 * @return the folder for natives: the one that DJL is told of, else one of Motion Layers alone, since a library can be loaded by one
	 *         class loader of a process only
	 */
	static Path cache() {
		final String told = System.getenv(CACHE) == null ? System.getProperty(CACHE) : System.getenv(CACHE);
		if (told != null && !told.isEmpty()) return Path.of(told);
		final String fiji = System.getProperty(FIJI);
		return fiji == null ? Path.of(System.getProperty("user.home"), ".motion-layers", "natives") : Path.of(fiji, "motion-layers",
			"natives");
	}

	/** @return the exception that says, in one line, why there is no engine and what helps */
	static EngineMissingException missing(final Throwable thrown) {
		final Throwable cause = rootCause(thrown);
		return new EngineMissingException(why(cause) + WORKS_WITHOUT, thrown);
	}

	/** @return the exception that says that natives were not installed yet, and what installs them */
	static EngineMissingException missing(final PyTorchInstallation installation) {
		if (!installation.isAvailable()) return new EngineMissingException("There is no PyTorch for " + platform() +
			" that could be installed; a libtorch of your own can be named by PYTORCH_LIBRARY_PATH." + WORKS_WITHOUT, (Throwable) null);
		return new EngineMissingException("PyTorch is not installed. Agree to download " + installation.offer() +
			": Plugins > Motion Layers > Install PyTorch..., on the command line motion-layers pytorch consent=true, or Java's option -D" +
			PyTorchInstallation.CONSENT + "=true." + WORKS_WITHOUT, installation);
	}

	/** @return whether the user has named a libtorch to use instead of ours */
	static boolean isLibraryNamed() {
		return System.getenv(LIBRARY) != null || System.getProperty(LIBRARY) != null;
	}

	private static String why(final Throwable cause) {
		final String said = cause.getClass().getSimpleName() + ": " + String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
		if (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError) return "The deep learning library DJL is not" +
			" installed (" + said + "): put the jars ai.djl:api and ai.djl.pytorch:pytorch-engine beside motion-layers.jar.";
		if (said.contains("already loaded in another classloader")) return "Another plugin has loaded this PyTorch already (" + said +
			"): restart, and use the two in separate sessions.";
		return "PyTorch for " + platform() + " cannot be loaded (" + said + "): the jars ai.djl.pytorch:pytorch-jni and" +
			" ai.djl.pytorch:pytorch-native-cpu for this platform are needed, or a libtorch named by " + LIBRARY +
			"; natives are unpacked into " + cache() + ".";
	}

	/** @return this machine, as DJL names it: linux-x86_64 */
	static String platform() {
		final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		final String os = system.startsWith("windows") ? "win" : system.startsWith("mac") ? "osx" : "linux";
		final String arch = System.getProperty("os.arch");
		return os + "-" + (arch.equals("amd64") ? "x86_64" : arch);
	}

	private static Throwable rootCause(final Throwable thrown) {
		return thrown.getCause() == null ? thrown : rootCause(thrown.getCause());
	}
}
