package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

	@ParameterizedTest
	@CsvSource({ "0, 0", "-0.0, 0", "1, 1", "0.5, 0.5", "-12.25, -12.25", "0.1, 0.1", "1234567.8, 1234568", "9999999.9, 10000000",
		"0.00012345678, 0.0001234568", "1.5E-9, 0.0000000015", "6.02E23, 602000000000000000000000", "100, 100", "0.05, 0.05" })
	void writesSevenDigitsWithoutExponent(final double value, final String text) {
		assertEquals(text, Decimals.text(value));
	}

	@Test
	void whatIsNotKnownIsEmpty() {
		assertEquals("", Decimals.text(Double.NaN));
	}

	@Property
	void readsBackToSevenDigits(@ForAll @DoubleRange(min = -1e9, max = 1e9) final double value) {
		final String text = Decimals.text(value);
		assertEquals(value, Double.parseDouble(text), Math.abs(value) * 5.1e-7 + 1e-300);
		assertFalse(text.contains("E"), text);
	}
}
