package org.motionlayers.scene.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.motionlayers.scene.InputException;

/**
 * Reads edits out of a text, separated by semicolons or line ends: {@code move 12 by 5,-3; move 12 like 7; freeze 4; delete 7;
 * clone 12 by 30,40 as 99; front 3; back 3; depth 3 to 2.5}. Offsets are whole pixels, dx,dy or dx,dy,dz.
 */
public final class EditParser {

	private static final String FORM = "move 12 by 5,-3; move 12 like 7; freeze 4; delete 7; clone 12 by 30,40; clone 12 by 30,40 as 99; " +
		"front 3; back 3; depth 3 to 2.5";

	private final String edit;

	private EditParser(final String edit) {
		this.edit = edit;
	}

	/**
	 * Reads edits.
	 *
	 * @param text as the user gave it; blank for none
	 * @return the edits in their order
	 * @throws InputException where one is malformed; the message quotes it
	 */
	public static List<Edit> parse(final String text) {
		final List<Edit> edits = new ArrayList<>();
		for (final String edit : text.split("[;\\n\\r]")) if (!edit.isBlank()) edits.add(new EditParser(edit.strip()).edit());
		return List.copyOf(edits);
	}

	private Edit edit() {
		final String[] words = edit.toLowerCase(Locale.ROOT).replaceAll("\\s*,\\s*", ",").split("\\s+");
		final String shape = words[0] + (words.length > 2 ? " " + words[2] : "") + (words.length > 4 ? " " + words[4] : "");
		if (words.length % 2 != 0) throw malformed();
		final int label = label(words[1]);
		return switch (shape) {
			case "move by" -> new Edit.Move(label, offset(words[3]));
			case "move like" -> new Edit.Follow(label, label(words[3]));
			case "freeze" -> new Edit.Freeze(label);
			case "delete" -> new Edit.Delete(label);
			case "clone by" -> new Edit.Clone(label, offset(words[3]), OptionalInt.empty());
			case "clone by as" -> new Edit.Clone(label, offset(words[3]), OptionalInt.of(label(words[5])));
			case "front" -> new Edit.Front(label);
			case "back" -> new Edit.Back(label);
			case "depth to" -> new Edit.Depth(label, depth(words[3]));
			default -> throw malformed();
		};
	}

	private InputException malformed() {
		return new InputException("edits: '" + edit + "' is not one of these forms: " + FORM + ".");
	}

	private int label(final String word) {
		try {
			final int label = Integer.parseInt(word);
			if (label != 0) return label;
		}
		catch (final NumberFormatException exc) {
			// told below
		}
		throw new InputException("edits: '" + edit + "': '" + word + "' is not a label, a whole number other than 0.");
	}

	private Offset offset(final String word) {
		final String[] parts = word.split(",", -1);
		if (parts.length < 2 || parts.length > 3) throw new InputException("edits: '" + edit + "': '" + word +
			"' is not an offset dx,dy or dx,dy,dz in whole pixels.");
		return new Offset(pixels(parts[0]), pixels(parts[1]), parts.length == 3 ? pixels(parts[2]) : 0);
	}

	private int pixels(final String word) {
		try {
			final int pixels = Integer.parseInt(word);
			if (Math.abs((long) pixels) <= Offset.FARTHEST) return pixels;
		}
		catch (final NumberFormatException exc) {
			// told below
		}
		throw new InputException("edits: '" + edit + "': '" + word + "' is not a whole number of pixels from -" + Offset.FARTHEST + " to " +
			Offset.FARTHEST + "; values are moved, never resampled.");
	}

	private float depth(final String word) {
		try {
			final float depth = Float.parseFloat(word);
			if (Float.isFinite(depth)) return depth;
		}
		catch (final NumberFormatException exc) {
			// told below
		}
		throw new InputException("edits: '" + edit + "': '" + word + "' is not a depth, a finite number; smaller is nearer.");
	}
}
