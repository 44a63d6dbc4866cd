package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.network.weights.ModelException;

/** Models are found where users put them and where they are shipped to. */
class ModelPlacesTest {

	@TempDir
	Path folder;

	@Test
	void besideTheJarsOfAFijiAndInTheSourceTree() {
		final Path fiji = folder.resolve("Fiji.app");
		assertEquals(List.of(fiji.resolve("models/motion-layers"), fiji.resolve("models")), ModelPlaces.around(fiji.resolve(
			"jars/motion-layers-1.0.jar")));
		assertEquals(List.of(folder.resolve("models/motion-layers"), folder.resolve("models")), ModelPlaces.around(folder.resolve(
			"target/classes")));
		assertTrue(ModelPlaces.folders().contains(Path.of("models").toAbsolutePath()), "this source tree: " + ModelPlaces.folders());
	}

	@Test
	void aFolderOfTheUserComesFirst() throws Exception {
		final Path first = Files.createDirectories(folder.resolve("a/net")), second = Files.createDirectories(folder.resolve("b/net"));
		Files.createDirectories(folder.resolve("b/other"));
		final List<Path> places = List.of(folder.resolve("a"), folder.resolve("nowhere"), folder.resolve("b"));
		assertEquals(first, ModelPlaces.find("net", places));
		assertEquals(second, ModelPlaces.find(second.toString(), places));
		assertEquals(folder.resolve("b/other"), ModelPlaces.find("other", places));
	}

	@Test
	void thePropertyIsLookedAtFirst() {
		final String before = System.getProperty(ModelPlaces.PROPERTY);
		System.setProperty(ModelPlaces.PROPERTY, folder.toString());
		try {
			assertEquals(folder.toAbsolutePath().normalize(), ModelPlaces.folders().get(0));
		}
		finally {
			if (before == null) System.clearProperty(ModelPlaces.PROPERTY);
			else System.setProperty(ModelPlaces.PROPERTY, before);
		}
	}

	@Test
	void whatIsNotThereIsSaidWithThePlacesLookedAt() {
		for (final String name : new String[] { "nothing", "a\0b" }) {
			final String said = assertThrows(ModelException.class, () -> ModelPlaces.find(name, List.of(folder.resolve("x"), folder.resolve("y"))))
				.getMessage();
			assertTrue(said.contains(folder.resolve("x") + ", " + folder.resolve("y")) && said.contains("config.json"), said);
		}
	}
}
