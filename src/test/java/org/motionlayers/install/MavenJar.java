package org.motionlayers.install;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A jar in the local Maven repository.
 *
 * @param repository the repository's folder
 * @param group such as com.google.code.gson
 * @param artifact such as gson
 * @param version such as 2.10.1
 */
record MavenJar(Path repository, String group, String artifact, String version) {

	/** @return the jars of a class path as Maven writes it */
	static List<MavenJar> onClassPath(final String classPath) {
		return Arrays.stream(classPath.trim().split(File.pathSeparator)).map(jar -> of(Path.of(jar))).toList();
	}

	/** Takes a path apart: repository/com/google/code/gson/gson/2.10.1/gson-2.10.1.jar. The repository is told by what holds "org". */
	private static MavenJar of(final Path jar) {
		final Path version = jar.getParent(), artifact = version.getParent();
		Path repository = artifact.getParent();
		while (!repository.resolve("org/scijava/pom-scijava").toFile().isDirectory()) repository = repository.getParent();
		final String group = repository.relativize(artifact.getParent()).toString().replace(File.separatorChar, '.');
		return new MavenJar(repository, group, artifact.getFileName().toString(), version.getFileName().toString());
	}

	/** @return group and artifact, the name that does not change with the version */
	String name() {
		return group + ":" + artifact;
	}

	/** @return its description beside it */
	Path pom() {
		return repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".pom");
	}
}
