package org.motionlayers.io.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

/** Cuts objects out of the frames of a layer stack. */
final class LayerPainter {

	/** What a pixel of a layer is. */
	private static final byte NOTHING = 0, HALO = 1, OBJECT = 2;

	private final Shape shape;
	private final PixelType type;
	private final byte[] kinds;

	/**
	 * @param shape of the frames
	 * @param type of the frames
	 */
	LayerPainter(final Shape shape, final PixelType type) {
		this.shape = shape;
		this.type = type;
		this.kinds = new byte[shape.pixels()];
	}

	/**
	 * @param label of the object
	 * @param frame its layer
	 * @param note what is known of it, or null for a new object
	 * @param nearest the depth of a new object
	 * @return the object as it is in the frame now; null where a new one has no pixel
	 */
	ObjectLayer layer(final int label, final Frame frame, final LayerNotes.Note note, final float nearest) {
		final boolean grown = mark(frame, note);
		if (note != null && !grown) return same(frame, note);
		final int[][] runs = runs();
		if (runs[0].length == 0) return null;
		return layer(frame, runs, note == null ? SegmentedObject.of(label) : note.object(), note != null && note.touchesBorder(), note == null
			? nearest : note.depth());
	}

	/**
	 * @param frame the pixels
	 * @param runs x, y, z and length of the runs of the mask, at least one
	 * @param object label and what else is known
	 * @param cut whether the border cut the object before it was moved
	 * @param depth distance from the viewer
	 * @return the object
	 */
	ObjectLayer layer(final Frame frame, final int[][] runs, final SegmentedObject object, final boolean cut, final float depth) {
		final Box box = box(runs);
		for (int r = 0; r < runs[0].length; r++) {
			runs[0][r] -= box.x();
			runs[1][r] -= box.y();
			runs[2][r] -= box.z();
		}
		final RunMask mask = new RunMask(runs[0], runs[1], runs[2], runs[3]);
		return new ObjectLayer(object, box, mask, type, patch(frame, box, mask), centroid(box, mask), means(frame, box, mask), cut || box
			.touchesBorder(shape), depth);
	}

	/** Marks mask, halo and painted pixels; @return whether any pixel outside of mask and halo is painted */
	private boolean mark(final Frame frame, final LayerNotes.Note note) {
		Arrays.fill(kinds, NOTHING);
		if (note != null && note.halo() != null) fill(note.halo(), HALO);
		if (note != null) fill(note, OBJECT);
		boolean grown = false;
		for (int c = 0; c < shape.channels(); c++) for (int i = 0, v = c * kinds.length; i < kinds.length; i++, v++) {
			if (kinds[i] != NOTHING || type.get(frame.data(), v) == 0) continue;
			kinds[i] = OBJECT;
			grown = true;
		}
		return grown;
	}

	private void fill(final LayerNotes.Note note, final byte kind) {
		final RunMask mask = note.mask();
		for (int r = 0; r < mask.runs(); r++) {
			final int start = start(note.bounds(), mask, r);
			Arrays.fill(kinds, start, start + mask.length(r), kind);
		}
	}

	/** @return the halo of an object as it is in the frame now */
	ObjectLayer halo(final Frame frame, final LayerNotes.Note halo) {
		return same(frame, halo);
	}

	private ObjectLayer same(final Frame frame, final LayerNotes.Note note) {
		return new ObjectLayer(note.object(), note.bounds(), note.mask(), type, patch(frame, note.bounds(), note.mask()), note.centroid(), means(
			frame, note.bounds(), note.mask()), note.touchesBorder(), note.depth());
	}

	private int start(final Box box, final RunMask mask, final int r) {
		return shape.index(box.x() + mask.x(r), box.y() + mask.y(r), box.z() + mask.z(r));
	}

	/** @return x, y, z and length of the runs of the marked pixels */
	private int[][] runs() {
		final List<int[]> found = new ArrayList<>();
		for (int row = 0; row < shape.height() * shape.depth(); row++) for (int x = 0, start = row * shape.width(); x < shape.width(); x++) {
			if (kinds[start + x] != OBJECT) continue;
			final int from = x;
			while (x < shape.width() && kinds[start + x] == OBJECT) x++;
			found.add(new int[] { from, row % shape.height(), row / shape.height(), x - from });
		}
		return columns(found);
	}

	/** @return columns of rows x, y, z, length */
	static int[][] columns(final List<int[]> runs) {
		final int[][] columns = new int[4][runs.size()];
		for (int r = 0; r < runs.size(); r++) for (int k = 0; k < columns.length; k++) columns[k][r] = runs.get(r)[k];
		return columns;
	}

	private static Box box(final int[][] runs) {
		final int x = Arrays.stream(runs[0]).min().orElseThrow(), y = Arrays.stream(runs[1]).min().orElseThrow(), z = runs[2][0];
		int end = 0;
		for (int r = 0; r < runs[0].length; r++) end = Math.max(end, runs[0][r] + runs[3][r]);
		return new Box(x, y, z, end - x, Arrays.stream(runs[1]).max().orElseThrow() + 1 - y, Arrays.stream(runs[2]).max().orElseThrow() + 1 - z);
	}

	private static double[] centroid(final Box box, final RunMask mask) {
		final double[] sum = new double[3];
		for (int r = 0; r < mask.runs(); r++) {
			sum[0] += mask.length(r) * (box.x() + mask.x(r) + (mask.length(r) - 1) / 2.0);
			sum[1] += (double) mask.length(r) * (box.y() + mask.y(r));
			sum[2] += (double) mask.length(r) * (box.z() + mask.z(r));
		}
		for (int d = 0; d < sum.length; d++) sum[d] /= mask.pixels();
		return sum;
	}

	private List<Object> patch(final Frame frame, final Box box, final RunMask mask) {
		final List<Object> patch = new ArrayList<>();
		for (int c = 0; c < shape.channels(); c++) {
			final Object values = type.newArray(mask.pixels());
			for (int r = 0; r < mask.runs(); r++) System.arraycopy(frame.data(), c * shape.pixels() + start(box, mask, r), values, mask.offset(r), mask
				.length(r));
			patch.add(values);
		}
		return patch;
	}

	/** @return mean of the finite values of every channel, 0 where there is none */
	private double[] means(final Frame frame, final Box box, final RunMask mask) {
		final double[] means = new double[shape.channels()];
		for (int c = 0; c < means.length; c++) {
			double sum = 0;
			int count = 0;
			for (int r = 0; r < mask.runs(); r++) for (int i = 0, v = c * shape.pixels() + start(box, mask, r); i < mask.length(r); i++, v++) {
				final double value = type.get(frame.data(), v);
				if (!Double.isFinite(value)) continue;
				sum += value;
				count++;
			}
			means[c] = count == 0 ? 0 : sum / count;
		}
		return means;
	}
}
