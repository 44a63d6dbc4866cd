package org.motionlayers.segmentation.raster;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;

/**
 * A PNG file of labels (PNG specification, third edition): greyscale of 1 to 16 bits, or indexed, where the index is the label and 255 is
 * void (DAVIS, Pascal VOC). The file is open only while it is read.
 */
public final class PngFile implements LabelPlanes {

	/** The first 8 bytes of every PNG file. */
	public static final long SIGNATURE = 0x89504e470d0a1a0aL;
	private static final int HEADER = 0x49484452;
	private static final int HEADER_LENGTH = 13;
	private static final int GREY = 0;
	private static final int INDEXED = 3;
	private static final int VOID = 255;

	private final Path path;
	private final int width;
	private final int height;
	private final int bits;
	private final boolean indexed;
	private final boolean interlaced;

	private PngFile(final Path path) throws IOException {
		this.path = path;
		try (DataInputStream in = open(path, HEADER_LENGTH + 20)) {
			if (in.readLong() != SIGNATURE || in.readInt() != HEADER_LENGTH || in.readInt() != HEADER) throw new IOException("no PNG file");
			width = in.readInt();
			height = in.readInt();
			bits = in.readUnsignedByte();
			final int colour = in.readUnsignedByte();
			final int methods = in.readUnsignedByte() | in.readUnsignedByte();
			final int interlace = in.readUnsignedByte();
			indexed = colour == INDEXED;
			interlaced = interlace == 1;
			if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE - 8) throw new IOException("damaged PNG: a size of " + width +
				" x " + height);
			if (bits < 1 || bits > 16 || Integer.bitCount(bits) != 1 || methods != 0 || interlace > 1) throw new IOException(
				"damaged PNG: its header makes no sense");
			if (colour != GREY && colour != INDEXED) throw new IOException(COLOUR);
		}
	}

	private static DataInputStream open(final Path path, final int buffer) throws IOException {
		return new DataInputStream(new BufferedInputStream(Files.newInputStream(path), buffer));
	}

	/**
	 * Reads the size, no pixels.
	 *
	 * @param path the file
	 * @return its one plane
	 * @throws InputException where it is no PNG, damaged, or a colour image
	 */
	public static PngFile open(final Path path) {
		try {
			return new PngFile(path);
		}
		catch (final IOException e) {
			throw refused(path, e);
		}
	}

	private static InputException refused(final Path path, final IOException e) {
		return new InputException("Labels '" + path + "': " + (e.getMessage() == null ? "the file ends early" : e.getMessage()) + ".", e);
	}

	@Override
	public String title() {
		return indexed ? "indexed PNG (index = label, 255 = void)" : bits + "-bit PNG";
	}

	/** @return whether pixels are indices into a palette */
	public boolean indexed() {
		return indexed;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int planes() {
		return 1;
	}

	@Override
	public Layout layout() {
		return Layout.unknown(1);
	}

	@Override
	public Calibration calibration() {
		return Calibration.NONE;
	}

	@Override
	public int[] read(final int plane) {
		try (PngData data = new PngData(open(path, 1 << 16))) {
			final int[] labels = new PngPixels(data, width, height, bits).read(interlaced);
			if (indexed) for (int i = 0; i < labels.length; i++) if (labels[i] == VOID) labels[i] = 0;
			return labels;
		}
		catch (final IOException e) {
			throw refused(path, e);
		}
	}
}
