package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.lamd.autoencoder.AutoencoderModel;
import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.autoencoder.AutoencoderTrainee;
import org.motionlayers.lamd.autoencoder.LossWeights;
import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.SceneClips;
import org.motionlayers.lamd.generator.GeneratorExample;
import org.motionlayers.lamd.generator.GeneratorOptions;
import org.motionlayers.lamd.generator.GeneratorTrainee;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.lamd.generator.Vocabulary;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.lamd.latent.MotionLatent;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.train.TrainingMonitor;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.swarm.MotionClass;
import org.scijava.Context;

/** The whole reproduction of LaMD through the command line, with hardly any clips and models of one step. */
class ReproduceLamdTest {

	@TempDir
	static Path temp;

	private static Path output;
	private static JsonObject report;
	private static String before;

	@BeforeAll
	static void reproduce() throws IOException {
		before = System.setProperty(ModelPlaces.PROPERTY, temp.resolve("models").toString());
		final AutoencoderOptions options = AutoencoderOptions.WARP;
		final ClipSource clips = SceneClips.SHAPES.training(options.frames(), options.side());
		train("lamd-autoencoder", new AutoencoderTrainee(options, new AutoencoderTrainee.Lessons(clips, 1, 4, 1, LossWeights.DEFAULT), 1));
		AutoencoderModel.finish(temp.resolve("models/lamd-autoencoder"), clips, 2, 1, Progress.NONE);
		generator("lamd-generator-stochastic", options, GeneratorOptions.Language.NONE, Prompt.NONE);
		generator("lamd-generator-class", options, GeneratorOptions.Language.ofClasses(MotionClass.titles()), Prompt.ofClass("drift"));
		final List<String> words = org.motionlayers.simulate.caption.Caption.vocabulary();
		generator("lamd-generator-text", options, GeneratorOptions.Language.ofText(new Vocabulary(words, 40), 1), Prompt.ofText("the red disc stays"));
		output = temp.resolve("report");
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		try (Context context = new Context(HeadlessServices.LIST)) {
			assertEquals(0, new CommandLine(context, new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8))
				.run("reproduce", "paper=lamd-tiny", "output=" + output), err.toString(StandardCharsets.UTF_8));
		}
		report = JsonParser.parseString(Files.readString(output.resolve("report.json"))).getAsJsonObject();
	}

	private static void generator(final String name, final AutoencoderOptions autoencoder, final GeneratorOptions.Language language, final Prompt prompt)
		throws IOException
	{
		final LatentShape shape = autoencoder.latentShape();
		final float[] zeros = new float[shape.size()];
		final GeneratorOptions options = new GeneratorOptions(shape, new LatentStatistics(new float[shape.d()], new float[] { 1, 1, 1 }), autoencoder
			.contentChannels(), new GeneratorOptions.Size(16, new int[] { 1, 2 }, 1, new int[] { 2 }, 16, 16, 0), GeneratorOptions.Content.BOTH, language,
			GeneratorOptions.Diffusion.VELOCITY);
		final GeneratorExample example = new GeneratorExample(new float[options.contentSize()], new MotionLatent(shape, zeros, zeros), prompt);
		train(name, new GeneratorTrainee(options, 2, (SplittableRandom random) -> example, 1));
	}

	private static <B> void train(final String name, final Trainee<B> trainee) throws IOException {
		try (trainee) {
			ModelTraining.run(trainee, new TrainingSettings(1, LearningRate.constant(1e-3), AdamW.DEFAULT, 1, new WeightAverage(0), 1, 10), temp.resolve(
				"models").resolve(name), TrainingMonitor.NONE);
		}
	}

	@AfterAll
	static void restore() {
		if (before == null) System.clearProperty(ModelPlaces.PROPERTY);
		else System.setProperty(ModelPlaces.PROPERTY, before);
	}

	private static double figure(final String... path) {
		JsonObject at = report;
		for (int k = 0; k < path.length - 1; k++) at = at.getAsJsonObject(path[k]);
		assertTrue(at.has(path[path.length - 1]), String.join(".", path) + " of " + at);
		return at.get(path[path.length - 1]).getAsDouble();
	}

	@Test
	void hasTheFiguresAskedFor() {
		for (final String name : new String[] { "psnr", "ssim", "fd", "still_psnr", "image_psnr" }) assertTrue(Double.isFinite(figure("reconstruction",
			name)));
		for (final String name : new String[] { "fd", "fvmd", "flicker", "dynamic", "background" }) assertTrue(Double.isFinite(figure("generation",
			name)));
		for (final String name : new String[] { "motion_error_px", "appearance_psnr", "z0_still_psnr" }) assertTrue(Double.isFinite(figure("transfer",
			name)));
		for (final String name : new String[] { "seconds_16", "seconds_32", "seconds_64", "seconds_128", "ratio_128_16", "decode_seconds_128" }) assertTrue(
			figure("sampling", name) > 0);
		for (final String size : new String[] { "d1", "time4" }) for (final String name : new String[] { "psnr", "ssim", "fd" }) assertTrue(Double.isFinite(
			figure("capacity", size, name)));
		assertTrue(figure("class", "accuracy") >= 0 && figure("text", "p_act") >= 0);
		assertEquals(0, report.getAsJsonObject("missing").size(), report.toString());
		assertEquals(List.of("ddim_2", "ddim_3", "ddpm_2", "ddpm_3", "dpmpp_2", "dpmpp_3"), List.copyOf(report.getAsJsonObject("samplers").keySet()));
	}

	@Test
	void figuresThatAreKnownAreThose() {
		assertEquals(1, figure("class", "true_accuracy"), "true clips are told by their tracks");
		assertEquals(1, figure("text", "true_p_act"));
		assertEquals(1, figure("text", "true_p_re"));
		assertEquals(4 * figure("capacity", "d1", "numbers") * 3, figure("capacity", "time4", "numbers"));
		assertEquals(figure("sampling", "seconds_128") / figure("sampling", "seconds_16"), figure("sampling", "ratio_128_16"), 1e-12);
		assertTrue(CaptionOptions.DEFAULT.frames() == AutoencoderOptions.WARP.frames());
	}

	@Test
	void everyPictureOfTheReportIsThere() throws IOException {
		final Matcher pictures = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(Files.readString(output.resolve("report.md")));
		int count = 0;
		for (; pictures.find(); count++) assertNotNull(ImageIO.read(output.resolve(pictures.group(1)).toFile()), pictures.group(1));
		assertEquals(5, count);
	}

	@Test
	void halfTrainedNetworksAreRemovedAtTheEnd() {
		assertFalse(Files.exists(temp.resolve("report-unfinished")));
	}
}
