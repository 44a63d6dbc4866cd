package org.motionlayers;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictorService;
import org.motionlayers.decompose.InpaintingService;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Scene;

/**
 * What is asked of a prediction.
 *
 * @param observed how many leading frames may be looked at; the last of them is the reference frame; 0 = all
 * @param frames number of future frames, at least 1
 * @param predictor name of a MotionPredictor plugin
 * @param cues what the user says of the motion, told once the objects are known
 * @param background name of an Inpainter plugin
 * @param mode how layers that overlap are composited
 * @param depth distance from the viewer at every pixel of the reference frame, for the z-order; smaller is nearer
 * @param seed of all random choices
 * @param settings what the predictor alone understands, by name; empty for its defaults
 */
public record PredictionOptions(int observed, int frames, String predictor, Function<Scene, Cues> cues, String background, Mode mode,
	Optional<Frame> depth, long seed, Map<String, String> settings)
{

	/** The most future frames that may be asked for at once. */
	public static final int MAXIMUM_FRAMES = 100_000;

	/** Checks the ranges. */
	public PredictionOptions {
		settings = Map.copyOf(settings);
		if (observed < 0) throw new InputException("observed=" + observed + ": the number of leading frames to look at is needed, 0 for all.");
		if (frames < 1 || frames > MAXIMUM_FRAMES) throw new InputException("frames=" + frames +
			": the number of future frames is needed, 1 to " + MAXIMUM_FRAMES + ".");
	}

	/** @return the defaults for a number of future frames: all frames observed, the default predictor, no cues */
	public static PredictionOptions of(final int frames) {
		return new PredictionOptions(0, frames, PredictorService.DEFAULT, scene -> Cues.NONE, InpaintingService.DEFAULT, Mode.OVER, Optional
			.empty(), 0, Map.of());
	}

	/** @return the same with only the first frames to be looked at, 0 for all */
	public PredictionOptions withObserved(final int count) {
		return new PredictionOptions(count, frames, predictor, cues, background, mode, depth, seed, settings);
	}

	/** @return the same with another predictor */
	public PredictionOptions withPredictor(final String name) {
		return new PredictionOptions(observed, frames, name, cues, background, mode, depth, seed, settings);
	}

	/** @return the same with these arrows */
	public PredictionOptions withCues(final Cues arrows) {
		return withCues(scene -> arrows);
	}

	/** @return the same with arrows that are told once the objects are known */
	public PredictionOptions withCues(final Function<Scene, Cues> newCues) {
		return new PredictionOptions(observed, frames, predictor, newCues, background, mode, depth, seed, settings);
	}

	/** @return the same with another background */
	public PredictionOptions withBackground(final String name) {
		return new PredictionOptions(observed, frames, predictor, cues, name, mode, depth, seed, settings);
	}

	/** @return the same with another mode of compositing */
	public PredictionOptions withMode(final Mode newMode) {
		return new PredictionOptions(observed, frames, predictor, cues, background, newMode, depth, seed, settings);
	}

	/** @return the same with or without a depth image for the z-order */
	public PredictionOptions withDepth(final Optional<Frame> image) {
		return new PredictionOptions(observed, frames, predictor, cues, background, mode, image, seed, settings);
	}

	/** @return the same with another seed */
	public PredictionOptions withSeed(final long newSeed) {
		return new PredictionOptions(observed, frames, predictor, cues, background, mode, depth, newSeed, settings);
	}

	/** @return the same with other settings of the predictor */
	public PredictionOptions withSettings(final Map<String, String> newSettings) {
		return new PredictionOptions(observed, frames, predictor, cues, background, mode, depth, seed, newSettings);
	}
}
