package org.motionlayers.diffusion;

/**
 * DPM-Solver++ 2M, midpoint (Lu et al. 2022b, algorithm 2): a multistep solver of second order of the deterministic path, in the
 * estimates of x_0. With lambda = ln(alpha / sigma) and h its change over the step, x' = sigma' / sigma x - alpha' (e^-h - 1) D, where D
 * is the last estimate plus half its change over the step before, scaled by the ratio of the two steps. The first step is of first order.
 */
public final class DpmSolverSampler extends ScheduledSampler {

	private final boolean lowerOrderFinal;

	/**
	 * Ends at a clean sample, with a last step of first order.
	 *
	 * @param schedule the steps to walk, such as {@link Timesteps#linspaceAboveZero} keeps them
	 * @param prediction how to read the network
	 */
	public DpmSolverSampler(final NoiseSchedule schedule, final Prediction prediction) {
		this(schedule, prediction, 1, true);
	}

	/**
	 * @param schedule the steps to walk
	 * @param prediction how to read the network
	 * @param endAlphaBar alphaBar after the last step, such as that of timestep 0
	 * @param lowerOrderFinal whether the last step is of first order; needed where endAlphaBar is 1
	 */
	public DpmSolverSampler(final NoiseSchedule schedule, final Prediction prediction, final double endAlphaBar,
		final boolean lowerOrderFinal)
	{
		super(schedule, prediction, endAlphaBar);
		if (endAlphaBar == 1 && !lowerOrderFinal) throw new IllegalArgumentException(
			"DPM-Solver++ ends at a clean sample only with a last step of first order.");
		this.lowerOrderFinal = lowerOrderFinal;
	}

	private double lambda(final int k) {
		return Math.log(alphaBar(k) / (1 - alphaBar(k))) / 2;
	}

	private boolean firstOrder(final int k) {
		return k == 0 || lowerOrderFinal && k == steps() - 1;
	}

	@Override
	public Trajectory start() {
		return new Multistep();
	}

	private final class Multistep implements Trajectory {

		private float[] previous;

		@Override
		public void step(final int k, final float[] sample, final float[] output, final float[] original, final NoiseSource noise) {
			prediction.estimate(sample, output, alphaBar(k), original);
			final double h = lambda(k + 1) - lambda(k);
			// The network's output has been read: its array takes D.
			if (firstOrder(k)) new Mix(1, 0).apply(original, original, output);
			else {
				final double half = h / (lambda(k) - lambda(k - 1)) / 2;
				new Mix(1 + half, -half).apply(original, previous, output);
			}
			new Mix(noiseScale(k + 1) / noiseScale(k), -signalScale(k + 1) * Math.expm1(-h)).apply(sample, output, sample);
			if (previous == null) previous = new float[original.length];
			System.arraycopy(original, 0, previous, 0, original.length);
		}
	}
}
