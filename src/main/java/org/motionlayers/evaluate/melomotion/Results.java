package org.motionlayers.evaluate.melomotion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.evaluate.paper.FrameStrip;

/**
 * Everything that was found.
 *
 * @param budget with how much work
 * @param seed of all random choices
 * @param parameters Table 1
 * @param positions Table 2, all objects moving
 * @param apart Table 2 again, for scenes in which one object moves
 * @param baselines position losses without a network
 * @param frames L1 of black frames, of the first frame repeated, and of the true motion composited
 * @param latent L1 of the latent path
 * @param differentiation section 4.4
 * @param sharing Table 3
 * @param pooling Table 4
 * @param backboneParameters parameters of the baseline
 * @param speed section 4.8
 * @param edges the blur that the paper claims
 * @param strip Figure 1
 */
record Results(Budget budget, long seed, ParameterTable parameters, PositionTable positions, PositionTable apart, Baselines baselines,
	FrameBaselines frames, LatentExperiment.Losses latent, Differentiation differentiation, SharingTable sharing, PoolingTable pooling,
	long backboneParameters, SpeedTable speed, EdgeTable edges, FrameStrip strip)
{

	/** L1 of frames that need no prediction. */
	record FrameBaselines(double black, double first, double oracle) {

		/** @return means over scenes */
		static FrameBaselines of(final List<PixelPath> paths) {
			return new FrameBaselines(paths.stream().mapToDouble(PixelPath::l1OfBlack).average().orElseThrow(), paths.stream().mapToDouble(
				PixelPath::l1OfFirst).average().orElseThrow(), paths.stream().mapToDouble(path -> path.l1(path.oracle())).average().orElseThrow());
		}
	}

	/** @return the figures of report.json */
	Map<String, Map<String, Object>> figures() {
		final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
		figures.put("table1", table("predictors", parameters.predictors(), "projector", parameters.projector(), "camera", parameters
			.camera(), "decoder", parameters.decoder(), "encoder", parameters.encoder(), "total", parameters.total()));
		figures.put("table2", table("pos", Spread.means(positions.pos()), "l1", Spread.means(positions.l1()), "l1_latent_frozen", latent
			.frozen(), "l1_latent_phase2", latent.phaseTwo()));
		figures.put("differentiation", table("moving_error", differentiation.movingError(), "stationary_max", differentiation
			.stationaryMax(), "frame_change", differentiation.frameChange()));
		figures.put("table3", table("shared_distinct", sharing.shared(), "decoupled_distinct", sharing.decoupled()));
		figures.put("table4", table("avgpool", pooling.average().difference(), "maxpool", pooling.maximum().difference(), "rgb", pooling
			.colour().difference()));
		figures.put("speed", table("batches_per_second", speed.ours(), "baseline_batches_per_second", speed.baseline(), "ratio", speed
			.ratio()));
		figures.put("edges", table("ours", edges.ours().sharpness(), "baseline", edges.baseline().sharpness()));
		return figures;
	}

	private static Map<String, Object> table(final Object... namesAndValues) {
		final Map<String, Object> table = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) table.put((String) namesAndValues[i], namesAndValues[i + 1]);
		return table;
	}
}
