package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.LabelBlocks;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.raster.LabelValues;
import org.motionlayers.zarr.ElementType;
import org.motionlayers.zarr.OmeImage;
import org.motionlayers.zarr.ZarrArray;
import org.motionlayers.zarr.ZarrFolder;
import org.scijava.plugin.Plugin;

/**
 * Labels in OME-Zarr, versions 0.4 and 0.5: the label image in the folder of an image, or a label image by itself. A frame is read when
 * it is asked for.
 */
@Plugin(type = SegmentationReader.class)
public final class OmeZarrLabelReader implements SegmentationReader {

	@Override
	public String format() {
		return "OME-Zarr labels";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		return ZarrFolder.isZarr(source);
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final OmeImage image = OmeImage.labels(source);
		final Shape shape = image.shape();
		requireLabels(image);
		final LabelFrames frames = new LabelFrames(t -> frame(image, t));
		final String description = source.getFileName() + ": " + image.format() + ", " + image.type().title() + " labels '" + image.path()
			.getFileName() + "', " + image.frames() + (image.frames() == 1 ? " frame of " : " frames of ") + shape.space();
		return new Segmentation(shape, image.frames(), frames, Map.of(), false, image.calibration(), description);
	}

	/**
	 * Opens labels that need not fit into memory.
	 *
	 * @param source as for {@link #read}
	 * @param t the frame, from 0
	 * @return blocks that are read when they are asked for
	 * @throws InputException where they are no labels, or there is no such frame
	 * @throws IOException where they cannot be read
	 */
	public static LabelBlocks blocks(final Path source, final int t) throws IOException {
		final OmeImage image = OmeImage.labels(source);
		requireLabels(image);
		if (t < 0 || t >= image.frames()) throw new InputException("Labels '" + image.path() + "': frame " + t + " is not among their " + image
			.frames() + ".");
		return new LabelBlocks(image.shape(), box -> {
			final LabelValues values = new LabelValues(image.path() + ", block from x = " + box.x() + ", y = " + box.y() + " on", t * image.shape()
				.depth() + box.z(), box.shape());
			image.read(t, box, rows(image.type(), values));
			return values.labels();
		});
	}

	private static void requireLabels(final OmeImage image) {
		if (image.shape().channels() > 1) throw new InputException("Labels '" + image.path() + "' have " + image.shape().channels() +
			" channels; a label image has one.");
	}

	/** Rows come in the order of the chunks, so a plane is complete only with the last of them. */
	private static int[] frame(final OmeImage image, final int t) {
		final LabelValues values = new LabelValues(image.path(), t * image.shape().depth(), image.shape());
		image.read(t, rows(image.type(), values));
		return values.labels();
	}

	private static ZarrArray.Rows rows(final ElementType type, final LabelValues values) {
		final int bytes = type.bytes();
		if (type.isReal()) return (in, at, to, count) -> {
			for (int i = 0; i < count; i++) values.set(to + i, type.real(in, at + i * bytes));
		};
		return (in, at, to, count) -> {
			for (int i = 0; i < count; i++) values.set(to + i, type.integer(in, at + i * bytes));
		};
	}
}
