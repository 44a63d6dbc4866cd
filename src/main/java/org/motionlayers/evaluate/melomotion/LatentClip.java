package org.motionlayers.evaluate.melomotion;

import org.motionlayers.evaluate.melomotion.LatentScene.Placement;
import org.motionlayers.predict.perobject.PerObjectPredictors;

/** A scene in latent space with the velocities that were predicted for it. */
final class LatentClip {

	private final PixelPath path;
	private final LatentScene scene;
	private final float[] velocities;

	/**
	 * @param path the scene
	 * @param predictors trained already
	 */
	LatentClip(final PixelPath path, final PerObjectPredictors predictors) {
		this.path = path;
		this.scene = LatentScene.of(path.scene());
		this.velocities = predictors.velocities(path.features());
	}

	/** @return the scene in pixels */
	PixelPath path() {
		return path;
	}

	/** @return cells along x */
	int width() {
		return scene.width();
	}

	/** @return cells along y */
	int height() {
		return scene.height();
	}

	/** @return values of a latent frame */
	int latentSize() {
		return scene.size();
	}

	/** @return values of a frame of colours */
	int colourSize() {
		return path.scene().shape().values();
	}

	/** Adds the predicted latent frame t to an array, from an index on (Eq. 3 and 4). */
	void latent(final int t, final Placement placement, final float[] to, final int at) {
		final double[] displacements = new double[velocities.length];
		for (int k = 0; k < displacements.length; k++) displacements[k] = t * (double) velocities[k] * path.scene().shape().width();
		scene.place(displacements, placement, to, at);
	}

	/** Writes the true colours of frame t, in [0, 1], into an array, from an index on. */
	void truth(final int t, final float[] to, final int at) {
		PixelPath.colours(path.truth(t), to, at);
	}
}
