package org.motionlayers.segmentation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.motionlayers.scene.Shape;

/**
 * How many pieces every label of a frame lies in: runs along x of one label are one piece where they share an edge or corner. Pixels of one
 * label in several places are one object, which a binary mask is easily taken for.
 */
final class Pieces {

	private final int[] labels;
	private final Shape shape;
	private int[] parent = new int[1024];
	private int[] owner = new int[1024];
	private int runs;
	/** The run that a pixel belongs to, of the last plane and the plane before it. */
	private int[] plane;
	private int[] before;

	private Pieces(final int[] labels, final Shape shape) {
		this.labels = labels;
		this.shape = shape;
		this.plane = new int[shape.planeSize()];
		this.before = new int[shape.planeSize()];
	}

	/**
	 * Counts.
	 *
	 * @param labels x fastest, then y, z
	 * @param shape size of the frame
	 * @return number of pieces by label
	 */
	static Map<Integer, Integer> of(final int[] labels, final Shape shape) {
		return new Pieces(labels, shape).count();
	}

	private Map<Integer, Integer> count() {
		for (int z = 0; z < shape.depth(); z++) {
			final int[] free = before;
			before = plane;
			plane = free;
			for (int y = 0; y < shape.height(); y++) row(y, z);
		}
		final Map<Integer, Integer> pieces = new HashMap<>();
		for (int run = 0; run < runs; run++) if (root(run) == run) pieces.merge(owner[run], 1, Integer::sum);
		return pieces;
	}

	private void row(final int y, final int z) {
		final int width = shape.width(), from = shape.index(0, y, z);
		for (int x = 0, end; x < width; x = end) {
			final int label = labels[from + x];
			for (end = x + 1; end < width && labels[from + end] == label;) end++;
			if (label == 0) continue;
			final int run = newRun(label);
			Arrays.fill(plane, y * width + x, y * width + end, run);
			if (y > 0) join(run, x, end, plane, y - 1, z);
			for (int row = Math.max(0, y - 1); z > 0 && row <= Math.min(shape.height() - 1, y + 1); row++) join(run, x, end, before, row, z - 1);
		}
	}

	private void join(final int run, final int begin, final int end, final int[] runOf, final int y, final int z) {
		final int from = shape.index(0, y, z);
		for (int x = Math.max(0, begin - 1); x < Math.min(shape.width(), end + 1); x++)
			if (labels[from + x] == owner[run]) parent[root(runOf[y * shape.width() + x])] = root(run);
	}

	private int newRun(final int label) {
		if (runs == parent.length) {
			parent = Arrays.copyOf(parent, 2 * runs);
			owner = Arrays.copyOf(owner, 2 * runs);
		}
		parent[runs] = runs;
		owner[runs] = label;
		return runs++;
	}

	private int root(final int of) {
		int k = of;
		while (parent[k] != k) k = parent[k] = parent[parent[k]];
		return k;
	}
}
