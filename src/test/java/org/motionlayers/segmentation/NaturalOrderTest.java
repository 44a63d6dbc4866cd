package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class NaturalOrderTest {

	@Test
	void numbersCountAsNumbers() {
		assertEquals("t1.tif t2.tif t02.tif T9 z1 t10.tif t10_1.tif t10_11.tif u1.tif", Stream.of("u1.tif", "t10_11.tif", "t02.tif", "t10_1.tif",
			"t10.tif", "T9 z1", "t2.tif", "t1.tif").map(Path::of).sorted(NaturalOrder.INSTANCE).map(Path::toString).collect(Collectors.joining(" ")));
	}

	@Property(tries = 200)
	void ordersEverythingOneWay(@ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 6) final String a,
		@ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 6) final String b,
		@ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 6) final String c)
	{
		final int ab = compare(a, b), bc = compare(b, c), ac = compare(a, c);
		assertEquals(ab, -compare(b, a), a + " " + b);
		assertEquals(a.equals(b), ab == 0, a + " " + b);
		if (ab == bc) assertEquals(ab, ac, a + " " + b + " " + c);
	}

	private static int compare(final String a, final String b) {
		return Integer.signum(NaturalOrder.INSTANCE.compare(Path.of(a), Path.of(b)));
	}

	@Test
	void findsTheLastNumber() {
		assertEquals(OptionalLong.of(17), NaturalOrder.lastNumber(Path.of("a3/mask2_017.tif")));
		assertEquals(OptionalLong.empty(), NaturalOrder.lastNumber(Path.of("mask.tif2")));
	}
}
