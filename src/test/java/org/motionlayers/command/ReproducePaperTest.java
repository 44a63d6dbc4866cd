package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

/** The whole reproduction of MeloMotion through the command line, with the paper's budget for the predictors and hardly any for networks. */
class ReproducePaperTest {

	@TempDir
	static Path temp;

	private static Path output;
	private static JsonObject report;

	private static int run(final ByteArrayOutputStream err, final String... args) {
		try (Context context = new Context(HeadlessServices.LIST)) {
			return new CommandLine(context, new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8)).run(
				args);
		}
	}

	private static String refusal(final String... args) {
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		assertEquals(1, run(err, args));
		final String line = err.toString(StandardCharsets.UTF_8);
		assertEquals(1, line.lines().count(), line);
		return line;
	}

	@BeforeAll
	static void reproduce() throws IOException {
		output = temp.resolve("report");
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		assertEquals(0, run(err, "reproduce", "paper=melomotion-tiny", "quick=true", "output=" + output), err.toString(StandardCharsets.UTF_8));
		report = JsonParser.parseString(Files.readString(output.resolve("report.json"))).getAsJsonObject();
	}

	private static double figure(final String table, final String name) {
		return report.getAsJsonObject(table).get(name).getAsDouble();
	}

	private static double[] figures(final String table, final String name) {
		final JsonArray values = report.getAsJsonObject(table).getAsJsonArray(name);
		return StreamSupport.stream(values.spliterator(), false).mapToDouble(v -> v.getAsDouble()).toArray();
	}

	@Test
	void hasTheFiguresAskedFor() {
		assertEquals(List.of("table1", "table2", "differentiation", "table3", "table4", "speed", "edges"), List.copyOf(report.keySet()));
		for (final String keys : new String[] { "table1: predictors projector camera decoder encoder total",
			"table2: pos l1 l1_latent_frozen l1_latent_phase2", "differentiation: moving_error stationary_max frame_change",
			"table3: shared_distinct decoupled_distinct", "table4: avgpool maxpool rgb",
			"speed: batches_per_second baseline_batches_per_second ratio", "edges: ours baseline" })
			assertEquals(keys, keys.split(":")[0] + ": " + String.join(" ", report.getAsJsonObject(keys.split(":")[0]).keySet()));
	}

	@Test
	void parametersAreThePapers() {
		final List<Integer> counts = report.getAsJsonObject("table1").entrySet().stream().map(e -> e.getValue().getAsInt()).toList();
		assertEquals(List.of(6438, 256, 742, 34587, 1088, 43111), counts);
	}

	@Test
	void predictorsConvergeAsAskedFor() {
		final double[] pos = figures("table2", "pos"), l1 = figures("table2", "l1");
		assertTrue(pos[1] <= 5e-5, "position loss of epoch 2: " + pos[1]);
		assertTrue(pos[5] <= 1e-7, "position loss of epoch 6: " + pos[5]);
		assertTrue(l1[5] <= 0.002, "L1 of the pixel path: " + l1[5]);
	}

	@Test
	void restingObjectsRest() {
		assertTrue(figure("differentiation", "stationary_max") <= 1e-4, report.toString());
		assertTrue(figure("differentiation", "moving_error") <= 1e-4, report.toString());
	}

	@Test
	void aSharedPredictorCannotTellWhichObjectMoves() {
		assertEquals(0, figure("table3", "shared_distinct"), 0.05);
		assertEquals(1, figure("table3", "decoupled_distinct"), 0.01);
	}

	@Test
	void averagingOverTheLatentDilutesColours() {
		final double average = figure("table4", "avgpool"), maximum = figure("table4", "maxpool"), colour = figure("table4", "rgb");
		assertTrue(average < 0.1 * maximum && maximum < colour, average + ", " + maximum + ", " + colour);
	}

	@Test
	void layersKeepEveryEdge() {
		assertEquals(1, figure("edges", "ours"));
		assertTrue(figure("edges", "baseline") != 1, "sharpness of the baseline: " + figure("edges", "baseline"));
	}

	@Test
	void everyPictureOfTheReportIsThere() throws IOException {
		final Matcher pictures = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(Files.readString(output.resolve("report.md")));
		int count = 0;
		for (; pictures.find(); count++) assertNotNull(ImageIO.read(output.resolve(pictures.group(1)).toFile()), pictures.group(1));
		assertEquals(3, count);
	}

	@Test
	void theRunIsRecorded() throws IOException {
		final JsonObject record = JsonParser.parseString(Files.readString(output.resolve("run.json"))).getAsJsonObject();
		assertEquals("reproduce", record.get("command").getAsString());
		assertTrue(record.getAsJsonObject("copyas").get("macro").getAsString().startsWith("run(\"Reproduce Paper...\", \"paper=melomotion-tiny"),
			record.toString());
	}

	@Test
	void anExistingReportIsKept() {
		final String line = refusal("reproduce", "paper=melomotion-tiny", "output=" + output);
		assertTrue(line.contains("overwrite=true"), line);
	}

	@Test
	void anUnknownPaperIsToldWithThoseThereAre() {
		final String line = refusal("reproduce", "paper=swin", "output=" + temp.resolve("none"));
		assertTrue(line.contains("paper=swin: one of dreamer, dreamer-tiny, lamd, lamd-tiny, melomotion, "), line);
		assertTrue(Files.notExists(temp.resolve("none")), "nothing is left behind");
	}

	@Test
	void aFolderIsNeeded() {
		final String line = refusal("reproduce");
		assertTrue(line.contains("output: a folder for the report is needed"), line);
	}
}
