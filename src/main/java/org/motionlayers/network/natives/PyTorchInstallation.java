package org.motionlayers.network.natives;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PyTorch's natives in a folder of our own, or what it takes to get them there. Asking costs nothing and changes nothing; only
 * {@link #install} downloads, and only after the user's consent:
 *
 * <pre>
 * PyTorchInstallation pytorch = NetworkEngine.installation();
 * if (!pytorch.isWhole() &amp;&amp; userAgreesTo(pytorch.offer())) pytorch.install(DownloadMonitor.NONE);
 * </pre>
 */
public final class PyTorchInstallation {

	/** Java property: the Maven repository that is downloaded from, an address of https, http or file. */
	public static final String REPOSITORY = "motionlayers.repository";

	/** Java property, true: the user agrees to downloads without being asked. */
	public static final String CONSENT = "motionlayers.download";

	/** Environment variable of the same meaning. */
	public static final String CONSENT_VARIABLE = "MOTIONLAYERS_DOWNLOAD";

	private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

	private static final long MEGABYTE = 1_000_000;

	private final String platform;
	private final Path folder;
	private final List<RepositoryJar> jars;

	/**
	 * @param platform as DJL names it: linux-x86_64, win-x86_64, osx-aarch64
	 * @param folder where natives live; it need not exist
	 */
	public PyTorchInstallation(final String platform, final Path folder) {
		this(platform, folder, PyTorchJars.of(platform));
	}

	PyTorchInstallation(final String platform, final Path folder, final List<RepositoryJar> jars) {
		this.platform = platform;
		this.folder = folder.toAbsolutePath().normalize();
		this.jars = jars;
	}

	/** @return whether the user agreed to downloads beforehand, by property or environment */
	public static boolean isConsentGiven() {
		return Boolean.getBoolean(CONSENT) || Boolean.parseBoolean(System.getenv(CONSENT_VARIABLE));
	}

	/** @return the folder that the jars go into */
	public Path folder() {
		return folder.resolve("jars");
	}

	/** @return whether there is a PyTorch for this platform */
	public boolean isAvailable() {
		return !jars.isEmpty();
	}

	/** @return whether all jars are in the folder, of the length they must have; their digests were checked when they came */
	public boolean isWhole() {
		return isAvailable() && jars.stream().allMatch(jar -> folder().resolve(jar.fileName()).toFile().length() == jar.bytes());
	}

	/** @return the download in bytes */
	public long bytes() {
		return jars.stream().mapToLong(RepositoryJar::bytes).sum();
	}

	/** @return what would be downloaded, from where, how large and into which folder, without a full stop at the end */
	public String offer() {
		return "PyTorch " + PyTorchJars.PYTORCH + " for " + platform + ", " + (bytes() + MEGABYTE - 1) / MEGABYTE + " MB from " + repository() +
			" into " + folder();
	}

	/** @return name and version, and where it is */
	public String description() {
		return "PyTorch " + PyTorchJars.PYTORCH + " for " + platform + " in " + folder();
	}

	private static String repository() {
		return System.getProperty(REPOSITORY, CENTRAL);
	}

	/**
	 * Downloads what is missing or damaged. To be called after the user agreed.
	 *
	 * @param monitor is told how far it is; what it throws stops the download
	 * @throws IOException where a jar cannot be had, or is not the right one; the message is one line
	 */
	public void install(final DownloadMonitor monitor) throws IOException {
		if (!isAvailable()) throw new IOException("There is no PyTorch " + PyTorchJars.PYTORCH + " for " + platform + ".");
		try {
			Files.createDirectories(folder());
		}
		catch (final IOException exc) {
			throw new IOException("The folder " + folder() + " for PyTorch cannot be made (" + exc + "); name another one.", exc);
		}
		for (final RepositoryJar jar : jars) new JarDownload(repository(), jar, folder()).run(monitor);
	}

	/**
	 * @param parent the loader of everything else
	 * @return a loader that finds the natives in the jars; kept open as long as the program runs
	 */
	public ClassLoader loader(final ClassLoader parent) {
		return new URLClassLoader("PyTorch natives", jars.stream().map(jar -> url(folder().resolve(jar.fileName()))).toArray(URL[]::new), parent);
	}

	private static URL url(final Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (final MalformedURLException exc) {
			throw new IllegalStateException("Every file has an address.", exc);
		}
	}
}
