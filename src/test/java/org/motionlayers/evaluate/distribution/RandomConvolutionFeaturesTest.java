package org.motionlayers.evaluate.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.Fixtures;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;
import org.scijava.Context;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The random-convolution features and the convolution under them, against torch. */
class RandomConvolutionFeaturesTest {

	/** A square of 6 pixels that moves by so many pixels a frame, around the same place whatever its speed. */
	private static List<Frame> clip(final int step, final int place) {
		final List<Frame> frames = new ArrayList<>();
		for (int t = 0; t < 5; t++) {
			final byte[] data = new byte[24 * 40];
			for (int y = 8; y < 14; y++) for (int x = 0; x < 6; x++) data[y * 40 + 11 + place + step * (t - 2) + x] = (byte) 200;
			frames.add(Frame.of(PixelType.UINT8, 40, 24, data));
		}
		return frames;
	}

	@Test
	void convolutionAgreesWithTorch() {
		for (final JsonElement element : Fixtures.section("convolution").getAsJsonArray()) {
			final JsonObject c = element.getAsJsonObject();
			final Convolution3d.Tensor in = new Convolution3d.Tensor(Fixtures.doubles(c.get("x")), 2, c.get("frames").getAsInt(), c.get(
				"height").getAsInt(), c.get("width").getAsInt());
			final Convolution3d.Tensor out = new Convolution3d(2, 3, Fixtures.doubles(c.get("weights"))).apply(in);
			assertArrayEquals(Fixtures.doubles(c.get("y")), out.values(), 1e-12);
		}
	}

	@Test
	void sameSeedSameFeatures() {
		final FeatureExtractor.Options options = new FeatureExtractor.Options(java.util.Optional.empty(), 7, 255);
		try (FeatureExtractor.Features a = new RandomConvolutionExtractor().open(options); FeatureExtractor.Features b =
			new RandomConvolutionExtractor().open(options))
		{
			assertArrayEquals(a.of(clip(1, 0)), b.of(clip(1, 0)));
			assertEquals(64, a.of(clip(1, 0)).length);
			assertEquals(1, a.framesNeeded());
			assertFalse(a.distanceName().contains("FVD"), a.distanceName());
		}
	}

	@Test
	void tellSlowFromFastClips() {
		final FeatureExtractor.Features features = RandomConvolutionFeatures.seeded(1, 255);
		final List<List<Frame>> slow = new ArrayList<>(), slowToo = new ArrayList<>(), fast = new ArrayList<>();
		for (int k = 0; k < 12; k++) {
			slow.add(clip(1, k));
			slowToo.add(clip(1, k + 1));
			fast.add(clip(4, k));
		}
		final double same = FrechetDistance.of(features.ofAll(slow), features.ofAll(slowToo), 1).distance();
		final double different = FrechetDistance.of(features.ofAll(slow), features.ofAll(fast), 1).distance();
		assertTrue(different > 2 * same, "slow-slow " + same + ", slow-fast " + different);
	}

	@Test
	void colourCountsOtherChannelsAreAveraged() {
		final FeatureExtractor.Features features = RandomConvolutionFeatures.seeded(1, 255);
		final byte[] red = new byte[3 * 64], blue = new byte[3 * 64], two = new byte[2 * 64], grey = new byte[64];
		for (int i = 20; i < 40; i++) {
			red[i] = blue[128 + i] = 90;
			two[i] = 60;
			grey[i] = 30;
		}
		final double[] fromRed = features.of(List.of(new Frame(PixelType.UINT8, new Shape(8, 8, 1, 3), red)));
		final double[] fromBlue = features.of(List.of(new Frame(PixelType.UINT8, new Shape(8, 8, 1, 3), blue)));
		assertFalse(java.util.Arrays.equals(fromRed, fromBlue), "red and blue must differ");
		assertArrayEquals(features.of(List.of(Frame.of(PixelType.UINT8, 8, 8, grey))), features.of(List.of(new Frame(PixelType.UINT8,
			new Shape(8, 8, 1, 2), two))), 1e-12);
	}

	@Test
	void refusesWhatIsNoClip() {
		final FeatureExtractor.Features features = RandomConvolutionFeatures.seeded(1, 255);
		final Frame small = Frame.of(PixelType.UINT8, 4, 9, new byte[36]), large = Frame.of(PixelType.UINT8, 9, 9, new byte[81]);
		assertThrows(InputException.class, () -> features.of(List.of()));
		assertThrows(InputException.class, () -> features.of(List.of(small)));
		assertThrows(InputException.class, () -> features.of(List.of(large, small)));
	}

	@Test
	void isFoundAsAPlugin() {
		try (Context context = new Context(PluginService.class)) {
			final List<String> names = context.service(PluginService.class).getPluginsOfType(FeatureExtractor.class).stream().map(
				PluginInfo::getName).toList();
			assertTrue(names.contains("random-convolution"), names.toString());
		}
	}
}
