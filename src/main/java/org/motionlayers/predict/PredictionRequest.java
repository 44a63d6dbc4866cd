package org.motionlayers.predict;

import java.util.Map;

import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;

/**
 * What a predictor may look at, and what it is asked for. No frame after the reference frame can be reached through it.
 *
 * @param scene the reference frame taken apart
 * @param observed the observed frames, the last being the reference frame
 * @param labels their labels, as many frames
 * @param tracks where the objects were in them, in the order of the scene's layers
 * @param cues what the user says of the motion
 * @param frames number of future frames asked for, at least 1
 * @param seed of random choices
 * @param settings what this predictor alone understands, by name, such as which trained model to use; empty for its defaults
 */
public record PredictionRequest(Scene scene, Movie observed, Segmentation labels, Tracks tracks, Cues cues, int frames, long seed,
	Map<String, String> settings)
{

	/** Copies the settings. */
	public PredictionRequest {
		settings = Map.copyOf(settings);
	}

	/** A request that leaves the predictor its defaults. */
	public PredictionRequest(final Scene scene, final Movie observed, final Segmentation labels, final Tracks tracks, final Cues cues,
		final int frames, final long seed)
	{
		this(scene, observed, labels, tracks, cues, frames, seed, Map.of());
	}
}
