package org.motionlayers.predict;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;

/** Measures where the objects of a scene were in the observed frames, and how the camera moved. */
public final class TrackMeasurer {

	/** What to take for the position of an object that the frame's border cuts. */
	public enum Border {
		/** The reference position plus the shift that best aligns mask and intensities with those of the reference frame. */
		ALIGN,
		/** The centroid of what is left of the mask. */
		CENTROID
	}

	private final Border border;

	/** A measurer that aligns what the border cuts. */
	public TrackMeasurer() {
		this(Border.ALIGN);
	}

	/** @param border what to take for the position of an object that the frame's border cuts */
	public TrackMeasurer(final Border border) {
		this.border = border;
	}

	/**
	 * Measures.
	 *
	 * @param observed the observed frames; the last one is the reference frame
	 * @param labels their labels, as many frames; a label names the same object in all of them
	 * @param scene the reference frame taken apart
	 * @param progress is told and asked
	 * @return positions of every layer: centroids in pixels, for masks cut by the border in that frame or in the reference frame the
	 *         reference centroid plus the aligning shift; and the camera's shifts
	 * @throws InputException where image and labels do not fit each other
	 */
	public Tracks measure(final Movie observed, final Segmentation labels, final Scene scene, final Progress progress) {
		check(observed, labels, scene);
		final int frames = observed.frames(), last = frames - 1, objects = scene.objects(), dimensions = scene.shape().dimensions();
		final Measurement result = new Measurement(frames, objects, dimensions);
		final Frame reference = observed.frame(last);
		final int[] referenceLabels = labels.labels(last);
		final LabelMoments referenceMoments = LabelMoments.of(scene, referenceLabels);
		result.put(last, referenceMoments);
		if (frames == 1) return new Tracks(scene.labels(), 1, dimensions, result.positions, result.cut, new double[dimensions]);
		final MaskAligner aligner = new MaskAligner(reference, referenceLabels, referenceMoments);
		final int[] done = new int[1];
		final Runnable tell = () -> progress.update(done[0], frames, "measuring tracks");
		final CameraTrack camera = new CameraTrack(frames, reference, referenceLabels, tell);
		for (int k = last - 1; k >= 0; k--) {
			done[0] = last - k;
			tell.run();
			final Frame frame = observed.frame(k);
			final int[] frameLabels = labels.labels(k);
			final LabelMoments moments = LabelMoments.of(scene, frameLabels);
			result.put(k, moments);
			if (border == Border.ALIGN) aligner.align(scene, frame, frameLabels, moments, result.receiver(k));
			camera.measure(k, frame, frameLabels);
		}
		return new Tracks(scene.labels(), frames, dimensions, result.positions, result.cut, camera.shifts(dimensions));
	}

	/** Arrays of the tracks to be. */
	private static final class Measurement {

		private final int objects;
		private final int dimensions;
		private final double[] positions;
		private final boolean[] cut;

		Measurement(final int frames, final int objects, final int dimensions) {
			this.objects = objects;
			this.dimensions = dimensions;
			this.positions = new double[frames * objects * dimensions];
			this.cut = new boolean[frames * objects];
		}

		void put(final int k, final LabelMoments moments) {
			for (int i = 0; i < objects; i++) {
				cut[k * objects + i] = moments.cut(i);
				for (int d = 0; d < dimensions; d++) positions[(k * objects + i) * dimensions + d] = moments.centroid(i, d);
			}
		}

		MaskAligner.Receiver receiver(final int k) {
			return (object, d, position) -> positions[(k * objects + object) * dimensions + d] = position;
		}
	}

	private static void check(final Movie observed, final Segmentation labels, final Scene scene) {
		final Shape shape = observed.shape();
		if (!shape.sameSpace(labels.shape()) || !shape.sameSpace(scene.shape())) throw new InputException("labels: frames of " + labels
			.shape().space() + " do not fit the image of " + shape.space() + ".");
		if (labels.frames() != observed.frames()) throw new InputException("labels: " + labels.frames() + " frames do not fit the " + observed
			.frames() + " observed frames of the image.");
		if (!labels.identified() && labels.frames() > 1) throw new InputException("labels: '" + labels.description() +
			"' numbers objects afresh in every frame; link them first.");
	}
}
