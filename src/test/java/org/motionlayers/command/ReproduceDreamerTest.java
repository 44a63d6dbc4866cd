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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.dreamer.decoder.DecoderClips;
import org.motionlayers.dreamer.decoder.DecoderOptions;
import org.motionlayers.dreamer.decoder.DecoderTrainee;
import org.motionlayers.dreamer.grid.GridOptions;
import org.motionlayers.dreamer.grid.GridTrainee;
import org.motionlayers.dreamer.objects.ObjectFormat;
import org.motionlayers.dreamer.objects.ObjectNetwork;
import org.motionlayers.dreamer.objects.ObjectTrainee;
import org.motionlayers.dreamer.objects.SimulatedClips;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.network.train.AdamW;
import org.motionlayers.network.train.LearningRate;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.network.train.TrainingMonitor;
import org.motionlayers.network.train.TrainingSettings;
import org.motionlayers.network.train.WeightAverage;
import org.scijava.Context;

/** The whole reproduction of Motion Dreamer through the command line, with hardly any scenes and models of one step. */
class ReproduceDreamerTest {

	@TempDir
	static Path temp;

	private static Path output;
	private static JsonObject report;
	private static String before;

	@BeforeAll
	static void reproduce() throws IOException {
		before = System.setProperty(ModelPlaces.PROPERTY, temp.resolve("models").toString());
		final GridOptions grid = GridOptions.DEFAULT;
		train("dreamer-objects-collisions", new ObjectTrainee(ObjectNetwork.config(new ObjectFormat(2, 8, 2, true), 16, 8, 2, 1),
			SimulatedClips.COLLISIONS.clips(8, 4, 1), ObjectTrainee.Options.DEFAULT.withBatch(2), 1));
		train("dreamer-grid", GridTrainee.ofCollisions(new GridOptions(grid.side(), grid.frames(), 8, new int[] { 8, 16 }, 2, grid.speed(), grid
			.content(), grid.cue(), grid.carried(), grid.splat(), grid.masking(), grid.marks()), 1));
		train("dreamer-decoder", new DecoderTrainee(DecoderOptions.STAGE_TWO.withTrunk(8, 8, 1, 2), new DecoderTrainee.Lessons(new DecoderClips(64,
			8), 1), 1));
		train("dreamer-onestage", new DecoderTrainee(DecoderOptions.ONE_STAGE.withTrunk(8, 8, 1, 2), new DecoderTrainee.Lessons(new DecoderClips(64,
			8), 1), 1));
		output = temp.resolve("report");
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		try (Context context = new Context(HeadlessServices.LIST)) {
			assertEquals(0, new CommandLine(context, new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8))
				.run("reproduce", "paper=dreamer-tiny", "output=" + output), err.toString(StandardCharsets.UTF_8));
		}
		report = JsonParser.parseString(Files.readString(output.resolve("report.json"))).getAsJsonObject();
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
		return at.get(path[path.length - 1]).getAsDouble();
	}

	@Test
	void hasTheFiguresAskedFor() {
		for (final String arm : new String[] { "objects", "two_stage", "two_stage_decoded", "one_stage",
			"constant_velocity", "no_reasoning", "objects_seen", "known_physics" }) for (final String name : new String[] { "fvmd", "fd",
			"position", "iou" })
			assertTrue(Double.isFinite(figure("table1", arm, name)), arm + " " + name);
		for (final String row : new String[] { "full", "sparse_flow", "p_0_5" }) for (final String name : new String[] { "fvmd", "position", "iou" })
			assertTrue(Double.isFinite(figure("table3", row, name)), row + " " + name);
		for (final String row : new String[] { "p_0_0", "p_0_3", "p_0_5", "p_0_7" }) assertTrue(figure("table3_objects", row, "position_ratio") > 0, row);
		assertEquals(3, report.getAsJsonObject("differences").getAsJsonArray("two_stage_decoded_less_one_stage_fvmd").size());
		assertTrue(figure("reasoning", "position_ratio_limit") > 0 && figure("reasoning", "position_ratio_seen") > 0);
		assertTrue(figure("reasoning", "position_ratio") > 0 && figure("reasoning", "position_ratio_grid") > 0);
		assertEquals(0, report.getAsJsonObject("missing").size(), report.toString());
		assertEquals(3, report.getAsJsonObject("differences").getAsJsonArray("two_stage_less_one_stage_position").size());
		assertEquals(List.of("dpmpp_2", "ddim_2", "ddpm_3"), List.copyOf(report.getAsJsonObject("samplers").keySet()));
	}

	@Test
	void figuresThatAreKnownAreThose() {
		assertEquals(0, figure("table1", "truth", "position"), "the truth is right");
		assertEquals(1, figure("table1", "constant_velocity", "position_ratio"), 1e-12);
		assertEquals(0, figure("arrows", "follow_error_px"), 1e-9, "arrows are followed to their end");
		assertEquals(0, figure("lossless", "different"));
		assertEquals(figure("table3", "full", "fvmd"), figure("table3", "p_0_5", "fvmd"));
	}

	@Test
	void everyPictureOfTheReportIsThere() throws IOException {
		final Matcher pictures = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(Files.readString(output.resolve("report.md")));
		int count = 0;
		for (; pictures.find(); count++) assertNotNull(ImageIO.read(output.resolve(pictures.group(1)).toFile()), pictures.group(1));
		assertTrue(count >= 3, count + " pictures");
	}

	@Test
	void halfTrainedNetworksAreRemovedAtTheEnd() {
		assertFalse(Files.exists(temp.resolve("report-unfinished")));
	}
}
