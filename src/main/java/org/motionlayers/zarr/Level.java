package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** One resolution of an image being written: an array of Zarr 2 with axes t, c where there are channels, z where there are slices, y, x. */
final class Level {

	/** Pixels of a chunk along x and y: 2 MB of 16 bit, one plane. */
	static final int CHUNK = 1024;

	private final Path folder;
	private final Shape shape;
	private final ElementType type;
	private final BloscEncoder encoder;
	private final int chunkWidth;
	private final int chunkHeight;

	/**
	 * @param folder of the array, made here
	 * @param shape of a frame
	 * @param frames number of frames
	 * @param type of the elements as stored
	 */
	Level(final Path folder, final Shape shape, final int frames, final ElementType type) throws IOException {
		this.folder = folder;
		this.shape = shape;
		this.type = type;
		this.encoder = new BloscEncoder(type.bytes());
		this.chunkWidth = Math.min(CHUNK, shape.width());
		this.chunkHeight = Math.min(CHUNK, shape.height());
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(ZarrFolder.ARRAY), OmeMetadata.array(shape, frames, type, chunkWidth, chunkHeight));
	}

	/** Writes frame t; chunks that are all 0 are left out, which readers take for 0. */
	void write(final int t, final Frame frame) throws IOException {
		for (int c = 0; c < shape.channels(); c++) for (int z = 0; z < shape.depth(); z++) {
			final int first = c * shape.pixels() + z * shape.planeSize();
			for (int y = 0; y < shape.height(); y += chunkHeight) for (int x = 0; x < shape.width(); x += chunkWidth) {
				final byte[] chunk = chunk(frame, first, x, y);
				if (chunk == null) continue;
				final Path file = folder.resolve(name(t, c, z, y / chunkHeight, x / chunkWidth));
				Files.createDirectories(file.getParent());
				Files.write(file, encoder.encode(chunk));
			}
		}
	}

	private String name(final int t, final int c, final int z, final int row, final int column) {
		return t + "/" + (shape.channels() > 1 ? c + "/" : "") + (shape.depth() > 1 ? z + "/" : "") + row + "/" + column;
	}

	/** @return the elements of a chunk, padded with 0 to its full size, or null where all are 0 */
	private byte[] chunk(final Frame frame, final int first, final int x, final int y) {
		final ByteBuffer out = ByteBuffer.allocate(chunkWidth * chunkHeight * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
		final int width = Math.min(chunkWidth, shape.width() - x), height = Math.min(chunkHeight, shape.height() - y);
		for (int row = 0; row < height; row++) {
			final int from = first + (y + row) * shape.width() + x;
			out.position(row * chunkWidth * type.bytes());
			if (frame.data() instanceof byte[] bytes) out.put(bytes, from, width);
			else if (frame.data() instanceof short[] shorts) out.asShortBuffer().put(shorts, from, width);
			else if (type == ElementType.FLOAT32) out.asFloatBuffer().put((float[]) frame.data(), from, width);
			else for (int i = 0; i < width; i++) out.putInt((int) ((float[]) frame.data())[from + i]);
		}
		return isZero(out.array()) ? null : out.array();
	}

	private static boolean isZero(final byte[] bytes) {
		return bytes[0] == 0 && java.util.Arrays.mismatch(bytes, 0, bytes.length - 1, bytes, 1, bytes.length) < 0;
	}

	/** @return what pixels are stored as; labels of 32-bit floats, which are whole, as integers */
	static ElementType stored(final PixelType type, final boolean labels) {
		return switch (type) {
			case UINT8 -> ElementType.UINT8;
			case UINT16 -> ElementType.UINT16;
			case FLOAT32 -> labels ? ElementType.UINT32 : ElementType.FLOAT32;
		};
	}
}
