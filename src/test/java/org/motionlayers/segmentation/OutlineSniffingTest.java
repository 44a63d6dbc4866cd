package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.gui.OvalRoi;
import ij.io.RoiEncoder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.Context;
import org.scijava.plugin.PluginService;

/** The service finds the one reader for every kind of outline file, as users meet it. */
class OutlineSniffingTest {

	private static Context context;

	@BeforeAll
	static void start() {
		context = new Context(SegmentationService.class, PluginService.class);
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	private static Movie movie(final int frames) {
		final Frame frame = Frame.of(PixelType.UINT8, 32, 24, new byte[32 * 24]);
		return Movie.of("movie", java.util.Collections.nCopies(frames, frame));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "trackmate/model.xml|4|TrackMate XML", "trackmate/tracks.xml|2|TrackMate track export",
		"coco/dataset.json|2|COCO or Segment Anything JSON", "coco/tracked.json|2|COCO or Segment Anything JSON",
		"coco/sam_list.json|1|COCO or Segment Anything JSON", "coco/sa_1b.json|1|COCO or Segment Anything JSON",
		"coco/sam_folder|1|Segment Anything folder", "qupath/collection.geojson|1|QuPath GeoJSON", "qupath/array.json|1|QuPath GeoJSON",
		"qupath/single.geojson|1|QuPath GeoJSON", "qupath/collection.geojson.gz|1|QuPath GeoJSON", "labkit/cells.labeling|1|Labkit labeling",
		"labkit/cells.tif|1|Labkit TIFF labeling", "labkit/cells.tif.labels|1|Labkit TIFF labeling",
		"cellpose/image_cp_outlines.txt|1|Cellpose outlines text" })
	void everyFileHasItsReader(final String name, final int frames, final String format) throws IOException {
		final Path file = Fixture.file(name);
		final byte[] head = Fixture.head(file);
		final List<String> formats = context.service(PluginService.class).createInstancesOfType(SegmentationReader.class).stream().filter(r -> r
			.canRead(file, head)).map(SegmentationReader::format).toList();
		assertEquals(format, formats.get(0), "readers that would try: " + formats);
		final Segmentation labels = context.service(SegmentationService.class).read(file, movie(frames), Progress.NONE);
		assertTrue(labels.description().contains(format), labels.description());
	}

	@Test
	void regionsHaveTheirReader(@TempDir final Path folder) throws IOException {
		final Path file = Files.write(folder.resolve("cell.roi"), RoiEncoder.saveAsByteArray(new OvalRoi(3, 4, 9, 8)));
		final Segmentation labels = context.service(SegmentationService.class).read(file, movie(1), Progress.NONE);
		assertTrue(labels.description().contains("ImageJ ROIs, 1 outline in 1 frame"), labels.description());
	}
}
