package org.motionlayers.dreamer.grid;

import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.network.splat.FlowField;
import org.motionlayers.network.splat.SplatMatrix;
import org.motionlayers.network.splat.SplatMode;
import org.motionlayers.network.splat.Splatting;
import org.motionlayers.scene.DenseMotion;

/**
 * What a batch of clips is conditioned on, as arrays to be brought into the engine.
 *
 * @param clips B, number of clips
 * @param first B x 10 x side x side: picture in [-1, 1], segmentation and depth of frame 0, instance flow (2) and where it is known
 * @param carried B x T x planes x side x side, see {@link GridOptions#framePlanes}: the first frame as carried (6), and where its motion is
 *          known (1); empty where nothing is carried
 * @param splats for every level B x T matrices of cells x cells: the splatting by t F / s (Eq. 6 and 7)
 * @param camera B x 2, over the largest speed
 */
record GridInputs(int clips, float[] first, float[] carried, List<float[]> splats, float[] camera) {

	/** Of e^metric: the nearest object weighs e^10 times as much as the background. */
	private static final float DEPTH_METRIC = 10;

	/** Makes the inputs of some clips; pieces are made in parallel. */
	static GridInputs of(final GridOptions options, final List<GridCase> cases) {
		final int pixels = options.side() * options.side(), frames = options.frames(), levels = options.widths().length;
		final float[] first = new float[cases.size() * ConditionEncoder.PLANES * pixels];
		final float[] carried = new float[cases.size() * frames * options.framePlanes() * pixels], camera = new float[cases.size() * 2];
		final List<float[]> splats = IntStream.range(0, levels).mapToObj(level -> new float[cases.size() * frames * matrix(options, level)]).toList();
		IntStream.range(0, cases.size()).parallel().forEach(b -> {
			final GridCase one = cases.get(b);
			writeFirst(options, one, first, b * ConditionEncoder.PLANES * pixels);
			if (options.carried()) writeCarried(options, one, carried, b * frames * options.framePlanes() * pixels);
			for (int level = 0; level < levels; level++) writeSplats(options, one, level, splats.get(level), b * frames * matrix(options, level));
			for (int d = 0; d < 2; d++) camera[b * 2 + d] = (float) (one.camera()[d] / options.speed());
		});
		return new GridInputs(cases.size(), first, carried, splats, camera);
	}

	/** @return values of a splatting's matrix at a level */
	private static int matrix(final GridOptions options, final int level) {
		final int cells = options.cells() >> level;
		return cells * cells * cells * cells;
	}

	private static void writeFirst(final GridOptions options, final GridCase one, final float[] out, final int start) {
		final int pixels = one.labels().length;
		for (int i = 0; i < Clip.COLOURS * pixels; i++) out[start + i] = 2 * one.rgb()[i] - 1;
		final int still = start + Clip.COLOURS * pixels;
		Representation.encodeStill(one.labels(), one.depth(), one.palette(), Representation.nearest(one.depth()), out, still);
		for (int plane = 0; plane < Representation.STILL_PLANES; plane++)
			if (!options.content().has(Representation.COLOUR + plane)) java.util.Arrays.fill(out, still + plane * pixels, still + (plane + 1) * pixels, 0);
		final int flow = still + Representation.STILL_PLANES * pixels;
		for (int i = 0; i < 2 * pixels; i++) out[flow + i] = one.field().flow()[i] / (float) options.speed();
		System.arraycopy(one.field().known(), 0, out, flow + 2 * pixels, pixels);
	}

	private static void writeCarried(final GridOptions options, final GridCase one, final float[] out, final int start) {
		final int pixels = one.labels().length, planes = options.framePlanes();
		final DenseMotion motion = one.carriedMotion(options);
		final float[] encoded = encode(options, one, motion);
		for (int t = 0; t < options.frames(); t++) {
			final int at = start + t * planes * pixels, known = at + Representation.PLANES * pixels;
			System.arraycopy(encoded, t * Representation.PLANES * pixels, out, at, Representation.PLANES * pixels);
			final int[] labels = motion.labels(t + 1);
			for (int p = 0; p < pixels; p++) out[known + p] = labels[p] != 0 && one.carried().has(labels[p]) ? 1 : 0;
		}
	}

	/** @return dense motion as planes, those that the model does not reason about being 0 */
	static float[] encode(final GridOptions options, final GridCase one, final DenseMotion motion) {
		final float[] planes = options.representation().encode(motion, one.palette(), Representation.nearest(one.depth()));
		final int pixels = motion.pixels();
		for (int i = 0; i < planes.length; i++) if (!options.content().has(i / pixels % Representation.PLANES)) planes[i] = 0;
		return planes;
	}

	private static void writeSplats(final GridOptions options, final GridCase one, final int level, final float[] out, final int start) {
		final int factor = options.patch() << level;
		final FlowField flow = field(options, one).coarser(factor);
		final float[] metric = options.splat() == SplatMode.SOFT ? metric(options, one, factor) : null;
		final Splatting splatting = Splatting.of(options.splat());
		for (int t = 1; t <= options.frames(); t++) SplatMatrix.of(splatting, flow.times(t), metric).writeDense(out, start + (t - 1) * matrix(options,
			level));
	}

	/** F where it is known; what is not known goes with the camera. */
	private static FlowField field(final GridOptions options, final GridCase one) {
		final int pixels = one.labels().length;
		final float[][] flow = new float[2][pixels];
		for (int d = 0; d < 2; d++) for (int p = 0; p < pixels; p++) flow[d][p] = one.field().flow()[d * pixels + p] + (1 - one.field().known()[p]) *
			(float) one.camera()[d];
		return new FlowField(options.side(), options.side(), flow[0], flow[1]);
	}

	/** @return mean inverse depth of the pixels of a cell, so that near features hide far ones */
	private static float[] metric(final GridOptions options, final GridCase one, final int factor) {
		final int side = options.side(), cells = side / factor;
		final float nearest = Representation.nearest(one.depth());
		final float[] metric = new float[cells * cells];
		for (int p = 0; p < one.depth().length; p++) metric[p / side / factor * cells + p % side / factor] += DEPTH_METRIC * nearest / one.depth()[p] /
			(factor * factor);
		return metric;
	}
}
