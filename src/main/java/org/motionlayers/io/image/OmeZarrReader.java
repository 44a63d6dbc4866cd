package org.motionlayers.io.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelBlocks;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;
import org.motionlayers.zarr.ElementType;
import org.motionlayers.zarr.OmeImage;
import org.motionlayers.zarr.ZarrArray;
import org.motionlayers.zarr.ZarrFolder;

/**
 * OME-Zarr images, versions 0.4 and 0.5, at full resolution; of a frame the chunks are read when it is asked for. Signed and 32-bit
 * integers, and 64-bit numbers, become floats of 32 bit, as in ImageJ.
 */
final class OmeZarrReader implements ImageReader {

	@Override
	public boolean canRead(final Path path, final byte[] head) {
		return ZarrFolder.isZarr(path);
	}

	@Override
	public OpenedImage read(final Path path) throws IOException {
		final OmeImage image = OmeImage.open(path);
		final PixelType type = type(image);
		final String title = path.toAbsolutePath().normalize().getFileName().toString();
		final Movie movie = new Movie(Titles.withoutEnding(title), type, image.shape(), image.frames(), image.calibration(), image.display(),
			t -> frame(image, type, t));
		final boolean rounded = image.type().bytes() > 2 && image.type() != ElementType.FLOAT32;
		return new OpenedImage(movie, path, image.format(), rounded ? List.of(path + ": " + image.type().title() +
			" is read as 32-bit float, which rounds whole numbers beyond 16777216.") : List.of());
	}

	private static PixelType type(final OmeImage image) {
		return switch (image.type()) {
			case BOOL, UINT8 -> PixelType.UINT8;
			case UINT16 -> PixelType.UINT16;
			default -> PixelType.FLOAT32;
		};
	}

	/** The frame need not fit into memory. */
	@Override
	public PixelBlocks blocks(final Path path, final int t) throws IOException {
		final OmeImage image = OmeImage.open(path);
		if (t < 0 || t >= image.frames()) throw new InputException(path + ": frame " + t + " is not among its " + image.frames() + ".");
		final PixelType type = type(image);
		return new PixelBlocks(type, image.shape(), box -> {
			final Shape size = box.shape().withChannels(image.shape().channels());
			final Object data = type.newArray(size.values());
			image.read(t, box, rows(image.type(), data));
			return new Frame(type, size, data);
		});
	}

	private static Frame frame(final OmeImage image, final PixelType type, final int t) {
		final Shape shape = image.shape();
		final long bytes = type.bytes(shape);
		if (bytes > Runtime.getRuntime().maxMemory()) throw new InputException(image.path() + ": a frame of " + shape.space() + ", " + shape
			.channels() + " channels needs " + (bytes >> 20) + " MB, Java has " + (Runtime.getRuntime().maxMemory() >> 20) + "; start it with more (-Xmx).");
		final Object data = type.newArray(shape.values());
		image.read(t, rows(image.type(), data));
		return new Frame(type, shape, data);
	}

	private static ZarrArray.Rows rows(final ElementType from, final Object data) {
		if (data instanceof byte[] bytes) return (in, at, to, count) -> in.get(at, bytes, to, count);
		if (data instanceof short[] shorts) return (in, at, to, count) -> at(in, at).asShortBuffer().get(shorts, to, count);
		final float[] floats = (float[]) data;
		if (from == ElementType.FLOAT32) return (in, at, to, count) -> at(in, at).asFloatBuffer().get(floats, to, count);
		return (in, at, to, count) -> {
			for (int i = 0; i < count; i++) floats[to + i] = (float) from.real(in, at + i * from.bytes());
		};
	}

	/** @return the buffer at a byte, in its own byte order, which a duplicate would lose */
	private static ByteBuffer at(final ByteBuffer in, final int at) {
		return in.position(at);
	}
}
