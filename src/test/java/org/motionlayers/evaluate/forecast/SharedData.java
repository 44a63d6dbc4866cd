package org.motionlayers.evaluate.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Assumptions;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.segmentation.SegmentationService;
import org.scijava.Context;

/** The four real movies with labels that lie beside the checkout; tests skip where they do not. */
final class SharedData {

	static final List<String> SETS = List.of("cars_parking_rgb", "droplet_3dt", "nuclei_hela_h2b", "phase_t98g");

	private static final Path FOLDER = Path.of("..", "shared", "data");

	/** One movie with its labels. */
	record Set(Movie movie, Segmentation labels) {}

	private static final Map<String, Set> READ = new ConcurrentHashMap<>();

	private SharedData() {}

	static Set read(final String name) {
		final Path folder = FOLDER.resolve(name);
		Assumptions.assumeTrue(Files.isDirectory(folder), "needs " + folder);
		return READ.computeIfAbsent(name, n -> open(folder));
	}

	private static Set open(final Path folder) {
		try (Context context = new Context(SegmentationService.class)) {
			final Movie movie = Images.open(folder.resolve("image.tif"));
			return new Set(movie, context.service(SegmentationService.class).read(folder.resolve("labels.tif"), movie, Progress.NONE));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
