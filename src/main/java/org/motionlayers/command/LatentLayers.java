package org.motionlayers.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.motionlayers.Prediction;
import org.motionlayers.dreamer.decoder.DecodedVideo;
import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.LatentVideo;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;

/**
 * Layers that are moved by latent motion diffusion, and the frames that its decoder draws of the same clip.
 *
 * @param settings what is asked
 * @param seed of the noise
 */
record LatentLayers(LatentSettings settings, long seed) implements PredictionJob.Drawer {

	private static final int MOST_FRAMES = 4096;

	/** @return how many future frames the model's clips have */
	int frames() throws IOException {
		return ModelFolder.open(settings.autoencoderFolder()).config().integer("frames", 2, MOST_FRAMES) - 1;
	}

	@Override
	public Optional<DecodedVideo> draw(final Prediction prediction, final Progress progress) throws IOException {
		try (LatentVideo lamd = LatentVideo.open(settings.autoencoderFolder(), settings.generatorFolder())) {
			final ClipInput frame = ClipInput.frame(prediction.observed(), 0, lamd.options());
			final List<VideoClip> clips = lamd.futures(frame.frame(), settings.order(1, seed), progress);
			final Movie movie = frame.out(clips, prediction.observed().title() + ", generated", true);
			return Optional.of(new DecodedVideo(movie.head(prediction.motion().frames() + 1), String.join(" ", frame.remarks(false))));
		}
	}
}
