package org.motionlayers.composite;

import java.util.function.IntFunction;

import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.motionlayers.scene.Shape;

/** A video's stacks as lazy ImgLib2 images, one frame a cell over the video's own arrays, without a copy. */
final class LazyStack {

	private LazyStack() {}

	static Img<? extends RealType<?>> image(final LazyVideo video) {
		final Shape shape = video.scene().shape();
		final long[] size = { shape.width(), shape.height(), shape.depth(), shape.channels(), video.frames() + 1 };
		return switch (video.scene().type()) {
			case UINT8 -> stack(size, new UnsignedByteType(), t -> new ByteArray((byte[]) video.image(t).data()));
			case UINT16 -> stack(size, new UnsignedShortType(), t -> new ShortArray((short[]) video.image(t).data()));
			case FLOAT32 -> stack(size, new FloatType(), t -> new FloatArray((float[]) video.image(t).data()));
		};
	}

	static Img<IntType> labels(final LazyVideo video) {
		return stack(size(video), new IntType(), t -> new IntArray(video.labels(t)));
	}

	static Img<FloatType> depth(final LazyVideo video) {
		return stack(size(video), new FloatType(), t -> new FloatArray(video.depth(t)));
	}

	static Img<FloatType> flow(final LazyVideo video) {
		final Shape shape = video.scene().shape();
		final long[] size = { shape.width(), shape.height(), shape.depth(), shape.dimensions(), video.frames() + 1 };
		return stack(size, new FloatType(), t -> new FloatArray(video.flow(t)));
	}

	private static long[] size(final LazyVideo video) {
		final Shape shape = video.scene().shape();
		return new long[] { shape.width(), shape.height(), shape.depth(), video.frames() + 1 };
	}

	private static <T extends NativeType<T>, A extends DataAccess> Img<T> stack(final long[] size,
		final T type, final IntFunction<A> frames)
	{
		final int last = size.length - 1;
		final int[] cell = new int[size.length];
		for (int d = 0; d < last; d++) cell[d] = (int) size[d];
		cell[last] = 1;
		return new LazyCellImg<>(new CellGrid(size, cell), type, t -> {
			final long[] corner = new long[size.length];
			corner[last] = t;
			return new Cell<>(cell, corner, frames.apply((int) t));
		});
	}
}
