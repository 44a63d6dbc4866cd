package org.motionlayers.ui.roi;

import java.nio.ByteBuffer;

import ij.gui.Roi;
import ij.io.RoiDecoder;

import org.motionlayers.scene.InputException;

/**
 * A region as the bytes of a .roi file, checked before ImageJ's decoder sees it: the decoder believes every length and every coordinate.
 * Bytes are small where a decoded region and its mask are not, so that only they are kept.
 */
final class EncodedRoi {

	private static final int HEADER = 64;
	private static final int HEADER2 = 52;
	private static final int RECTANGLE = 1;
	private static final int OVAL = 2;
	private static final int LINE = 3;
	private static final int FREEHAND = 7;
	private static final int POINT = 10;
	/** Pixels; ImageJ's images are smaller. */
	private static final float FARTHEST = 1e5f;
	/** Pixels along an outline: ImageJ sorts all edges of a polygon in every row. */
	private static final double MAX_LENGTH = 4e6;
	/** Pixels along a spline, of which ImageJ makes a corner for every second one. */
	private static final double MAX_SPLINE = 2e5;

	/** Points of the segments of a path: move, line, quadratic, cubic, close. */
	private static final int[] SEGMENT_POINTS = { 1, 1, 2, 3, 0 };

	private final String source;
	private final String name;
	private final byte[] bytes;
	private final ByteBuffer data;

	/**
	 * @param source the file, for messages
	 * @param name of the file or zip entry, which names regions that have no name of their own
	 * @param bytes the file; taken over, not copied
	 * @throws InputException where it is no region, or damaged
	 */
	EncodedRoi(final String source, final String name, final byte[] bytes) {
		this.source = source;
		this.name = name;
		this.bytes = bytes;
		this.data = ByteBuffer.wrap(bytes);
		if (bytes.length < HEADER || !RoiFile.isRoi(bytes)) throw damaged("it is no ImageJ region", null);
		checkLengths();
		checkHeader2();
		checkNumbers();
	}

	private void checkLengths() {
		final int type = bytes[RoiDecoder.TYPE], composite = data.getInt(RoiDecoder.SHAPE_ROI_SIZE);
		final int subtype = data.getShort(RoiDecoder.SUBTYPE);
		if (subtype == RoiDecoder.TEXT || subtype == RoiDecoder.IMAGE) throw new InputException("Labels '" + source + "': the region '" + name +
			"' is a " + (subtype == RoiDecoder.TEXT ? "text" : "picture") + "; regions with an outline are needed.");
		if (composite > 0 && composite > (bytes.length - HEADER) / Float.BYTES) throw damaged("its outline breaks off", null);
		if (composite <= 0 && type != RECTANGLE && type != OVAL && type != LINE && (corners() < 0 || (long) corners() * (subPixel() ? 12 : 4) >
			bytes.length - HEADER)) throw damaged("its outline breaks off", null);
	}

	private int corners() {
		final int corners = data.getShort(RoiDecoder.N_COORDINATES) & 0xffff;
		return corners == 0 ? data.getInt(RoiDecoder.SIZE) : corners;
	}

	private boolean subPixel() {
		return (data.getShort(RoiDecoder.OPTIONS) & RoiDecoder.SUB_PIXEL_RESOLUTION) != 0;
	}

	private void checkHeader2() {
		final int header2 = data.getInt(RoiDecoder.HEADER2_OFFSET);
		if (header2 == 0) return;
		if (header2 < HEADER || header2 > bytes.length - HEADER2) throw damaged("its second header lies outside the file", null);
		checkText(data.getInt(header2 + RoiDecoder.NAME_OFFSET), data.getInt(header2 + RoiDecoder.NAME_LENGTH));
		checkText(data.getInt(header2 + RoiDecoder.ROI_PROPS_OFFSET), data.getInt(header2 + RoiDecoder.ROI_PROPS_LENGTH));
		// A group is a colour, for which the decoder looks for a lookup table and logs where there is none.
		bytes[header2 + RoiDecoder.GROUP] = 0;
		if (bytes[RoiDecoder.TYPE] != POINT && data.getInt(header2 + RoiDecoder.COUNTERS_OFFSET) != 0) throw damaged(
			"it counts points and is no set of points", null);
	}

	private void checkText(final int offset, final int length) {
		if (offset != 0 && length != 0 && (offset < 0 || length < 0 || offset + 2L * length > bytes.length)) throw damaged(
			"its name or properties lie outside the file", null);
	}

	/** All that the decoder reads as coordinates; what it does not read is not judged. */
	private void checkNumbers() {
		final int type = bytes[RoiDecoder.TYPE], composite = data.getInt(RoiDecoder.SHAPE_ROI_SIZE);
		final int subtype = data.getShort(RoiDecoder.SUBTYPE);
		if (composite > 0) {
			checkFloats(HEADER, composite);
			checkLength(compositeLength(composite), MAX_LENGTH);
		}
		else if (type == LINE || type == FREEHAND && (subtype == RoiDecoder.ELLIPSE || subtype == RoiDecoder.ROTATED_RECT)) {
			checkFloats(RoiDecoder.X1, 4);
			if (type != LINE) checkFloats(RoiDecoder.FLOAT_PARAM, 1);
		}
		else if (type == RECTANGLE || type == OVAL) {
			if (subPixel()) checkFloats(RoiDecoder.XD, 4);
		}
		else {
			if (subPixel()) checkFloats(HEADER + 4 * corners(), 2 * corners());
			final boolean spline = (data.getShort(RoiDecoder.OPTIONS) & RoiDecoder.SPLINE_FIT) != 0;
			if (type != POINT) checkLength(polygonLength(), spline ? MAX_SPLINE : MAX_LENGTH);
		}
	}

	private void checkFloats(final int offset, final int count) {
		for (int i = 0; i < count; i++) {
			final float value = data.getFloat(offset + Float.BYTES * i);
			if (!(Math.abs(value) <= FARTHEST)) throw damaged("it has the coordinate " + value, null);
		}
	}

	private void checkLength(final double length, final double limit) {
		if (length > limit) throw damaged("its outline is " + Math.round(length) + " pixels long", null);
	}

	private double polygonLength() {
		final int n = corners();
		double length = 0;
		for (int i = 1; i < n; i++) length += subPixel() ? step(i, 4 * n, 4) + step(i, 8 * n, 4) : step(i, 0, 2) + step(i, 2 * n, 2);
		return length;
	}

	private double step(final int i, final int offset, final int size) {
		final int at = HEADER + offset + i * size;
		return Math.abs(size == 4 ? data.getFloat(at) - (double) data.getFloat(at - size) : data.getShort(at) - (double) data.getShort(at -
			size));
	}

	/** A path as in java.awt.geom: the kind of each segment, then its points; curves are no longer than the lines between their points. */
	private double compositeLength(final int count) {
		double length = 0;
		float x = 0, y = 0;
		for (int i = 0; i < count;) {
			final int kind = (int) data.getFloat(HEADER + Float.BYTES * i++);
			if (kind < 0 || kind >= SEGMENT_POINTS.length) throw damaged("its outline has a segment of the unknown kind " + kind, null);
			for (int p = 0; p < SEGMENT_POINTS[kind] && i + 1 < count; p++, i += 2) {
				final float nextX = data.getFloat(HEADER + Float.BYTES * i), nextY = data.getFloat(HEADER + Float.BYTES * (i + 1));
				if (kind > 0) length += Math.abs(nextX - x) + Math.abs(nextY - y);
				x = nextX;
				y = nextY;
			}
		}
		return length;
	}

	/**
	 * Decodes the region.
	 *
	 * @return a new object at every call
	 * @throws InputException where ImageJ cannot decode it
	 */
	Roi decode() {
		try {
			final Roi roi = new RoiDecoder(bytes, name).getRoi();
			if (roi != null) return roi;
		}
		catch (final java.io.IOException | RuntimeException e) {
			throw damaged("ImageJ cannot decode it: " + e, e);
		}
		throw damaged("it has no coordinates", null);
	}

	private InputException damaged(final String reason, final Exception cause) {
		return new InputException("Labels '" + source + "': the region '" + name + "' is damaged: " + reason + ".",
			cause);
	}
}
