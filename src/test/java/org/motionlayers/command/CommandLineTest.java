package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

/** The command line: help out of the commands' own metadata, one line and status 1 for what goes wrong. */
class CommandLineTest {

	private static final String SQUARES = "test-data/squares/";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int run(final String... args) {
		try (Context context = new Context(HeadlessServices.LIST)) {
			return new CommandLine(context, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true,
				StandardCharsets.UTF_8)).run(args);
		}
	}

	private void refused(final String part, final String... args) {
		final int status = run(args);
		final String line = err.toString(StandardCharsets.UTF_8);
		assertEquals(1, status, line);
		assertTrue(line.contains(part), "'" + line + "' should say '" + part + "'");
		assertEquals(1, line.lines().count(), line);
	}

	@Test
	void helpListsEveryCommandWithItsDescription() {
		assertEquals(0, run("help"));
		try (Context context = new Context(HeadlessServices.LIST)) {
			for (final CommandInfo info : new Help(context).commands()) assertTrue(out.toString(StandardCharsets.UTF_8).contains(info.getName() +
				" "), info.getName());
		}
	}

	@Test
	void helpOfACommandTellsEveryParameter() {
		assertEquals(0, run("help", "predict"));
		final String text = out.toString(StandardCharsets.UTF_8);
		try (Context context = new Context(HeadlessServices.LIST)) {
			for (final String key : Help.keys(new Help(context).find("predict"))) assertTrue(text.contains("  " + key + " "), key + " in " + text);
			final ModuleItem<?> frames = Help.parameter(new Help(context).find("predict"), "frames");
			assertTrue(text.contains(frames.getDescription()), text);
		}
	}

	@Test
	void unknownCommandIsToldWithThoseThereAre() {
		refused("There is no command 'predikt'; there are ", "predikt");
	}

	@Test
	void unknownParameterIsToldWithThoseThereAre() {
		refused("'frame=3' is not a parameter of predict", "predict", "frame=3");
	}

	@Test
	void aWordWithoutEqualsIsRefused() {
		refused("it takes key=value", "predict", "image.tif");
	}

	@Test
	void aNumberMustBeANumber() {
		refused("frames=many: a whole number from 1 is needed.", "predict", "frames=many");
	}

	@Test
	void truthIsTrueOrFalse() {
		refused("overwrite=yes: true or false is needed.", "predict", "overwrite=yes");
	}

	@Test
	void aMissingImageIsNamed() {
		refused("image=nowhere.tif: no such file or folder", "predict", "image=nowhere.tif");
	}

	@Test
	void anImageIsNeeded() {
		refused("image", "predict", "frames=2");
	}

	@Test
	void predictWritesWhatTheDesignLists() throws Exception {
		final Path output = folder.resolve("squares");
		final int status = run("predict", "image=" + SQUARES + "image.tif", "labels=" + SQUARES + "labels.tif", "observed=4", "frames=3", "output=" +
			output);
		assertEquals(0, status, err.toString(StandardCharsets.UTF_8));
		for (final String name : new String[] { "video.tif", "labels.tif", "flow.tif", "tracks.csv", "tracks.xml", "preview.png", "run.json" })
			assertTrue(Files.size(output.resolve(name)) > 0, name);
	}

	@Test
	void scorecardTrustsAStraightLineWhereSquaresGoStraight() throws Exception {
		final Path output = folder.resolve("card");
		final int status = run("scorecard", "image=" + SQUARES + "image.tif", "labels=" + SQUARES + "labels.tif", "output=" + output);
		assertEquals(0, status, err.toString(StandardCharsets.UTF_8));
		final String page = Files.readString(output.resolve("scorecard.html"));
		assertTrue(page.contains("Take predictor="), page);
		assertTrue(Files.readString(output.resolve("errors.csv")).contains("velocity,8,all,"), "errors.csv");
	}

	@Test
	void scorecardNeedsAFolder() {
		refused("output: a folder for the scorecard is needed.", "scorecard", "image=" + SQUARES + "image.tif", "labels=auto");
	}

	@Test
	void progressTellsShareAndTimeLeft() {
		assertEquals("25 % training, 30 s left", TerminalProgress.line("training" + TimeLeft.text(1, 4, 10), 1, 4));
		assertEquals("100 % training", TerminalProgress.line("training" + TimeLeft.text(4, 4, 10), 4, 4));
		assertEquals(", 15 min left", TimeLeft.text(1, 4, 300));
		assertEquals("", TimeLeft.text(1, 4, 0.5));
	}
}
