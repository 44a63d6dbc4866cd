package org.motionlayers.dreamer.grid;

import java.util.List;
import java.util.stream.IntStream;

import ai.djl.ndarray.types.Shape;

import org.motionlayers.diffusion.Constraint;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.diffusion.NoiseSource;
import org.motionlayers.diffusion.Parameterisation;
import org.motionlayers.diffusion.Prediction;
import org.motionlayers.diffusion.SamplingLoop;
import org.motionlayers.diffusion.StepListener;
import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkDenoiser;
import org.motionlayers.scene.DenseMotion;

/** Draws R_1 .. R_T from the trained network; estimates are clipped to [-1, 1]. */
final class GridSampler {

	private final Network<GridNetwork> network;
	private final GridOptions options;

	GridSampler(final Network<GridNetwork> network) {
		this.network = network;
		this.options = network.layer().options();
	}

	/**
	 * Draws one future for each case.
	 *
	 * @param cases what is known of each; one after another in one batch
	 * @param seeds of the noise of each: a case and its seed give the same future in whatever batch, up to rounding
	 * @param drawing how
	 * @param listener is told after every step, on the network thread
	 * @return dense motion of every case
	 */
	List<DenseMotion> draw(final List<GridCase> cases, final long[] seeds, final Drawing drawing, final StepListener listener) {
		final GridInputs inputs = GridInputs.of(options, cases);
		final int size = options.frames() * Representation.PLANES * options.side() * options.side();
		final float[] planes = network.compute(scope -> {
			final GridNetwork.Condition condition = network.layer().condition(scope, inputs);
			final double[] timesteps = new double[cases.size()];
			final NetworkDenoiser denoiser = new NetworkDenoiser(network, new Shape((long) cases.size() * options.frames(), Representation.PLANES,
				options.side(), options.side()), (sample, timestep) -> {
					java.util.Arrays.fill(timesteps, timestep);
					return network.layer().forward(sample, timesteps, condition);
				});
			return new SamplingLoop(drawing.sampler(GridTrainee.SCHEDULE, Prediction.clipped(Parameterisation.SAMPLE)), denoiser, Constraint.NONE,
				listener).draw(cases.size() * size, noise(seeds));
		});
		return IntStream.range(0, cases.size()).mapToObj(i -> decoded(cases.get(i), java.util.Arrays.copyOfRange(planes, i * size, (i + 1) *
			size))).toList();
	}

	private DenseMotion decoded(final GridCase one, final float[] planes) {
		return options.representation().decode(planes, options.side(), options.side(), one.palette(), Representation.nearest(one.depth()));
	}

	/** Each future has noise of its own, so that it does not depend on how many are drawn. */
	private static NoiseSource noise(final long[] seeds) {
		return NoiseSource.oneAfterAnother(java.util.Arrays.stream(seeds).mapToObj(NoiseSource::gaussian).toArray(NoiseSource[]::new));
	}
}
