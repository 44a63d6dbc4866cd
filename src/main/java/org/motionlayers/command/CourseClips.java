package org.motionlayers.command;

import java.util.SplittableRandom;
import java.util.function.Function;

import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.MovieClip;
import org.motionlayers.scene.InputException;

/** Clips of pixels to learn from, drawn one by one. */
final class CourseClips {

	private CourseClips() {}

	/**
	 * Draws clips of what a user named.
	 *
	 * @param material what is learned from
	 * @param frames number of future frames
	 * @param side of the grid, pixels
	 * @param simulated draws a simulated scene
	 * @return a source of clips: any part of any movie, or simulated ones, as many different ones as are asked for
	 * @throws InputException where a movie has no image, more than one plane, or too few frames
	 */
	static Function<SplittableRandom, Clip> of(final TrainingMaterial material, final int frames, final int side,
		final Function<SplittableRandom, Clip> simulated)
	{
		if (material.examples().isEmpty()) return material.count() == 0 ? simulated : random -> simulated.apply(new SplittableRandom(random.nextInt(material
			.count())));
		for (final TrainingMaterial.Example example : material.examples()) {
			if (example.movie().isEmpty()) throw new InputException("scenes: '" + example.name() +
				"' is tracks alone; images are needed here, a folder with image.tif and labels.tif. space=objects learns from tracks.");
			clip(example, 0, frames, side); // what does not fit is told before the training, not in its course
		}
		return random -> {
			final TrainingMaterial.Example example = material.examples().get(random.nextInt(material.examples().size()));
			final int last = Math.min(example.movie().orElseThrow().frames(), example.frames()) - frames;
			return clip(example, random.nextInt(last), frames, side);
		};
	}

	private static Clip clip(final TrainingMaterial.Example example, final int first, final int frames, final int side) {
		return MovieClip.of(example.movie().orElseThrow(), example.labels().orElseThrow(), first, frames, side);
	}
}
