package org.motionlayers.network.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.motionlayers.network.weights.Sha256;

/**
 * Fetches one jar. It is written under another name and gets its own when length and SHA-256 are right, so that half of one, or another
 * file, never counts as the jar.
 */
final class JarDownload {

	private static final int CONNECT_MILLIS = 20_000;
	private static final int READ_MILLIS = 60_000;
	private static final int POLL_MILLIS = 50;
	private static final int BUFFER = 1 << 16;

	private final String repository;
	private final RepositoryJar jar;
	private final Path folder;
	private final AtomicLong done = new AtomicLong();
	private volatile boolean stopped;

	/** What came is not the jar: its message says all. */
	private static final class WrongFileException extends IOException {

		private static final long serialVersionUID = 1L;

		WrongFileException(final String message) {
			super(message);
		}
	}

	/**
	 * @param repository address of a Maven repository: https, http or file
	 * @param jar what is fetched
	 * @param folder that it goes into; there already
	 */
	JarDownload(final String repository, final RepositoryJar jar, final Path folder) {
		this.repository = repository;
		this.jar = jar;
		this.folder = folder;
	}

	/**
	 * Fetches the jar where it is not there, whole and right. Reads on a thread of its own, so that a silent server does not keep the user
	 * from stopping it: that thread then ends, and cleans up, at its next byte or time-out.
	 *
	 * @throws IOException where that cannot be done; the message is one line
	 */
	void run(final DownloadMonitor monitor) throws IOException {
		final Path place = folder.resolve(jar.fileName());
		if (Files.isRegularFile(place) && Files.size(place) == jar.bytes() && Sha256.of(place).equals(jar.sha256())) return;
		final CompletableFuture<Void> work = new CompletableFuture<>();
		final Thread reader = new Thread(() -> {
			try {
				fetch(place);
				work.complete(null);
			}
			catch (final IOException | RuntimeException exc) {
				work.completeExceptionally(exc);
			}
		}, "Motion Layers download");
		reader.setDaemon(true);
		reader.start();
		try {
			await(work, monitor);
		}
		finally {
			stopped = true;
		}
	}

	private void fetch(final Path place) throws IOException {
		// not createTempFile: others who use the same Fiji are to read it too
		final Path part = folder.resolve(jar.fileName() + "-" + Long.toHexString(System.nanoTime()) + ".part");
		try {
			try (InputStream in = open(); OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
				copy(in, out);
			}
			requireRight(part);
			if (!stopped) Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private void await(final CompletableFuture<Void> work, final DownloadMonitor monitor) throws IOException {
		while (true) {
			monitor.update(Math.min(done.get(), jar.bytes()), jar.bytes(), "downloading " + jar.fileName());
			try {
				work.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				return;
			}
			catch (final TimeoutException exc) {
				// not yet
			}
			catch (final ExecutionException exc) {
				throw exc.getCause() instanceof WrongFileException wrong ? wrong : failed(exc.getCause());
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				throw failed(exc);
			}
		}
	}

	private InputStream open() throws IOException {
		final URLConnection connection = URI.create(repository.replaceAll("/+$", "") + "/" + jar.path()).toURL().openConnection();
		connection.setConnectTimeout(CONNECT_MILLIS);
		connection.setReadTimeout(READ_MILLIS);
		return connection.getInputStream();
	}

	private void copy(final InputStream in, final OutputStream out) throws IOException {
		final byte[] buffer = new byte[BUFFER];
		for (int count = in.read(buffer); count >= 0 && !stopped; count = in.read(buffer)) {
			out.write(buffer, 0, count);
			// a server that sends without end must not fill the disk
			if (done.addAndGet(count) > jar.bytes()) return;
		}
	}

	private IOException failed(final Throwable cause) {
		return new IOException((jar.fileName() + " cannot be downloaded from " + repository + " (" + cause.getClass().getSimpleName() + ": " +
			cause.getMessage() + "): connect to the network, name another Maven repository by -D" + PyTorchInstallation.REPOSITORY +
			"=ADDRESS, or copy the file into " + folder + ".").replaceAll("\\s*\\R\\s*", " "), cause);
	}

	private void requireRight(final Path part) throws IOException {
		final long bytes = Files.size(part);
		final String digest = Sha256.of(part);
		if (bytes != jar.bytes() || !digest.equals(jar.sha256())) throw new WrongFileException(jar.fileName() + " from " + repository +
			" is not the file that it should be (" + bytes + " bytes, SHA-256 " + digest + "; " + jar.bytes() + " bytes, SHA-256 " + jar
				.sha256() + " are right): the download was cut or altered, and was removed. Try again, or name another Maven repository by -D" +
			PyTorchInstallation.REPOSITORY + "=ADDRESS.");
	}
}
