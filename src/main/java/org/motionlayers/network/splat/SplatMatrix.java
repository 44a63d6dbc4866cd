package org.motionlayers.network.splat;

import java.util.Arrays;

/**
 * Splatting by a fixed flow as a matrix over pixels: out = A image, exact and differentiable in the image without any operation of its
 * own in the engine. Entries are held row by row (target pixel), in increasing order of the source pixel.
 */
public final class SplatMatrix {

	private static final int NEIGHBOURS = 4;

	private final int size;
	private final int[] rowStarts;
	private final int[] columns;
	private final float[] values;

	private SplatMatrix(final int size, final int[] rowStarts, final int[] columns, final float[] values) {
		this.size = size;
		this.rowStarts = rowStarts;
		this.columns = columns;
		this.values = values;
	}

	/** @return the bilinear weights b(q - p - F_p) alone: row q, column p */
	public static SplatMatrix bilinear(final FlowField flow) {
		final int pixels = flow.pixels(), width = flow.width(), stride = Landing.stride(flow);
		final int[] rows = new int[NEIGHBOURS * pixels], sources = new int[rows.length];
		final float[] weights = new float[rows.length];
		final Landing landing = new Landing(width);
		int n = 0;
		for (int y = 0; y < flow.height(); y++) {
			landing.of(flow, y, 0, flow.height() - 1);
			for (int i = 0; i < landing.count; i++) for (int k = 0; k < NEIGHBOURS; k++) {
				final int bordered = landing.target[i] + k % 2 + k / 2 * stride, qx = bordered % stride - 1, qy = bordered / stride - 1;
				final float weight = weight(landing, i, k);
				if (weight == 0 || qx < 0 || qx >= width || qy < 0 || qy >= flow.height()) continue;
				rows[n] = qy * width + qx;
				sources[n] = landing.source[i];
				weights[n++] = weight;
			}
		}
		return sorted(pixels, n, rows, sources, weights);
	}

	private static float weight(final Landing landing, final int i, final int neighbour) {
		return switch (neighbour) {
			case 0 -> landing.upperLeft[i];
			case 1 -> landing.upperRight[i];
			case 2 -> landing.lowerLeft[i];
			default -> landing.lowerRight[i];
		};
	}

	/** Sorts entries by row; within a row the order of the sources stays. */
	private static SplatMatrix sorted(final int size, final int n, final int[] rows, final int[] sources, final float[] weights) {
		final int[] starts = new int[size + 1];
		for (int i = 0; i < n; i++) starts[rows[i] + 1]++;
		for (int q = 0; q < size; q++) starts[q + 1] += starts[q];
		final int[] next = Arrays.copyOf(starts, size), columns = new int[n];
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) {
			final int place = next[rows[i]]++;
			columns[place] = sources[i];
			values[place] = weights[i];
		}
		return new SplatMatrix(size, starts, columns, values);
	}

	/**
	 * The matrix of a whole splatting with a fixed metric.
	 *
	 * @param splatting the mode
	 * @param flow where pixels go
	 * @param metric one value a pixel; null where the mode needs none
	 */
	public static SplatMatrix of(final Splatting splatting, final FlowField flow, final float[] metric) {
		splatting.check(flow, new float[flow.pixels()], metric);
		final SplatMatrix matrix = bilinear(flow);
		final float[] weights = splatting.weights(flow, metric), values = matrix.values.clone();
		for (int q = 0; q < matrix.size; q++) {
			float sum = 0;
			for (int e = matrix.rowStarts[q]; e < matrix.rowStarts[q + 1]; e++) {
				if (weights != null) values[e] *= weights[matrix.columns[e]];
				sum += values[e];
			}
			final float divisor = splatting.mode().normalised() ? splatting.empty().divisor(sum) : 1;
			for (int e = matrix.rowStarts[q]; e < matrix.rowStarts[q + 1]; e++) values[e] /= divisor;
		}
		return new SplatMatrix(matrix.size, matrix.rowStarts, matrix.columns, values);
	}

	/** @return number of pixels: rows and columns */
	public int size() {
		return size;
	}

	/** @return number of entries that are not 0 */
	public int entries() {
		return values.length;
	}

	/** @return row and column of every entry: first all rows, then all columns, as engines want the indices of a sparse matrix */
	public long[] coordinates() {
		final long[] coordinates = new long[2 * values.length];
		for (int q = 0; q < size; q++) for (int e = rowStarts[q]; e < rowStarts[q + 1]; e++) {
			coordinates[e] = q;
			coordinates[values.length + e] = columns[e];
		}
		return coordinates;
	}

	/** @return value of every entry */
	public float[] values() {
		return values.clone();
	}

	/**
	 * Writes the matrix with all its zeros.
	 *
	 * @param out receives size x size values, row after row
	 * @param offset where the first one goes
	 */
	public void writeDense(final float[] out, final int offset) {
		Arrays.fill(out, offset, offset + size * size, 0);
		for (int q = 0; q < size; q++) for (int e = rowStarts[q]; e < rowStarts[q + 1]; e++) out[offset + q * size + columns[e]] += values[e];
	}

	/** @return the matrix times one channel */
	public float[] times(final float[] channel) {
		if (channel.length != size) throw new IllegalArgumentException("A channel of " + channel.length + " values, but " + size +
			" columns.");
		final float[] out = new float[size];
		for (int q = 0; q < size; q++) for (int e = rowStarts[q]; e < rowStarts[q + 1]; e++) out[q] += values[e] * channel[columns[e]];
		return out;
	}
}
