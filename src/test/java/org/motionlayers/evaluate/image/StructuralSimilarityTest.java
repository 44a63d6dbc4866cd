package org.motionlayers.evaluate.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

/** SSIM and MS-SSIM against the papers' notes, scikit-image, scipy and torch. */
class StructuralSimilarityTest {

	private static final Frame A = Fixtures.frame(Shape.of(16, 16), Fixtures.imageA());
	private static final Frame B = Fixtures.frame(Shape.of(16, 16), Fixtures.imageB());

	@Test
	void windowIsTheOneOfWang() {
		final double[] half = { .00102838, .007598758, .036000772, .10936069, .213005538, .266011725 };
		assertArrayEquals(half, java.util.Arrays.copyOf(GaussianWindow.weights(), 6), 1e-8);
	}

	@Test
	void workedExampleTakesTheMeanOfValidPixels() {
		assertEquals(.966615443, StructuralSimilarity.ssim(A, B, 1), 1e-7);
	}

	@Test
	void workedExampleMapMirrorsAtTheBorder() {
		final double[] map = StructuralSimilarity.map(A, B, 0, 1);
		assertEquals(.976807759, map[8 * 16 + 8], 1e-7);
		assertEquals(.958061594, map[0], 1e-7);
		assertEquals(.959561196, java.util.Arrays.stream(map).average().orElseThrow(), 1e-7);
	}

	@Test
	void zerosAgainstOnes() {
		final float[] ones = new float[4096];
		java.util.Arrays.fill(ones, 1);
		final Frame zeros = Frame.of(PixelType.FLOAT32, 64, 64, new float[4096]), one = Frame.of(PixelType.FLOAT32, 64, 64, ones);
		assertEquals(9.99900009999e-05, StructuralSimilarity.ssim(zeros, one, 1), 1e-15);
	}

	@Test
	void agreesWithScikitImageInGreyColourAnd3d() {
		for (final JsonElement element : Fixtures.section("pictures").getAsJsonArray()) {
			final JsonObject p = element.getAsJsonObject();
			final double ssim = StructuralSimilarity.ssim(PictureFixture.frame(p, "a"), PictureFixture.frame(p, "b"), p.get("range")
				.getAsDouble());
			assertEquals(p.get("ssim").getAsDouble(), ssim, 1e-9, p.get("size").toString());
		}
	}

	@Test
	void multiScaleAgreesWithScipyAndTorch() {
		for (final JsonElement element : Fixtures.section("multiScale").getAsJsonArray()) {
			final JsonObject p = element.getAsJsonObject();
			final Shape shape = Shape.of(p.get("side").getAsInt(), p.get("side").getAsInt());
			final Frame a = Fixtures.frame(shape, Fixtures.doubles(p.get("a"))), b = Fixtures.frame(shape, Fixtures.doubles(p.get("b")));
			assertEquals(p.get("scales").getAsInt(), StructuralSimilarity.scales(a));
			assertEquals(p.get("value").getAsDouble(), StructuralSimilarity.multiScale(a, b, 255), 1e-9);
		}
	}

	@Test
	void multiScaleOfEqualFramesIsOne() {
		assertEquals(1, StructuralSimilarity.multiScale(A, A, 1), 1e-12);
	}

	@Test
	void multiScaleHalvesStacksAlongZToo() {
		final float[] data = new float[24 * 24 * 24];
		for (int i = 0; i < data.length; i++) data[i] = (i * 7919L % 251) / 251f;
		final Frame stack = new Frame(PixelType.FLOAT32, new Shape(24, 24, 24, 1), data);
		assertEquals(2, StructuralSimilarity.scales(stack));
		assertEquals(1, StructuralSimilarity.multiScale(stack, stack, 1), 1e-12);
	}

	@Test
	void refusesFramesSmallerThanTheWindow() {
		final Frame small = Frame.of(PixelType.UINT8, 10, 20, new byte[200]);
		final String message = assertThrows(InputException.class, () -> StructuralSimilarity.ssim(small, small, 255)).getMessage();
		assertTrue(message.contains("11") && message.contains("10 x 20"), message);
	}
}
