package org.motionlayers.lamd.autoencoder;

import java.util.stream.DoubleStream;

import org.motionlayers.scene.InputException;

/**
 * How the terms of the loss are weighed against the mean absolute difference of pixels (LaMD, Eq. 2). All terms are means, over pixels or
 * over elements of the latent; a beta for sums, as latent diffusion counts, is larger by pixels per element of the latent (256 for 16 frames
 * of 64 x 64 in colour and a latent of 3 x 16 x 16).
 *
 * @param divergence beta, of the mean divergence of an element in nats
 * @param free part of the training, 0 to 1, in which the divergence costs nothing, against a latent that says nothing from the start
 * @param full part of the training from which on it costs beta; in between it rises evenly
 * @param edges of {@link EdgePyramidLoss}
 * @param moved added to the weight of 1 of pixels that differ from the first frame: most do not, and say nothing of motion; of pixels' values it
 *          falls evenly to 0 over the training, of known flow it stays
 * @param flow where the true flow is not known, of frames that are fetched along the flow of a coarser scale alone: far motion is learned
 *          where it is near
 * @param known of the distance in pixels from the true flow, where scenes are simulated and it is known
 * @param perceptual of the perceptual distance, where the trainee has a network for it
 * @param adversarial lambda of the adversarial term, fixed: the paper's adaptive one needs the gradients of two losses apart
 * @param start part of the training from which on the adversarial term counts
 */
public record LossWeights(double divergence, double free, double full, double edges, double moved, double flow, double known,
	double perceptual, double adversarial, double start)
{

	/** Those of the shipped model. */
	public static final LossWeights DEFAULT = new LossWeights(2e-3, .1, .3, .5, 4, .5, .3, 0, 0, .5);

	/** Checks the numbers. */
	public LossWeights {
		if (!DoubleStream.of(divergence, edges, moved, flow, known, perceptual, adversarial).allMatch(weight -> weight >= 0))
			throw new InputException("Weights of the loss: " + divergence + " (beta), " + edges + " (edges), " + moved + " (moved), " + flow +
				" (flow), " + known + " (known flow), " + perceptual + " (perceptual), " + adversarial +
				" (adversarial); numbers of at least 0 are accepted.");
		if (!(free >= 0 && free <= full && full <= 1 && start >= 0 && start <= 1)) throw new InputException("The divergence is free up to " +
			free + ", costs all from " + full + " on, and the adversary counts from " + start +
			" on; parts of the training from 0 to 1 are accepted, the first not above the second.");
	}

	/** @return the same with another beta */
	public LossWeights withDivergence(final double beta) {
		return new LossWeights(beta, free, full, edges, moved, flow, known, perceptual, adversarial, start);
	}

	/** @return the same with another weight of edges */
	public LossWeights withEdges(final double weight) {
		return new LossWeights(divergence, free, full, weight, moved, flow, known, perceptual, adversarial, start);
	}

	/** @return the same with a perceptual term */
	public LossWeights withPerceptual(final double weight) {
		return new LossWeights(divergence, free, full, edges, moved, flow, known, weight, adversarial, start);
	}

	/** @return the same with an adversarial term */
	public LossWeights withAdversarial(final double weight, final double from) {
		return new LossWeights(divergence, free, full, edges, moved, flow, known, perceptual, weight, from);
	}

	/** @return what is added to the weight of pixels that have moved after a part of the training */
	double movedAt(final double done) {
		return moved * (1 - done);
	}

	/** @return beta after a part of the training */
	double divergenceAt(final double done) {
		if (done >= full) return divergence;
		return done <= free ? 0 : divergence * (done - free) / (full - free);
	}
}
