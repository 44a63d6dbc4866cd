package org.motionlayers.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.clip.ClipScaling;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Shape;

/**
 * Frames of a movie as a model of clips takes them, and the way back.
 *
 * @param movie the image
 * @param first number of the frame that the clip begins with, from 0
 * @param scaling to the model's size and range, and back
 * @param options of the model
 */
record ClipInput(Movie movie, int first, ClipScaling scaling, AutoencoderOptions options) {

	/**
	 * Takes one frame.
	 *
	 * @param movie the image
	 * @param observed how many leading frames may be looked at, the last of which is taken; 0 for all
	 * @param options of the model
	 * @throws InputException where there are not so many frames, or they are nothing that a model of clips can take
	 */
	static ClipInput frame(final Movie movie, final int observed, final AutoencoderOptions options) {
		if (observed < 0 || observed > movie.frames()) throw new InputException("observed=" + observed + ": image '" + movie.title() + "' has " + movie
			.frames() + " frames; 1 to " + movie.frames() + " can be looked at, 0 for all.");
		final int first = (observed == 0 ? movie.frames() : observed) - 1;
		return new ClipInput(movie, first, new ClipScaling(movie, first, 1, options.channels(), options.side()), options);
	}

	/**
	 * Takes a clip: the first frames of a movie.
	 *
	 * @param name of the parameter, for messages
	 * @throws InputException where the movie is shorter than the model's clips
	 */
	static ClipInput clip(final String name, final Movie movie, final AutoencoderOptions options) {
		if (movie.frames() < options.frames()) throw new InputException(name + ": '" + movie.title() + "' has " + movie.frames() + (movie.frames() == 1
			? " frame" : " frames") + "; the model reads the motion of clips of " + options.frames() + " frames.");
		return new ClipInput(movie, 0, new ClipScaling(movie, 0, options.frames(), options.channels(), options.side()), options);
	}

	/** @return the frame, (channels, side, side) in [0, 1] */
	float[] frame() {
		return scaling.in(movie.frame(first));
	}

	/** @return as many frames as the model's clips have */
	VideoClip clip() {
		return scaling.in(movie, first, options.frames());
	}

	/** @return what was done to the image, one line each */
	List<String> remarks(final boolean clip) {
		final List<String> remarks = new ArrayList<>();
		Optional.of(scaling.note()).filter(note -> !note.isEmpty()).ifPresent(remarks::add);
		if (clip && movie.frames() > options.frames()) remarks.add("The first " + options.frames() + " of the " + movie.frames() + " frames of '" + movie
			.title() + "' are read, as many as the model's clips have.");
		return remarks;
	}

	/**
	 * Clips in the size, type and range of the image, side by side.
	 *
	 * @param clips of the model, at least one
	 * @param title of the result
	 * @param given whether frame 0 of every clip is the image's own frame, not the decoded one
	 * @return a movie, made one frame at a time
	 */
	Movie out(final List<VideoClip> clips, final String title, final boolean given) {
		final Shape one = movie.shape(), all = new Shape(one.width() * clips.size(), one.height(), one.depth(), one.channels());
		return new Movie(title, movie.type(), all, clips.get(0).frames(), movie.calibration(), movie.display(), t -> {
			if (clips.size() == 1) return image(clips.get(0), t, given);
			final Object data = movie.type().newArray(all.values());
			for (int k = 0; k < clips.size(); k++) {
				final Frame frame = image(clips.get(k), t, given);
				for (int row = 0; row < one.values() / one.width(); row++) System.arraycopy(frame.data(), row * one.width(), data, row * all.width() + k * one
					.width(), one.width());
			}
			return new Frame(movie.type(), all, data);
		});
	}

	private Frame image(final VideoClip clip, final int t, final boolean given) {
		return t == 0 && given ? movie.frame(first) : scaling.out(clip.frame(t));
	}
}
