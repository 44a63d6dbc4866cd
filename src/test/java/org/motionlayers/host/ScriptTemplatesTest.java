package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The script editor of the host finds its templates on the class path: those of ours are the scripts that the tests run. */
class ScriptTemplatesTest {

	private static final String FOLDER = "script_templates/Motion_Layers";

	@Test
	void everyScriptForUsersIsATemplate() throws Exception {
		final URL url = getClass().getClassLoader().getResource(FOLDER);
		assertNotNull(url, FOLDER + " is not on the class path");
		final Set<String> templates = names(Path.of(url.toURI()));
		assertEquals(new TreeSet<>(Set.of("arrows.groovy", "batch.groovy", "generate.groovy", "generate.py", "make-tracker-benchmark.groovy", "predict.groovy", "predict.ijm",
			"predict.py", "train-on-my-movie.groovy")), templates);
		for (final String name : templates) try (InputStream template = getClass().getClassLoader().getResourceAsStream(FOLDER + "/" + name)) {
			assertArrayEquals(Files.readAllBytes(Path.of("scripts", name)), template.readAllBytes(), name);
		}
	}

	private static Set<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}
}
