package org.motionlayers.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.motionlayers.scene.Progress;

/** Digests of inputs, so that a record tells whether a file is still the one that was used. */
public final class Digests {

	private static final int BUFFER = 1 << 20;

	private Digests() {}

	/**
	 * SHA-256 of a file; of a folder, that of the names and contents of all files in it, sorted by name.
	 *
	 * @param path file or folder
	 * @param progress is told and asked every megabyte
	 * @return 64 hexadecimal digits
	 * @throws IOException where it cannot be read
	 */
	public static String sha256(final Path path, final Progress progress) throws IOException {
		final MessageDigest digest = newDigest();
		if (Files.isDirectory(path)) {
			for (final Path file : files(path)) {
				digest.update((path.relativize(file).toString().replace('\\', '/') + '\n').getBytes(StandardCharsets.UTF_8));
				update(digest, file, progress);
			}
		}
		else update(digest, path, progress);
		return HexFormat.of().formatHex(digest.digest());
	}

	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).sorted().toList();
		}
	}

	private static void update(final MessageDigest digest, final Path file, final Progress progress) throws IOException {
		final long size = Math.max(1, Files.size(file));
		final byte[] buffer = new byte[BUFFER];
		try (InputStream in = Files.newInputStream(file)) {
			long done = 0;
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				digest.update(buffer, 0, count);
				done += count;
				progress.update(Math.min(done, size), size, "reading " + file.getFileName());
			}
		}
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java has SHA-256.", exc);
		}
	}
}
