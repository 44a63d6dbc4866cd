package org.motionlayers.evaluate.melomotion;

import java.util.Map;
import java.util.Optional;

import org.motionlayers.composite.Compositor;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.decompose.Inpainter;
import org.motionlayers.evaluate.image.PixelError;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Video;
import org.motionlayers.simulate.SquaresSample;

/** From the first frame of a scene to predicted frames, by the stages that {@code predict} goes through. */
final class PixelPath {

	/** Values of a pixel. */
	static final double RANGE = PixelType.UINT8.maximum();

	/** What lies behind moving squares is known. */
	private static final Inpainter BLACK = (observed, labels, seed, progress) -> new Frame(observed.type(), observed.shape(), observed.type()
		.newArray(observed.shape().values()));

	private final SquaresSample sample;
	private final Movie truth;
	private final Scene scene;

	/** @param sample whose first frame is taken apart */
	PixelPath(final SquaresSample sample) {
		this.sample = sample;
		this.truth = sample.movie();
		this.scene = Decomposer.decompose(truth.head(1), sample.labels().head(1), BLACK, Optional.empty(), 0, Progress.NONE);
	}

	/** @return the first frame taken apart */
	Scene scene() {
		return scene;
	}

	/** @return the sample */
	SquaresSample sample() {
		return sample;
	}

	/** @return mean colours over the masks in [0, 1], objects x 3 (MeloMotion, 3.2) */
	float[] features() {
		final float[] features = new float[scene.objects() * Lesson.COLOURS];
		for (int i = 0; i < features.length; i++) features[i] = (float) (scene.layers().get(i / Lesson.COLOURS).meanValue(i % Lesson.COLOURS) /
			RANGE);
		return features;
	}

	/** @return the video that follows from velocities, objects x 2, widths per frame (Eq. 3 and 4) */
	Video video(final float[] velocities) {
		final double[] pixels = new double[velocities.length];
		for (int k = 0; k < pixels.length; k++) pixels[k] = velocities[k] * (double) scene.shape().width();
		return Compositor.composite(scene, Motion.constant(scene.labels(), truth.frames() - 1, Lesson.DIMENSIONS, pixels, new double[0],
			new Motion.Provenance("perobject", 0, Map.of())));
	}

	/** @return the video that follows from the true motion */
	Video oracle() {
		return Compositor.composite(scene, sample.motion());
	}

	/** @return frame t of the truth */
	Frame truth(final int t) {
		return truth.frame(t);
	}

	/** @return number of frames after the first */
	int frames() {
		return truth.frames() - 1;
	}

	/** @return mean |I_t - I_t_gt| over frames 1 to T-1, pixels and channels, of colours in [0, 1] (Eq. 6) */
	double l1(final Video video) {
		double sum = 0;
		for (int t = 1; t <= frames(); t++) sum += l1(video.image(t), t);
		return sum / frames();
	}

	/** @return mean |I - I_t_gt| over pixels and channels, of colours in [0, 1] */
	double l1(final Frame frame, final int t) {
		return PixelError.between(frame, truth(t)).l1() / RANGE;
	}

	/** @return L1 of black frames */
	double l1OfBlack() {
		final Frame black = scene.background();
		double sum = 0;
		for (int t = 1; t <= frames(); t++) sum += l1(black, t);
		return sum / frames();
	}

	/** @return L1 of the first frame shown again and again */
	double l1OfFirst() {
		double sum = 0;
		for (int t = 1; t <= frames(); t++) sum += l1(truth(0), t);
		return sum / frames();
	}

	/** @return a frame's colours in [0, 1], (3, height, width) */
	static float[] colours(final Frame frame) {
		final float[] colours = new float[frame.shape().values()];
		colours(frame, colours, 0);
		return colours;
	}

	/** Writes a frame's colours in [0, 1] into an array that holds many. */
	static void colours(final Frame frame, final float[] to, final int at) {
		final byte[] values = (byte[]) frame.data();
		for (int i = 0; i < values.length; i++) to[at + i] = (float) ((values[i] & 0xff) / RANGE);
	}
}
