package org.motionlayers.segmentation;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.raster.LabelPlanes;

/** Frames of labels read from files when asked for, and kept as long as there is memory to spare. */
final class LabelFrames implements IntFunction<int[]> {

	private final IntFunction<int[]> reader;
	private final ConcurrentHashMap<Integer, SoftReference<int[]>> kept = new ConcurrentHashMap<>();

	/** @param reader reads frame t */
	LabelFrames(final IntFunction<int[]> reader) {
		this.reader = reader;
	}

	/** @return frames made of planes */
	static LabelFrames of(final LabelPlanes planes, final Arrangement arrangement, final Shape shape) {
		return new LabelFrames(t -> {
			if (arrangement.slices() == 1) return planes.read(arrangement.plane(0, t));
			final int[] labels = new int[shape.pixels()];
			for (int z = 0; z < arrangement.slices(); z++)
				System.arraycopy(planes.read(arrangement.plane(z, t)), 0, labels, z * shape.planeSize(), shape.planeSize());
			return labels;
		});
	}

	@Override
	public int[] apply(final int t) {
		final SoftReference<int[]> known = kept.get(t);
		final int[] labels = known == null ? null : known.get();
		if (labels != null) return labels;
		final int[] read = reader.apply(t);
		kept.put(t, new SoftReference<>(read));
		return read;
	}
}
