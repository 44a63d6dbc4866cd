package org.motionlayers.network.weights;

import java.io.IOException;
import java.nio.file.Path;

import com.google.common.hash.Hashing;
import com.google.common.io.Files;

/** By what a file is known again: its SHA-256, 64 hexadecimal digits in lower case. */
public final class Sha256 {

	private Sha256() {}

	/**
	 * Reads a file to its end.
	 *
	 * @param file the file
	 * @return the digest
	 * @throws IOException where it cannot be read
	 */
	public static String of(final Path file) throws IOException {
		return Files.asByteSource(file.toFile()).hash(Hashing.sha256()).toString();
	}
}
