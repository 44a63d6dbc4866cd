package org.motionlayers.command;

import org.motionlayers.scene.InputException;

/**
 * What is chosen for latent motion diffusion alone.
 *
 * @param autoencoder folder or name of the model whose latents are learned; empty for the shipped one
 * @param prompts whether what scenes are called is learned
 * @param perceptual TorchScript file of a network whose features clips are compared by; empty for none
 * @param adversarial weight of a discriminator of clips in the loss of the autoencoder; 0 for none
 */
record LatentChoices(String autoencoder, boolean prompts, String perceptual, double adversarial) {

	private static final double MOST = 10;

	/** Checks the range. */
	LatentChoices {
		autoencoder = autoencoder.strip();
		perceptual = perceptual.strip();
		if (!(adversarial >= 0 && adversarial <= MOST)) throw new InputException("adversarial=" + adversarial +
			": the weight of a discriminator is needed, above 0 up to " + MOST + ", or 0 for none.");
	}

	/** Choices without a perceptual network and a discriminator. */
	LatentChoices(final String autoencoder, final boolean prompts) {
		this(autoencoder, prompts, "", 0);
	}
}
