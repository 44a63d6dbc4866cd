package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.motionlayers.Prediction;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.Render;
import org.motionlayers.dreamer.decoder.DecodedVideo;
import org.motionlayers.dreamer.decoder.VideoDecoder;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.scene.Progress;

/**
 * What a command was told of stage II, the video decoder.
 *
 * @param render what turns the motion into frames
 * @param model folder or name of a video decoder; empty for the shipped one
 * @param drawing how its samples are drawn
 * @param seed of their noise
 */
record DecoderInput(Render render, String model, Drawing drawing, long seed) {

	/** The model that is taken where none is named. */
	static final String SHIPPED = "dreamer-decoder";

	/** @return the folder of the model, which is there; empty where no decoder is asked for */
	Optional<Path> folder() {
		return render.decoder() ? Optional.of(ModelPlaces.find(model.isBlank() ? SHIPPED : model.strip())) : Optional.empty();
	}

	/** Draws the frames of a prediction, where that is asked for. */
	Optional<DecodedVideo> draw(final Prediction prediction, final Progress progress) throws IOException {
		final Optional<Path> folder = folder();
		if (folder.isEmpty()) return Optional.empty();
		try (VideoDecoder decoder = VideoDecoder.open(folder.get())) {
			return Optional.of(DecodedVideo.of(decoder, prediction.video(), drawing, seed, progress));
		}
	}
}
