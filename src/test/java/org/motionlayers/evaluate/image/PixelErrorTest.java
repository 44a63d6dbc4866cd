package org.motionlayers.evaluate.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.Fixtures;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Pixel errors against the papers' notes and scikit-image. */
class PixelErrorTest {

	private static final Shape SIXTEEN = Shape.of(16, 16);

	@Test
	void workedExample() {
		final double[] a = Fixtures.imageA(), b = Fixtures.imageB();
		assertEquals(128, java.util.Arrays.stream(a).sum(), 1e-9);
		assertEquals(120.27, java.util.Arrays.stream(b).sum(), 5e-3);
		final PixelError error = PixelError.between(Fixtures.frame(SIXTEEN, a), Fixtures.frame(SIXTEEN, b));
		assertEquals(.002977186, error.mse(), 1e-9);
		assertEquals(25.261940, error.psnr(1), 1e-5);
	}

	@Test
	void equalFramesHaveInfinitePsnr() {
		final Frame a = Fixtures.frame(SIXTEEN, Fixtures.imageA());
		assertEquals(Double.POSITIVE_INFINITY, PixelError.between(a, a).psnr(1));
	}

	@Test
	void zerosAgainstOnesHaveZeroDecibels() {
		final Frame zeros = Frame.of(PixelType.FLOAT32, 64, 64, new float[4096]);
		final float[] ones = new float[4096];
		java.util.Arrays.fill(ones, 1);
		assertEquals(0.0, PixelError.between(zeros, Frame.of(PixelType.FLOAT32, 64, 64, ones)).psnr(1));
	}

	@Test
	void agreesWithScikitImage() {
		for (final JsonElement element : Fixtures.section("pictures").getAsJsonArray()) {
			final JsonObject p = element.getAsJsonObject();
			final PixelError error = PixelError.between(PictureFixture.frame(p, "a"), PictureFixture.frame(p, "b"));
			assertEquals(p.get("l1").getAsDouble(), error.l1(), 1e-9);
			assertEquals(p.get("mse").getAsDouble(), error.mse(), 1e-6);
			assertEquals(p.get("psnr").getAsDouble(), error.psnr(p.get("range").getAsDouble()), 1e-9);
		}
	}

	@Test
	void aSelectionComparesItsPixelsInAllChannels() {
		final Shape rgb = new Shape(2, 1, 1, 3);
		final Frame a = new Frame(PixelType.UINT8, rgb, new byte[] { 1, 2, 3, 4, 5, 6 });
		final Frame b = new Frame(PixelType.UINT8, rgb, new byte[] { 1, 3, 3, 6, 5, (byte) 200 });
		final PixelError second = PixelError.between(a, b, pixel -> pixel == 1);
		assertEquals((1 + 2 + 194) / 3.0, second.l1(), 1e-12);
		assertEquals(3, second.count());
		assertTrue(Double.isNaN(PixelError.between(a, b, pixel -> false).mse()));
	}

	@Test
	void refusesFramesOfDifferentShape() {
		final Frame a = Frame.of(PixelType.UINT8, 2, 3, new byte[6]), b = Frame.of(PixelType.UINT8, 3, 2, new byte[6]);
		final String message = assertThrows(InputException.class, () -> PixelError.between(a, b)).getMessage();
		assertTrue(message.contains("2 x 3") && message.contains("3 x 2"), message);
	}
}
