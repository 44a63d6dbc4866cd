package org.motionlayers.segmentation.labkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.SegmentationReader;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.document.JsonLook;
import org.motionlayers.segmentation.outline.LabelPainter;
import org.motionlayers.segmentation.outline.PixelMask;
import org.scijava.plugin.Plugin;

/**
 * Labkit's .labeling files. Every name is one object, the same in every frame; pixels marked "background" are background. A labeling of
 * three axes is x, y, z where the image has planes, else x, y, time.
 */
@Plugin(type = SegmentationReader.class)
public final class LabkitReader implements SegmentationReader {

	/** The name that Labkit gives to what is no object. */
	static final String BACKGROUND = "background";

	@Override
	public String format() {
		return "Labkit labeling";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		final JsonLook look = JsonLook.at(source, head);
		return !look.list() && look.has("interval") && (look.has("labels") || look.has("pixelSizes"));
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final Labeling labeling = Labeling.read(source, format(), progress);
		final Axes axes = Axes.of(source, labeling, target);
		final LabelPainter painter = new LabelPainter(source, format(), target.shape(), target.frames(),
			LabelPainter.Order.SMALLER_ON_TOP);
		final List<String> names = new ArrayList<>();
		for (final Map.Entry<String, Labeling.Positions> entry : labeling.labels().entrySet()) {
			if (entry.getKey().equalsIgnoreCase(BACKGROUND) || entry.getValue().count() == 0) continue;
			names.add(entry.getKey());
			final int label = names.size();
			painter.describe(new SegmentedObject(label, entry.getKey(), Double.NaN, "", List.of()));
			final String name = "label '" + entry.getKey() + "'";
			axes.pixels(name, entry.getValue()).forEach((t, pixels) -> painter.add(t, label, name, () -> PixelMask.of(target.shape(), pixels)));
		}
		remark(painter, labeling);
		return painter.segmentation(axes.frames, true, labeling.calibration(), progress);
	}

	private static void remark(final LabelPainter painter, final Labeling labeling) {
		if (labeling.labels().keySet().stream().anyMatch(BACKGROUND::equalsIgnoreCase)) painter.note("'background' is background");
		painter.note("the marked pixels are taken as the whole objects");
	}

	/**
	 * How the axes of a labeling are those of the image.
	 *
	 * @param source the file's name, for messages
	 * @param labeling the labeling
	 * @param shape of a frame
	 * @param z its axis along z, or -1
	 * @param t its axis of time, or -1
	 * @param frames number of frames
	 */
	private record Axes(String source, Labeling labeling, Shape shape, int z, int t, int frames) {

		static Axes of(final Path source, final Labeling labeling, final Target target) {
			final int[] min = labeling.min(), max = labeling.max();
			final int n = min.length;
			final int depth = target.shape().depth();
			final int z = depth > 1 && n > 2 ? 2 : -1, t = n == 4 || n == 3 && z < 0 ? n - 1 : -1;
			final long[] size = new long[n];
			for (int d = 0; d < n && d < max.length; d++) size[d] = max[d] - (long) min[d] + 1;
			final boolean fits = n >= 2 && n <= 4 && max.length == n && size[0] == target.shape().width() && size[1] == target.shape().height() &&
				(depth == 1 ? n < 4 || size[2] == 1 : z > 0 && size[z] == depth) && (t < 0 || size[t] >= 1 && size[t] <= target.frames());
			if (!fits) throw new InputException("Labels '" + source + "' are a labeling of " + (n == 0 ? "no interval" : String.join(" x ", Arrays
				.stream(size).mapToObj(Long::toString).toList())) + "; the image is " + target.shape().space() + " with " + target.frames() +
				(target.frames() == 1 ? " frame." : " frames."));
			return new Axes(source.toString(), labeling, target.shape(), z, t, t < 0 ? 1 : (int) size[t]);
		}

		/** @return sorted indices of pixels by frame */
		Map<Integer, int[]> pixels(final String name, final Labeling.Positions positions) {
			final int n = labeling.min().length;
			if (positions.axes() != n) throw new InputException("Labels '" + source + "': " + name + " has positions of " + positions.axes() +
				" numbers, the interval has " + n + ".");
			final Map<Integer, int[]> counts = new TreeMap<>();
			for (int i = 0; i < positions.count(); i++) counts.computeIfAbsent(frame(name, positions, i), k -> new int[1])[0]++;
			final Map<Integer, int[]> pixels = new TreeMap<>();
			counts.forEach((k, count) -> pixels.put(k, new int[count[0]]));
			for (int i = 0; i < positions.count(); i++) {
				final int k = frame(name, positions, i);
				pixels.get(k)[--counts.get(k)[0]] = shape.index(at(name, positions, i, 0), at(name, positions, i, 1), z < 0 ? 0 : at(name,
					positions, i, z));
			}
			pixels.values().forEach(Arrays::sort);
			return pixels;
		}

		private int frame(final String name, final Labeling.Positions positions, final int i) {
			return t < 0 ? 0 : at(name, positions, i, t);
		}

		private int at(final String name, final Labeling.Positions positions, final int i, final int axis) {
			final int value = positions.get(i, axis);
			if (value < labeling.min()[axis] || value > labeling.max()[axis]) throw new InputException("Labels '" + source + "': " + name +
				" has a pixel at " + "xyzt".charAt(axis == t ? 3 : axis) + " = " + value + ", outside its interval " + labeling.min()[axis] +
				" to " + labeling.max()[axis] + ".");
			return value - labeling.min()[axis];
		}
	}
}
