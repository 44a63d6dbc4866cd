package org.motionlayers.segmentation.qupath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixture;
import org.motionlayers.segmentation.Target;

class QuPathReaderTest {

	@TempDir
	private Path folder;

	private static Segmentation read(final Path file, final Target target) throws IOException {
		assertTrue(new QuPathReader().canRead(file, Fixture.head(file)), "canRead " + file);
		return new QuPathReader().read(file, target, Progress.NONE);
	}

	private Segmentation text(final String json, final Target target) throws IOException {
		return new QuPathReader().read(Files.writeString(folder.resolve("changed.geojson"), json), target, Progress.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "collection.geojson", "array.json", "collection.geojson.gz" })
	void holesPartsAndEllipsesInEveryWrapping(final String name) throws IOException {
		final Segmentation labels = read(Fixture.file("qupath/" + name), Fixture.target(1));
		Fixture.assertLabels("qupath/objects.txt", labels);
		assertTrue(labels.description().endsWith("QuPath GeoJSON, 3 outlines in 1 frame; 1 region around them (annotations, tiles, cores) left out"), labels
			.description());
		assertEquals("first", labels.object(1).name());
		assertEquals("Tumor", labels.object(1).category());
		assertEquals("Stroma: Positive", labels.object(2).category());
	}

	@Test
	void zippedToo() throws IOException {
		final Path zip = folder.resolve("objects.zip");
		try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
			out.putNextEntry(new ZipEntry("readme.txt"));
			out.write(65);
			out.putNextEntry(new ZipEntry("../../collection.geojson"));
			Files.copy(Fixture.file("qupath/collection.geojson"), out);
		}
		Fixture.assertLabels("qupath/objects.txt", read(zip, Fixture.target(1)));
	}

	@Test
	void annotationAloneIsAnObject() throws IOException {
		assertEquals(32 * 24, Fixture.indices(read(Fixture.file("qupath/single.geojson"), Fixture.target(1)).labels(0)).size());
	}

	@Test
	void planesHaveTheirTime() throws IOException {
		final Segmentation labels = read(Fixture.file("qupath/time.geojson"), Fixture.target(2));
		Fixture.assertLabels("qupath/time.txt", labels);
		assertFalse(labels.identified());
	}

	@Test
	void timeThatIsCalledZIsMended() throws IOException {
		final String json = Files.readString(Fixture.file("qupath/time.geojson")).replace("\"z\": 0, \"t\": 1", "\"z\": 1, \"t\": 0");
		final Segmentation labels = text(json, Fixture.target(2));
		Fixture.assertLabels("qupath/time.txt", labels);
		assertTrue(labels.description().contains("z was read as time"), labels.description());
	}

	@Test
	void zThatIsCalledTimeIsMended() throws IOException {
		final Segmentation labels = text(Files.readString(Fixture.file("qupath/time.geojson")), new Target(new Shape(32, 24, 2, 1), 1,
			Calibration.NONE));
		assertEquals(1, labels.labels(0)[32 * 24 + 4 * 32 + 4]);
		assertTrue(labels.description().contains("time was read as z"), labels.description());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,1],[4,4]]}}|feature 1 has the geometry 'LineString'",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[1,1],[4,4]]}}|without rings",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}|without rings",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[[[1,1]]]]]}}|nested more than 4 deep",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],4,[2,2]]]}}|different depth are mixed",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1],[4,1],[4,4]]]}}|coordinate NaN",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[4,1e308],[4,4]]]}}|coordinate 1.0E308",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,99],[4,99],[4,104]]]}}|outside the image",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[4,1],[4,4]]],\"plane\":{\"z\":0,\"t\":3}}}|frame 4; the image has 1",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[4,1],[4,4]]],\"plane\":{\"z\":2}}}|z 2, the image is",
		"{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"isEllipse\":true,\"coordinates\":[[[1,1],[1,1]]]}}|radius of 0.0",
		"{\"type\":\"FeatureCollection\",\"features\":[]}|hold no object", "{\"type\":\"FeatureCollection\",\"features\":7}|are not QuPath GeoJSON",
		"{\"type\":\"FeatureCollection\",\"features\":[{|damaged JSON" })
	void wrongFilesAreRefusedWithOneClearLine(final String json, final String reason) {
		final InputException e = assertThrows(InputException.class, () -> text(json, Fixture.target(1)));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
		assertTrue(e.getMessage().contains("changed.geojson"), e.getMessage());
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
	}
}
