package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.motionlayers.predict.CueParser;
import org.motionlayers.predict.Cues;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Scene;
import org.motionlayers.ui.roi.ArrowReader;

/** Arrows that a command was given: as text, or as a table or ROIs in a file. */
final class ArrowInput {

	private static final int PER_FRAME = 1;

	private ArrowInput() {}

	/**
	 * @param text label:dx,dy;..., a CSV file, a .roi file or ROI set of arrows, or empty for none
	 * @param scene the objects
	 * @return the arrows, pixels per frame
	 */
	static Cues of(final String text, final Scene scene) {
		final CueParser parser = new CueParser(scene);
		if (!PathToImage.isFile(text)) return parser.parse(text);
		final String name = text.toLowerCase(Locale.ROOT);
		try {
			if (name.endsWith(".roi") || name.endsWith(".zip")) return ArrowReader.read(Path.of(text), scene.labelImage(), scene.shape(),
				PER_FRAME);
			return parser.read(Path.of(text));
		}
		catch (final IOException exc) {
			throw new InputException("arrows=" + text + ": the file cannot be read (" + exc.getMessage() + ").", exc);
		}
	}
}
