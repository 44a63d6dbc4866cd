package org.motionlayers.command;

import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.Prediction;

/**
 * The prediction that an image shows, kept with the image: what comes after (compositing again, exporting, scoring) need not predict
 * again. It lives as long as the image does and is written to no file.
 */
final class Remembered {

	private static final String PROPERTY = "Motion Layers prediction";

	private Remembered() {}

	/** Lets an image remember a prediction, in place of one that it may remember already. */
	static void remember(final ImagePlus image, final Prediction prediction) {
		image.setProperty(PROPERTY, prediction);
	}

	/** @return the prediction that an image shows, if it shows one; an image that is null shows none */
	static Optional<Prediction> of(final ImagePlus image) {
		final Object remembered = image == null ? null : image.getProperty(PROPERTY);
		return remembered instanceof final Prediction prediction ? Optional.of(prediction) : Optional.empty();
	}
}
