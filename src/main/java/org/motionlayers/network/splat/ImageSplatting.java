package org.motionlayers.network.splat;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Softmax splatting of ImgLib2 images of any real type. */
public final class ImageSplatting {

	private ImageSplatting() {}

	/**
	 * Splats an image.
	 *
	 * @param splatting the mode
	 * @param image x, y and, where there is one, channel
	 * @param flow x, y, and two displacements in pixels along x and y
	 * @param metric x, y; null where the mode needs none
	 * @return a new image of the same size, 0 where nothing lands
	 */
	public static Img<FloatType> splat(final Splatting splatting, final RandomAccessibleInterval<? extends RealType<?>> image,
		final RandomAccessibleInterval<? extends RealType<?>> flow, final RandomAccessibleInterval<? extends RealType<?>> metric)
	{
		final int n = flow.numDimensions();
		if (n != 3 || flow.dimension(2) != 2) throw new IllegalArgumentException(
			"A flow image has x, y and 2 displacements; this one has " + n + " dimensions" + (n > 2 ? " and " + flow.dimension(2) +
				" displacements." : "."));
		if (image.numDimensions() < 2 || image.numDimensions() > 3 || image.dimension(0) != flow.dimension(0) || image.dimension(1) != flow
			.dimension(1)) throw new IllegalArgumentException("Image and flow differ in size: " + size(image) + " and " + size(flow) + ".");
		final FlowField field = new FlowField((int) flow.dimension(0), (int) flow.dimension(1), values(Views.hyperSlice(flow, 2, flow.min(
			2))), values(Views.hyperSlice(flow, 2, flow.min(2) + 1)));
		final float[] out = splatting.splat(field, values(image), metric == null ? null : values(metric));
		return ArrayImgs.floats(out, image.dimensionsAsLongArray());
	}

	private static String size(final RandomAccessibleInterval<?> image) {
		return java.util.Arrays.toString(image.dimensionsAsLongArray());
	}

	private static float[] values(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final long size = net.imglib2.util.Intervals.numElements(image);
		if (size > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("An image of " + size(image) +
			" pixels has more values than one array can hold.");
		final float[] values = new float[(int) size];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < values.length; i++) values[i] = cursor.next().getRealFloat();
		return values;
	}
}
