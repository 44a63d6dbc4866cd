package org.motionlayers.command;

import java.io.IOException;

import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.LatentVideo;
import org.motionlayers.network.ModelPlaces;

/** The autoencoder of latent motion diffusion, by folder or name. */
final class LatentModel {

	private LatentModel() {}

	/** @return an autoencoder; the shipped one where none is named */
	static LatentVideo open(final String autoencoder) throws IOException {
		return LatentVideo.open(ModelPlaces.find(autoencoder.isBlank() ? LatentSettings.AUTOENCODER : autoencoder.strip()));
	}
}
