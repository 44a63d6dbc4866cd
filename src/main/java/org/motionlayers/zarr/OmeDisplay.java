package org.motionlayers.zarr;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.scene.Display;

/** Ranges and colours of channels as OMERO's rendering settings in the metadata have them. */
final class OmeDisplay {

	private static final int COLOURS = 256;
	private static final int WHITE = 0xffffff;

	private OmeDisplay() {}

	/**
	 * @param omero the settings
	 * @param channels number of channels of the image
	 * @return how it is shown; the default where the settings are not those of every channel
	 */
	static Display of(final Meta omero, final int channels) {
		final List<Display.Channel> shown = new ArrayList<>();
		for (final Meta channel : omero.objects("channels")) {
			final Meta window = channel.object("window").orElse(channel);
			final double start = window.number("start", Double.NaN), end = window.number("end", Double.NaN);
			if (!(end > start)) return Display.DEFAULT;
			shown.add(new Display.Channel(start, end, ramp(channel.text("color", "FFFFFF"))));
		}
		if (shown.size() != channels) return Display.DEFAULT;
		return new Display(channels > 1 ? Display.Mode.COMPOSITE : Display.Mode.GRAYSCALE, shown);
	}

	/** @return black to a colour; empty for white, and for what is no colour */
	private static int[] ramp(final String text) {
		if (!text.matches("#?[0-9A-Fa-f]{6}")) return new int[0];
		final int colour = Integer.parseInt(text.replace("#", ""), 16);
		if (colour == WHITE) return new int[0];
		final int[] lut = new int[COLOURS];
		for (int i = 0; i < COLOURS; i++) lut[i] = part(colour >> 16, i) << 16 | part(colour >> 8, i) << 8 | part(colour, i);
		return lut;
	}

	private static int part(final int colour, final int i) {
		return Math.round((colour & 0xff) * i / (COLOURS - 1f));
	}
}
