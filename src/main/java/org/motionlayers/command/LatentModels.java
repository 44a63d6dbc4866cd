package org.motionlayers.command;

import java.io.IOException;

import org.motionlayers.lamd.LatentVideo;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.scene.InputException;

/** The models of latent motion diffusion, by folder or name. */
final class LatentModels {

	/** Names of the shipped generators: any motion, by class, by sentence. */
	static final String STOCHASTIC = "lamd-generator-stochastic", BY_CLASS = "lamd-generator-class", BY_TEXT = "lamd-generator-text";

	private LatentModels() {}

	/** @return an autoencoder; the shipped one where none is named */
	static LatentVideo open(final String autoencoder) throws IOException {
		return LatentVideo.open(ModelPlaces.find(autoencoder.isBlank() ? LamdCourse.SHIPPED_AUTOENCODER : autoencoder.strip()));
	}

	/** @return an autoencoder and a generator; those that are shipped for such a prompt where none is named */
	static LatentVideo open(final String autoencoder, final String generator, final Prompt prompt) throws IOException {
		final String shipped = !prompt.text().isEmpty() ? BY_TEXT : prompt.motionClass().isEmpty() ? STOCHASTIC : BY_CLASS;
		return LatentVideo.open(ModelPlaces.find(autoencoder.isBlank() ? LamdCourse.SHIPPED_AUTOENCODER : autoencoder.strip()), ModelPlaces.find(generator
			.isBlank() ? shipped : generator.strip()));
	}

	/**
	 * Reads a prompt as users write it.
	 *
	 * @param motionClass name of a class of motion; empty for none
	 * @param text a sentence; null for none
	 * @throws InputException where both are given
	 */
	static Prompt prompt(final String motionClass, final String text) {
		if (!motionClass.isBlank() && !text.isEmpty()) throw new InputException("text='" + text +
			"': a class of motion is given, too; give one of motionclass and text.");
		if (!text.isEmpty()) return Prompt.ofText(text);
		return motionClass.isBlank() ? Prompt.NONE : Prompt.ofClass(motionClass);
	}
}
