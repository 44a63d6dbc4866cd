package org.motionlayers.segmentation.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Shape;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IdentityLinkerTest {

	private static final Shape LINE = Shape.of(20, 1);

	private static int[] line(final String pixels) {
		return pixels.chars().map(c -> c == '.' ? 0 : c - '0').toArray();
	}

	private static int[][] linked(final String... frames) {
		final int[][] labels = new int[frames.length][];
		for (int t = 0; t < frames.length; t++) labels[t] = line(frames[t]);
		final Identities identities = LinkingScore.link(LINE, labels);
		return IntStream.range(0, frames.length).mapToObj(t -> identities.relabel(labels[t], t)).toArray(int[][]::new);
	}

	/** Squares of one side on a grid, each with its own slow velocity, in 2D or 3D. */
	private static int[][] movingObjects(final Shape shape, final int spacing, final int side, final int frames, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int columns = shape.width() / spacing, rows = shape.height() / spacing;
		final int planes = Math.max(1, shape.depth() / spacing), deep = shape.depth() > 1 ? side : 1;
		final int[][] truth = new int[frames][shape.pixels()];
		for (int object = 0; object < columns * rows * planes; object++) {
			final double vx = (random.nextDouble() - 0.5) * side / 2, vy = (random.nextDouble() - 0.5) * side / 2;
			for (int t = 0; t < frames; t++) {
				final int x0 = object % columns * spacing + (spacing - side) / 2 + (int) Math.round(vx * Math.sin(t)), y0 = object / columns % rows *
					spacing + (spacing - side) / 2 + (int) Math.round(vy * Math.cos(t)), z0 = object / columns / rows * spacing;
				for (int z = z0; z < z0 + deep; z++) for (int y = y0; y < y0 + side; y++) for (int x = x0; x < x0 + side; x++)
					truth[t][shape.index(x, y, z)] = 10 * object + 3;
			}
		}
		return truth;
	}

	@Property(tries = 25)
	void shufflingNumbersOfMovingObjectsIsUndone(@ForAll final long seed, @ForAll @IntRange(min = 2, max = 7) final int side) {
		final int[][] truth = movingObjects(Shape.of(96, 80), 16, side, 5, seed);
		final LinkingScore score = LinkingScore.of(Shape.of(96, 80), truth, seed);
		assertEquals(new LinkingScore(score.links(), score.links(), 0), score);
	}

	@Test
	void shufflingIsUndoneIn3D() {
		final Shape shape = new Shape(60, 60, 40, 1);
		final LinkingScore score = LinkingScore.of(shape, movingObjects(shape, 20, 8, 4, 1), 2);
		assertEquals(new LinkingScore(3 * 18, 3 * 18, 0), score);
	}

	@Test
	void tenThousandObjectsAreLinkedRight() {
		final Shape shape = Shape.of(1200, 1200);
		final LinkingScore score = LinkingScore.of(shape, movingObjects(shape, 12, 7, 2, 4), 9);
		assertEquals(new LinkingScore(10_000, 10_000, 0), score);
	}

	@Test
	void objectsKeepTheNumberOfTheirFirstFrame() {
		final int[][] found = linked("33.44.............55", "77..44............66");
		assertArrayEquals(line("33..44............55"), found[1]);
	}

	@Test
	void anObjectThatAppearsGetsANumberOfItsOwn() {
		final int[][] found = linked("11..........22......", "11...333....22......", "11...222....33......");
		assertArrayEquals(line("11...333....22......"), found[1]);
		assertArrayEquals(line("11...333....22......"), found[2]);
		final int[][] renumbered = linked("11..........22......", "11...222....33......");
		assertArrayEquals(line("11...444....22......"), renumbered[1]);
	}

	@Test
	void anObjectThatDisappearsEnds() {
		final int[][] found = linked("11...222.....3333...", "11...........2222...");
		assertArrayEquals(line("11...........3333..."), found[1]);
	}

	@Test
	void aGapOfOneFrameIsClosed() {
		final int[][] found = linked("11...222.....3333...", "11...........2222...", "11...333.....2222...");
		assertArrayEquals(line("11...222.....3333..."), found[2]);
	}

	@Test
	void aDivisionMakesTwoDaughtersWithAParent() {
		// A disc of 8 x 8 falls into an upper and a lower half, which move apart; another object stands by.
		final Shape shape = Shape.of(20, 20);
		final int[][] labels = new int[2][shape.pixels()];
		for (int y = 0; y < 8; y++) for (int x = 0; x < 8; x++) {
			labels[0][shape.index(x, y + 6, 0)] = 1;
			labels[1][shape.index(x, y < 4 ? y + 4 : y + 8, 0)] = y < 4 ? 3 : 1;
			for (int t = 0; t < 2; t++) labels[t][shape.index(x + 12, y, 0)] = 2;
		}
		final Identities identities = LinkingScore.link(shape, labels);
		assertEquals(2, identities.daughters());
		final int[] now = identities.relabel(labels[1], 1);
		assertEquals(Map.of(now[shape.index(3, 5, 0)], 1, now[shape.index(3, 14, 0)], 1), identities.parents());
		assertEquals(2, now[shape.index(15, 3, 0)]);
	}

	@Test
	void somethingSmallBesideIsNoDaughter() {
		final int[][] labels = { line("......111111........"), line("......1111112.......") };
		assertEquals(0, LinkingScore.link(LINE, labels).daughters());
	}

	@Test
	void numbersAtTheEndOfIntsAreNoProblem() {
		final int top = Integer.MAX_VALUE;
		final int[][] labels = { { top, top, 0, 0, 0, 0, 0, 0, 5, 5 }, { top, top, 0, 0, 0, 0, 0, 0, 5, 5 }, { 5, 5, 0, 0, top, 0, 0, 0, 1, 1 } };
		final Identities identities = LinkingScore.link(Shape.of(10, 1), labels);
		assertArrayEquals(new int[] { top, top, 0, 0, 6, 0, 0, 0, 5, 5 }, identities.relabel(labels[2], 2));
	}

	@Property(tries = 10)
	void sameInputSameIdentities(@ForAll final long seed) {
		final int[][] labels = LinkingScore.shuffle(movingObjects(Shape.of(64, 64), 16, 6, 3, seed), seed);
		final Identities one = LinkingScore.link(Shape.of(64, 64), labels), two = LinkingScore.link(Shape.of(64, 64), labels);
		for (int t = 0; t < 3; t++) assertArrayEquals(one.relabel(labels[t], t), two.relabel(labels[t], t));
	}
}
