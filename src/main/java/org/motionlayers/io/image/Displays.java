package org.motionlayers.io.image;

import java.util.ArrayList;
import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.LUT;

import org.motionlayers.scene.Display;

/** Display ranges, lookup tables and channel modes between ImageJ and us. */
final class Displays {

	private static final int COLOURS = 256;
	private static final int FLOAT_BITS = 32;

	private Displays() {}

	/** @return how an ImagePlus is shown that has so many channels */
	static Display of(final ImagePlus imp, final int count) {
		if (imp.getBitDepth() == 24) return Display.RGB;
		final List<Display.Channel> channels = new ArrayList<>();
		final LUT[] luts = imp.getLuts();
		if (luts.length == count && luts.length > 1) for (final LUT lut : luts) channels.add(channel(lut, lut.min, lut.max));
		else if (luts.length > 0) for (int c = 0; c < count; c++) channels.add(channel(luts[0], imp.getDisplayRangeMin(), imp
			.getDisplayRangeMax()));
		return new Display(mode(imp), isUnknown(imp, channels) ? List.of() : channels);
	}

	/** Images that the host converts say 0 to 1 whatever their values are: whole numbers shown so would all be white. */
	private static boolean isUnknown(final ImagePlus imp, final List<Display.Channel> channels) {
		return imp.getBitDepth() != FLOAT_BITS && channels.stream().allMatch(c -> c.minimum() == 0 && c.maximum() == 1);
	}

	private static Display.Mode mode(final ImagePlus imp) {
		if (!(imp instanceof CompositeImage composite)) return Display.Mode.GRAYSCALE;
		return switch (composite.getMode()) {
			case IJ.COMPOSITE -> Display.Mode.COMPOSITE;
			case IJ.GRAYSCALE -> Display.Mode.GRAYSCALE;
			default -> Display.Mode.COLOR;
		};
	}

	private static Display.Channel channel(final LUT lut, final double minimum, final double maximum) {
		final byte[][] rgb = new byte[3][COLOURS];
		lut.getReds(rgb[0]);
		lut.getGreens(rgb[1]);
		lut.getBlues(rgb[2]);
		final int[] colours = new int[COLOURS];
		boolean grey = true;
		for (int i = 0; i < COLOURS; i++) {
			colours[i] = (rgb[0][i] & 0xff) << 16 | (rgb[1][i] & 0xff) << 8 | rgb[2][i] & 0xff;
			grey &= colours[i] == i * 0x010101;
		}
		return new Display.Channel(minimum, maximum, grey ? new int[0] : colours);
	}
}
