package org.motionlayers.segmentation.link;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.raster.TiffFile;

/** Linking on real sequences whose identities are known, where they lie beside the project. */
class RealLinkingTest {

	private static final Path DATA = Path.of("../shared/data");

	@ParameterizedTest
	@CsvSource({ "nuclei_hela_h2b,0.98", "phase_t98g,0.98", "cars_parking_rgb,1", "droplet_3dt,1" })
	void findsTheTrueLinksAgain(final String name, final double share) {
		final Path file = DATA.resolve(name).resolve("labels.tif");
		assumeTrue(Files.exists(file), () -> file + " is not here");
		final TiffFile tiff = TiffFile.open(file);
		final int depth = tiff.layout().slices(), frames = tiff.layout().frames();
		final Shape shape = new Shape(tiff.width(), tiff.height(), depth, 1);
		final int[][] truth = new int[frames][shape.pixels()];
		for (int p = 0; p < tiff.planes(); p++) System.arraycopy(tiff.read(p), 0, truth[p / depth], p % depth * shape.planeSize(), shape.planeSize());
		for (final int step : new int[] { 1, 2, 3 }) {
			final int[][] part = new int[(frames + step - 1) / step][];
			for (int t = 0; t < part.length; t++) part[t] = truth[t * step];
			final LinkingScore score = LinkingScore.of(shape, part, 7);
			System.out.printf("%s every %d: %s, share %.4f, identified %b / shuffled %b%n", name, step, score, score.share(), holds(shape, part), holds(shape, LinkingScore.shuffle(part, 3)));
		}
		final LinkingScore score = LinkingScore.of(shape, truth, 7);
		assertTrue(score.share() >= share, () -> name + ": " + score + " is a share of " + score.share() + " of the true links");
	}

	private static boolean holds(final Shape shape, final int[][] labels) {
		final List<Regions> frames = new ArrayList<>();
		for (final int[] frame : labels) frames.add(Regions.of(frame, shape));
		return Persistence.holds(frames, t -> labels[t], Progress.NONE);
	}
}
