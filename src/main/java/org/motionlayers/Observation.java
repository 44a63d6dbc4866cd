package org.motionlayers;

import java.util.List;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Segmentation;

/**
 * The frames of a movie that may be looked at, the last of which is the reference frame, and their labels.
 *
 * @param movie the observed frames alone
 * @param labels as many frames
 * @param reference the number of the reference frame in the whole movie, from 0
 */
public record Observation(Movie movie, Segmentation labels, int reference) {

	/**
	 * Takes the leading frames. Labels of one frame are those of the last observed one, which is then the only one that is looked at.
	 *
	 * @param movie the whole movie
	 * @param labels of all its frames, or of one
	 * @param asked how many leading frames, 0 for all that have labels
	 * @return the frames
	 * @throws InputException where there are not so many
	 */
	public static Observation of(final Movie movie, final Segmentation labels, final int asked) {
		final int count = count(movie, labels, asked);
		final Movie seen = labels.frames() == 1 && count > 1 ? single(movie, count - 1) : movie.head(count);
		return new Observation(seen, labels.head(seen.frames()), count - 1);
	}

	private static int count(final Movie movie, final Segmentation labels, final int asked) {
		if (asked > movie.frames()) throw new InputException("observed=" + asked + ": image '" + movie.title() + "' has " + movie.frames() +
			" frames; 1 to " + movie.frames() + " can be looked at, 0 for all.");
		if (asked > labels.frames() && labels.frames() > 1) throw new InputException("observed=" + asked + ": the labels have " + labels
			.frames() + " frames; 1 to " + labels.frames() + " can be looked at, 0 for all.");
		if (asked > 0) return asked;
		return labels.frames() == 1 ? movie.frames() : Math.min(movie.frames(), labels.frames());
	}

	private static Movie single(final Movie movie, final int t) {
		return Movie.of(movie.title(), List.of(movie.frame(t))).with(movie.calibration(), movie.display());
	}
}
