package org.motionlayers.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class TableTest {

	@Test
	void numbersAreShortAndTextsQuotedWhereNeeded() {
		final Table table = new Table(List.of("a", "b, c"), List.of(List.of(1 / 3., "say \"x\""), List.of(Double.NaN, 4), List.of(
			Double.POSITIVE_INFINITY, 1e-30), List.of(12345678.0, -0.5)));
		assertEquals("a,\"b, c\"\n0.3333333,\"say \"\"x\"\"\"\n,4\nInfinity,1E-30\n12345680,-0.5\n", table.csv());
	}

	@Test
	void aRowMustFitTheColumns() {
		assertThrows(IllegalArgumentException.class, () -> new Table(List.of("a"), List.of(List.of(1, 2))));
	}
}
