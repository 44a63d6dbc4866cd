package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.motionlayers.predict.CueParser;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Scene;
import org.motionlayers.ui.roi.ArrowReader;

/** Arrows that a command was given: as text, or as a table or ROIs in a file. */
final class ArrowInput {

	/** What an arrow spans. */
	enum Span {

		/** An arrow is the displacement from one frame to the next. */
		FRAME,

		/** An arrow is the displacement up to the last predicted frame. */
		PREDICTION;

		/** @return how many frames an arrow spans where so many are predicted */
		int frames(final int predicted) {
			return this == FRAME ? 1 : predicted;
		}
	}

	private ArrowInput() {}

	/**
	 * @param text label:dx,dy;..., a CSV file, a .roi file or ROI set of arrows, or empty for none
	 * @param scene the objects
	 * @param frames number of frames that an arrow spans
	 * @return the arrows, pixels per frame
	 */
	static Cues of(final String text, final Scene scene, final int frames) {
		final CueParser parser = new CueParser(scene);
		if (!PathToImage.isFile(text)) return perFrame(parser.parse(text), frames);
		final String name = text.toLowerCase(Locale.ROOT);
		try {
			if (name.endsWith(".roi") || name.endsWith(".zip")) return ArrowReader.read(Path.of(text), scene.labelImage(), scene.shape(), frames);
			return perFrame(parser.read(Path.of(text)), frames);
		}
		catch (final IOException exc) {
			throw new InputException("arrows=" + text + ": the file cannot be read (" + exc.getMessage() + ").", exc);
		}
	}

	private static Cues perFrame(final Cues cues, final int frames) {
		final SortedMap<Integer, double[]> velocities = new TreeMap<>();
		cues.velocities().forEach((label, arrow) -> velocities.put(label, Arrays.stream(arrow).map(v -> v / frames).toArray()));
		return new Cues(velocities);
	}

	/** @return the arrows as text that {@link #of} reads with a span of one frame */
	static String text(final Cues cues) {
		return cues.velocities().entrySet().stream().map(e -> e.getKey() + ":" + Arrays.stream(e.getValue()).mapToObj(Double::toString).collect(
			Collectors.joining(","))).collect(Collectors.joining(";"));
	}
}
