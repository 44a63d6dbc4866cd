package org.motionlayers.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Truth;

class CellsTest {

	private static final int SEEDS = 20;
	/** Few cells in a wide dish: hardly any contacts. */
	private static final CellOptions FREE = CellOptions.DEFAULT.withSize(400, 400, 16, 4);

	@Test
	void truthAgreesWithItself() {
		for (int seed = 0; seed < 4; seed++) Truth.check(new Cells(CellOptions.DEFAULT.withSize(64, 64, 8, 6)).sample(seed));
	}

	@Test
	void cellsDoNotOverlapByHalfAPixelAndStay() {
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = new Cells(CellOptions.DEFAULT.withBehaviour(8, 0, 1)).sample(seed);
			for (int t = 0; t < sample.frames(); t++) for (int i = 0; i < sample.objects(); i++) {
				final double reach = sample.paths().bodies().get(i).outline().reach();
				for (int d = 0; d < 2; d++) assertTrue(sample.position(t, i, d) >= reach - .51 && sample.position(t, i, d) <= 127.51 - reach);
				for (int j = 0; j < i; j++) {
					final double overlap = reach + sample.paths().bodies().get(j).outline().reach() - Math.hypot(sample.position(t, i, 0) - sample
						.position(t, j, 0), sample.position(t, i, 1) - sample.position(t, j, 1));
					assertTrue(overlap < .5, "seed " + seed + ", frame " + t + ": overlap of " + overlap);
				}
			}
		}
	}

	/** Mean of v(0) v(lag) over mean of v(0)^2, over seeds, times and cells. */
	private static double correlation(final CellOptions options, final int lag, final boolean withOthers) {
		double product = 0, square = 0;
		for (int seed = 0; seed < SEEDS; seed++) {
			final double[][] v = new Cells(options).sample(seed).paths().velocities();
			for (int t = 0; t + lag < v.length; t++) for (int k = 0; k < v[t].length; k++) {
				product += v[t][k] * v[t + lag][withOthers ? (k + 2) % v[t].length : k];
				square += v[t][k] * v[t][k];
			}
		}
		return product / square;
	}

	@Test
	void freeCellsForgetTheirDirectionOverThePersistenceTime() {
		assertEquals(Math.exp(-4 / 8.0), correlation(FREE, 4, false), .12);
		assertEquals(Math.exp(-4 / 2.0), correlation(FREE.withBehaviour(2, 1, 0), 4, false), .12);
	}

	@Test
	void freeCellsHaveTheirSpeed() {
		double square = 0;
		int n = 0;
		for (int seed = 0; seed < SEEDS; seed++) for (final double[] v : new Cells(FREE).sample(seed).paths().velocities()) for (int k = 0; k < v.length; k += 2) {
			square += v[k] * v[k] + v[k + 1] * v[k + 1];
			n++;
		}
		assertEquals(1.2, Math.sqrt(square / n), .12);
	}

	@Test
	void streamingCellsMoveTogether() {
		final double alone = correlation(CellOptions.DEFAULT, 0, true), together = correlation(CellOptions.DEFAULT.withBehaviour(8, 0, 2), 0,
			true);
		assertTrue(together > alone + .2, "alone " + alone + ", together " + together);
	}

	@Test
	void inhibitedCellsTurnAwayFromContacts() {
		assertTrue(touching(1) < .8 * touching(0), "touching pairs: inhibited " + touching(1) + ", not " + touching(0));
	}

	private static double touching(final double inhibition) {
		double pairs = 0;
		for (int seed = 0; seed < SEEDS; seed++) {
			final BodySample sample = new Cells(CellOptions.DEFAULT.withBehaviour(8, inhibition, 0)).sample(seed);
			for (int t = 4; t < sample.frames(); t++) for (int i = 0; i < sample.objects(); i++) for (int j = 0; j < i; j++) if (Math.hypot(sample
				.position(t, i, 0) - sample.position(t, j, 0), sample.position(t, i, 1) - sample.position(t, j, 1)) < .2 + sample.paths().bodies()
					.get(i).outline().reach() + sample.paths().bodies().get(j).outline().reach()) pairs++;
		}
		return pairs;
	}

	@Test
	void sameSeedSameBytes() {
		final BodySample one = new Cells(CellOptions.DEFAULT).sample(3), two = new Cells(CellOptions.DEFAULT).sample(3);
		for (int t = 0; t < one.frames(); t++) assertArrayEquals((byte[]) one.movie().frame(t).data(), (byte[]) two.movie().frame(t).data());
		assertEquals(1, one.shape().channels());
	}

	@Test
	void badOptionsAreRefused() {
		assertThrows(InputException.class, () -> CellOptions.DEFAULT.withSize(16, 64, 8, 3));
		assertThrows(InputException.class, () -> CellOptions.DEFAULT.withBehaviour(0, 1, 0));
		assertThrows(InputException.class, () -> CellOptions.DEFAULT.withBehaviour(8, -1, 0));
	}
}
