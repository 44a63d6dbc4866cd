package org.motionlayers.network.natives;

/**
 * A jar in a Maven repository, and how it is known again.
 *
 * @param path within the repository, with slashes
 * @param bytes its length
 * @param sha256 of its content, 64 hexadecimal digits in lower case
 */
record RepositoryJar(String path, long bytes, String sha256) {

	/** @return the last part of the path */
	String fileName() {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
