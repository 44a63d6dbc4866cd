package org.motionlayers.evaluate.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.evaluate.Fixtures;
import org.motionlayers.evaluate.distribution.FeatureExtractor.Features;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;
import org.scijava.Context;
import org.scijava.plugin.PluginService;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Real TorchScript files, written by scripts/make_script_fixtures.py, give what PyTorch gave there. */
class ScriptFeaturesTest {

	private static final Path FOLDER = Path.of("src", "test", "resources", "evaluate", "script");
	private static final double TOLERANCE = 1e-4;

	@TempDir
	Path folder;

	private static JsonObject fixture() throws IOException {
		try (Reader in = new InputStreamReader(Files.newInputStream(FOLDER.resolve("script.json")), StandardCharsets.UTF_8)) {
			return new Gson().fromJson(in, JsonObject.class);
		}
	}

	private static List<Frame> frames() throws IOException {
		final JsonObject f = fixture();
		final List<Frame> frames = new ArrayList<>();
		for (final JsonElement element : f.getAsJsonArray("frames")) {
			final int[] values = Fixtures.ints(element);
			final byte[] bytes = new byte[values.length];
			for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
			frames.add(new Frame(PixelType.UINT8, new Shape(f.get("width").getAsInt(), f.get("height").getAsInt(), 1, 3), bytes));
		}
		return frames;
	}

	private static Features open(final FeatureExtractor extractor, final Path file) throws IOException {
		return extractor.open(new FeatureExtractor.Options(Optional.of(file), 1, 255));
	}

	@Test
	void inceptionGivesFid() throws IOException {
		try (Features features = open(new InceptionExtractor(), FOLDER.resolve("inception.pt"))) {
			assertEquals("FID", features.distanceName());
			assertArrayEquals(Fixtures.doubles(fixture().get("inception")), features.of(frames().subList(0, 1)), TOLERANCE);
		}
	}

	@Test
	void i3dGivesFvdOfClipsScaledAndCut() throws IOException {
		try (Features features = open(new I3dExtractor(), FOLDER.resolve("i3d.pt"))) {
			assertEquals("FVD", features.distanceName());
			assertEquals(10, features.framesNeeded());
			assertArrayEquals(Fixtures.doubles(fixture().get("i3d")), features.of(frames()), TOLERANCE);
		}
	}

	@Test
	void squaredDistanceOfVggFeaturesIsLpips() throws IOException {
		try (Features features = open(new VggExtractor(), FOLDER.resolve("vgg.pt"))) {
			assertEquals("LPIPS", features.distanceName());
			assertEquals(Features.Use.PAIRS, features.use());
			final double[] a = features.of(frames().subList(0, 1)), b = features.of(frames().subList(1, 2));
			double sum = 0;
			for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
			assertEquals(fixture().get("lpips").getAsDouble(), sum, TOLERANCE);
		}
	}

	@Test
	void aFileWithoutSwitchesIsGivenThePictureAloneAndItsFirstOutputCounts() throws IOException {
		try (Features features = open(new InceptionExtractor(), FOLDER.resolve("plain.pt"))) {
			for (int again = 0; again < 2; again++) assertArrayEquals(Fixtures.doubles(fixture().get("plain")), features.of(frames().subList(0, 1)),
				TOLERANCE);
		}
	}

	@Test
	void whatIsNoTorchScriptIsToldInOneLine() throws IOException {
		final Path text = Files.writeString(folder.resolve("weights.pt"), "not a network");
		final String said = assertThrows(ModelException.class, () -> open(new I3dExtractor(), text)).getMessage();
		assertTrue(said.contains("weights.pt") && said.contains("torch.jit.save") && said.lines().count() == 1, said);
		final String missing = assertThrows(ModelException.class, () -> open(new I3dExtractor(), folder.resolve("none.pt"))).getMessage();
		assertTrue(missing.contains("none.pt: no such file"), missing);
	}

	@Test
	void anInputThatTheNetworkDoesNotTakeIsToldInOneLine() throws IOException {
		try (Features features = open(new I3dExtractor(), FOLDER.resolve("vgg.pt"))) {
			final String said = assertThrows(ModelException.class, () -> features.of(frames())).getMessage();
			assertTrue(said.contains("vgg.pt") && said.contains("(1, 3, 10, 224, 224)") && said.lines().count() == 1, said);
		}
	}

	@Test
	void aFileIsNeededOrNotWanted() {
		final FeatureExtractor.Options none = new FeatureExtractor.Options(Optional.empty(), 1, 255);
		final String needed = assertThrows(InputException.class, () -> new VggExtractor().open(none)).getMessage();
		assertTrue(needed.contains("extractor=vgg needs a TorchScript file"), needed);
		final String unwanted = assertThrows(InputException.class, () -> open(new RandomConvolutionExtractor(), FOLDER.resolve("vgg.pt")))
			.getMessage();
		assertTrue(unwanted.contains("takes no file"), unwanted);
	}

	@Test
	void extractorsAreFoundByName() {
		try (Context context = new Context(PluginService.class)) {
			final Extractors extractors = new Extractors(context.service(PluginService.class));
			assertEquals(List.of("random-convolution", "i3d", "inception", "vgg"), extractors.names());
			assertTrue(extractors.extractor("I3D") instanceof I3dExtractor);
			final String said = assertThrows(InputException.class, () -> extractors.extractor("clip")).getMessage();
			assertTrue(said.contains("extractor=clip: one of random-convolution, i3d"), said);
		}
	}
}
