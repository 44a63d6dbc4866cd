package org.motionlayers.segmentation.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.raster.TiffFile;

/** Linking on real sequences whose identities are known, where they lie beside the project. */
class RealLinkingTest {

	private static final Path DATA = Path.of("../shared/data");

	@ParameterizedTest
	@CsvSource({ "nuclei_hela_h2b,0.99,'{17=5, 20=3, 21=3, 22=10, 23=10, 26=5}'", "phase_t98g,0.99,'{24=16, 25=17, 27=17, 29=16}'",
		"cars_parking_rgb,1,{}", "droplet_3dt,1,{}" })
	void findsTheTrueLinksAgain(final String name, final double share, final String divisions) {
		final Path file = DATA.resolve(name).resolve("labels.tif");
		assumeTrue(Files.exists(file), () -> file + " is not here");
		final TiffFile tiff = TiffFile.open(file);
		final int depth = tiff.layout().slices(), frames = tiff.layout().frames();
		final Shape shape = new Shape(tiff.width(), tiff.height(), depth, 1);
		final int[][] truth = new int[frames][shape.pixels()];
		for (int p = 0; p < tiff.planes(); p++) System.arraycopy(tiff.read(p), 0, truth[p / depth], p % depth * shape.planeSize(), shape.planeSize());
		final LinkingScore score = LinkingScore.of(shape, truth, 7);
		final String parents = new TreeMap<>(LinkingScore.link(shape, truth).parents()).toString();
		System.out.printf("Linking %s: %d of %d links found, %d wrong, parents %s%n", name, score.found(), score.links(), score.wrong(), parents);
		assertTrue(score.share() >= share, () -> name + ": " + score + " is a share of " + score.share() + " of the true links");
		// man_track.txt has one division more of phase_t98g: a daughter of a tenth of her sister, which looks like a fragment.
		assertEquals(divisions, parents);
		assertEquals(true, holds(shape, truth), "the true numbers are identities");
		assertEquals(truth.length > 0 && score.links() < frames, holds(shape, LinkingScore.shuffle(truth, 3)), "shuffled numbers");
	}

	private static boolean holds(final Shape shape, final int[][] labels) {
		final List<Regions> frames = Arrays.stream(labels).map(frame -> Regions.of(frame, shape)).toList();
		return Persistence.holds(frames, t -> labels[t], Progress.NONE);
	}
}
