package org.motionlayers.composite;

import java.util.Arrays;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Scene;

/**
 * Moves the layers of a scene (MeloMotion, 3.3). {@code place} copies the runs of a frozen patch to the displaced position: values are
 * moved, never interpolated or blended, and clipped at the border of the frame. The accumulated displacement of a frame is rounded once,
 * halves upwards ({@link Math#round(double)}), so that errors do not add up and even speeds give even steps. A layer that rotates is read
 * by nearest neighbour out of its frozen patch, about its centroid. Halos move with their objects in the same way, in front of the
 * background and behind all objects: no mask, label, depth or flow knows of them.
 *
 * <pre>{@code
 * Video video = Compositor.composite(scene, motion);
 * Frame third = video.image(3);
 * }</pre>
 */
public final class Compositor {

	/** What happens where layers meet. */
	public enum Mode {

		/**
		 * The nearest layer hides what is behind it: layers are painted from the greatest depth to the smallest over the background; of
		 * equal depths the smaller label lies in front.
		 */
		OVER,

		/**
		 * MeloMotion, Eq. 4 to the letter: F_t = F_bg + sum_i place(F_obj_i, mask_i, d_i(t)). Integer pixels stop at the type's maximum.
		 * Labels, depth and flow tell the nearest layer, as in {@link #OVER}.
		 */
		SUM
	}

	private Compositor() {}

	/** @return the video of a scene whose layers hide one another; nothing is computed before it is asked for */
	public static LazyVideo composite(final Scene scene, final Motion motion) {
		return composite(scene, motion, Mode.OVER);
	}

	/**
	 * Composites.
	 *
	 * @param scene background and layers
	 * @param motion displacement of every layer, in the order of the scene's layers; of the background where the camera moves, by whole
	 *          pixels, its edge pixels replicated into what was not seen
	 * @param mode what happens where layers meet
	 * @return the video; nothing is computed before it is asked for
	 * @throws IllegalArgumentException where the motion is of other objects, or lacks a dimension of the scene
	 */
	public static LazyVideo composite(final Scene scene, final Motion motion, final Mode mode) {
		if (!Arrays.equals(scene.labels(), motion.labels())) throw new IllegalArgumentException("The motion is of other objects than the scene: " +
			motion.objects() + " objects against " + scene.objects() + ", or in another order.");
		if (motion.dimensions() < scene.shape().dimensions()) throw new IllegalArgumentException("A motion of " + motion.dimensions() +
			" dimensions cannot move a scene of " + scene.shape().space() + ".");
		for (final ObjectLayer layer : scene.layers())
			if (layer.type() != scene.type() || layer.channels() != scene.shape().channels()) throw new IllegalArgumentException("Layer " + layer
				.label() + " is " + layer.type() + " of " + layer.channels() + " channels, the background " + scene.type() + " of " + scene.shape()
					.channels() + ".");
		return new LazyVideo(scene, motion, mode);
	}
}
