package org.motionlayers.segmentation.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixture;

class PixelMaskTest {

	private static final Shape SHAPE = new Shape(7, 5, 3, 1);

	@Property(tries = 200)
	void bothWaysOfGivingPixelsGiveThosePixels(@ForAll @Size(max = 80) final Set<@IntRange(min = 0, max = 104) Integer> pixels) {
		final BitSet bits = new BitSet();
		final int[] labels = new int[SHAPE.pixels()];
		pixels.forEach(p -> {
			bits.set(p);
			labels[p] = 1;
		});
		final String expected = Fixture.text(labels, SHAPE);
		assertEquals(expected, Masks.text(PixelMask.where(SHAPE, bits::get), SHAPE));
		assertEquals(expected, Masks.text(PixelMask.of(SHAPE, pixels.stream().sorted().mapToInt(Integer::intValue).toArray()), SHAPE));
		assertEquals(pixels.size(), PixelMask.where(SHAPE, bits::get).area(SHAPE));
	}
}
