package org.motionlayers.lamd.clip;

import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;

/** Windows of a user's own movies; no labels are needed. */
public final class MovieClips implements ClipSource {

	private final List<Movie> movies;
	private final int frames;
	private final int channels;
	private final int side;

	/**
	 * @param movies of one plane each, at least one
	 * @param frames of a clip
	 * @param channels of a clip, 1 or 3
	 * @param side of a clip, pixels
	 * @throws InputException where there is no movie, or one is shorter than a clip
	 */
	public MovieClips(final List<Movie> movies, final int frames, final int channels, final int side) {
		if (movies.isEmpty()) throw new InputException("scenes: no movies to learn from.");
		for (final Movie movie : movies) if (movie.frames() < frames) throw new InputException("scenes: '" + movie.title() + "' has " + movie
			.frames() + " frames; a clip needs " + frames + ".");
		this.movies = List.copyOf(movies);
		this.frames = frames;
		this.channels = channels;
		this.side = side;
	}

	/** @return how many different clips there are */
	public int count() {
		return movies.stream().mapToInt(movie -> movie.frames() - frames + 1).sum();
	}

	@Override
	public VideoClip draw(final SplittableRandom random) {
		int number = random.nextInt(count());
		for (final Movie movie : movies) {
			final int windows = movie.frames() - frames + 1;
			if (number < windows) return new ClipScaling(movie, number, frames, channels, side).in(movie, number, frames);
			number -= windows;
		}
		throw new IllegalStateException("Fewer windows than were counted.");
	}
}
