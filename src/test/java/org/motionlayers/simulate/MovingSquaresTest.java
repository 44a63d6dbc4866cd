package org.motionlayers.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.InputException;

class MovingSquaresTest {

	private static final int SIDE = 128;

	private static SquaresSample sample(final SquaresOptions options, final long seed) {
		return new MovingSquares(options).sample(seed);
	}

	@Test
	void velocityIsLinearInTheColourThatIsSeen() {
		final SquaresSample sample = sample(SquaresOptions.PAPER, 5);
		final byte[] pixels = (byte[]) sample.movie().frame(0).data();
		final int[] labels = sample.labels().labels(0);
		for (int i = 0; i < sample.objects(); i++) {
			final int at = indexOf(labels, i + 1);
			for (int d = 0; d < 2; d++) {
				final double colour = (pixels[d * SIDE * SIDE + at] & 0xff) / 255.0;
				assertEquals(0.06 * (colour - 0.5), sample.velocity(i, d), 1e-15);
				assertEquals(0.06 * 128 * (colour - 0.5), sample.motion().displacement(1, i, d), 1e-12);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void everySquareIsWholeInEveryFrameAndOneColour(final long seed) {
		final SquaresSample sample = sample(SquaresOptions.PAPER, seed);
		for (int t = 0; t < 16; t++) {
			final int[] labels = sample.labels().labels(t);
			final byte[] pixels = (byte[]) sample.movie().frame(t).data();
			for (int p = 0; p < labels.length; p++)
				for (int c = 0; c < 3; c++) assertEquals(labels[p] == 0 ? 0 : (int) Math.rint(255 * sample.colour(labels[p] - 1, c)),
					pixels[c * SIDE * SIDE + p] & 0xff, "frame " + t + ", pixel " + p + ", channel " + c);
			for (int i = 0; i < 3; i++) assertEquals(14 * 14, count(labels, i + 1), "pixels of square " + (i + 1) + " in frame " + t);
		}
	}

	@Test
	void squaresAreDrawnWhereTheTruthSaysToTheNearestPixel() {
		final SquaresSample sample = sample(SquaresOptions.PAPER, 8);
		final int[] start = sample.labels().labels(0);
		for (int t = 1; t < 16; t++) {
			final int[] labels = sample.labels().labels(t);
			for (int i = 0; i < 3; i++) {
				final int from = indexOf(start, i + 1), to = indexOf(labels, i + 1);
				assertEquals(sample.motion().displacement(t, i, 0), to % SIDE - from % SIDE, 0.5 + 1e-9, "x of square " + i + ", frame " + t);
				assertEquals(sample.motion().displacement(t, i, 1), to / SIDE - from / SIDE, 0.5 + 1e-9, "y of square " + i + ", frame " + t);
			}
		}
	}

	@Test
	void whereOneMovesTheOthersStandStill() {
		final SquaresSample sample = sample(SquaresOptions.PAPER.withMode(SquaresOptions.Mode.DIFFERENTIATED), 3);
		assertTrue(sample.motion().displacement(15, 0, 0) != 0);
		for (int i = 1; i < 3; i++) for (int d = 0; d < 2; d++) assertEquals(0, sample.motion().displacement(15, i, d));
	}

	@Test
	void wholeStepsAreWholePixels() {
		final SquaresSample sample = sample(SquaresOptions.PAPER.withSteps(SquaresOptions.Steps.WHOLE_PIXELS).withObjects(4), 3);
		for (int i = 0; i < 4; i++) for (int d = 0; d < 2; d++) assertEquals(Math.rint(sample.pixelVelocity(i, d)), sample.pixelVelocity(i,
			d));
	}

	@Test
	void smallerSquaresHideLargerOnes() {
		final SquaresOptions crowded = SquaresOptions.PAPER.withSize(40, 40).withObjects(12).withEdges(8, 20).withCrossings(
			SquaresOptions.Crossings.ALLOWED);
		final SquaresSample sample = sample(crowded, 1);
		final int[] labels = sample.labels().labels(0);
		final int[] areas = new int[13];
		for (int label = 1; label <= 12; label++) areas[label] = count(labels, label);
		assertTrue(Arrays.stream(areas).anyMatch(a -> a > 0 && Math.sqrt(a) != Math.rint(Math.sqrt(a))), "some square is hidden in part: " +
			Arrays.toString(areas));
	}

	@Test
	void theTruthSeenFromALaterFrameIsShorter() {
		final SquaresSample sample = sample(SquaresOptions.PAPER, 1);
		assertEquals(12, sample.motion(3).frames());
		assertEquals(sample.motion().displacement(12, 1, 0), sample.motion(3).displacement(12, 1, 0), 1e-12);
	}

	@Test
	void predictingNoMotionCostsASixthOfTheSquaredGain() {
		double sum = 0;
		final int samples = 2000;
		for (int s = 0; s < samples; s++) {
			final SquaresSample sample = sample(SquaresOptions.PAPER.withObjects(1), s);
			sum += Math.pow(sample.velocity(0, 0), 2) + Math.pow(sample.velocity(0, 1), 2);
		}
		assertEquals(5.96e-4, sum / samples, 0.3e-4); // papers-notes A3.5: 0.06^2 / 6
	}

	@Test
	void theSameSeedGivesTheSameMovie() {
		assertArrayEquals((byte[]) sample(SquaresOptions.PAPER, 9).movie().frame(7).data(), (byte[]) sample(SquaresOptions.PAPER, 9).movie()
			.frame(7).data());
	}

	@Test
	void squaresThatCannotAvoidEachOtherAreRefusedInOneLine() {
		final InputException thrown = assertThrows(InputException.class, () -> sample(SquaresOptions.PAPER.withObjects(60), 1));
		assertTrue(thrown.getMessage().startsWith("60 squares of 14 to 14 pixels do not fit into 128 x 128"), thrown.getMessage());
		assertThrows(InputException.class, () -> SquaresOptions.PAPER.withEdges(20, 10));
		assertThrows(InputException.class, () -> SquaresOptions.PAPER.withFrames(0));
	}

	@Test
	void theCommittedTestDataIsWhatTheGeneratorWrites(@TempDir final Path folder) throws IOException {
		WriteTestData.main(folder.toString());
		for (final String file : new String[] { "image.tif", "labels.tif" }) assertArrayEquals(Files.readAllBytes(Path.of("test-data", "squares",
			file)), Files.readAllBytes(folder.resolve("squares").resolve(file)), file);
	}

	private static int indexOf(final int[] labels, final int label) {
		for (int p = 0; p < labels.length; p++) if (labels[p] == label) return p;
		throw new AssertionError("label " + label + " is not there");
	}

	private static int count(final int[] labels, final int label) {
		return (int) Arrays.stream(labels).filter(l -> l == label).count();
	}
}
