package org.motionlayers.evaluate.lamd;

import java.util.List;

import org.motionlayers.diffusion.Drawing;

/**
 * How much of everything is done.
 *
 * @param reconstructed held-out clips that are reconstructed and transferred
 * @param generated clips that are generated from held-out first frames, of each kind
 * @param drawing how they are drawn
 * @param guidance how strictly classes and sentences are followed
 * @param draws of the bootstrap of Frechet distances
 * @param code frames that the linear image code learns from
 * @param chains numbers of steps that samplers are compared with, the last one being the chain that others are held against
 * @param sampled clips that samplers are compared on
 * @param timings of every number of frames, of which the median counts
 * @param capacities sizes of the latent that are compared
 * @param capacity the training of each of them
 */
record Budget(int reconstructed, int generated, Drawing drawing, double guidance, int draws, int code, List<Integer> chains, int sampled, int timings,
	List<Capacity> capacities, Training capacity)
{

	/**
	 * A small training.
	 *
	 * @param steps of the autoencoder
	 * @param batch its clips in a step
	 * @param clips that the generator learns from, and that both are judged on
	 * @param generator steps of the generator
	 */
	record Training(int steps, int batch, int clips, int generator) {}

	/** What some forty minutes on two cores allow. */
	static final Budget FULL = new Budget(64, 64, new Drawing(Drawing.Method.DDIM, 50), 2, 100, 400, List.of(10, 20, 50, 200), 24, 5, List.of(Capacity
		.values()), new Training(250, 4, 32, 200));

	/** Everything small: what three minutes on two cores allow. */
	static final Budget QUICK = new Budget(12, 8, new Drawing(Drawing.Method.DDIM, 10), 2, 30, 100, List.of(5, 10), 4, 2, List.of(Capacity.D1, Capacity.D2,
		Capacity.D3, Capacity.D4), new Training(3, 2, 4, 2));

	/** Copies the lists. */
	Budget {
		chains = List.copyOf(chains);
		capacities = List.copyOf(capacities);
	}
}
