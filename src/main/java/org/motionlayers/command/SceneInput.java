package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.Observation;
import org.motionlayers.Prediction;
import org.motionlayers.PredictionOptions;
import org.motionlayers.io.image.StackNotes;
import org.motionlayers.io.layer.LayerReader;
import org.motionlayers.io.layer.LayerScene;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;

/**
 * A scene that a command was given, in one of three ways: a layer stack, as it is now; an image that remembers a prediction; or an image and
 * its labels, which are taken apart.
 *
 * @param scene the layers
 * @param reference number of the frame that they are of, from 0
 * @param motion where they go, where the image remembers that
 * @param layers what a layer stack says of itself, where the image is one
 * @param image the image
 * @param labels its labels; those of the layers where no others were given
 * @param labelsName the labels as a user would give them
 */
record SceneInput(Scene scene, int reference, Optional<Motion> motion, Optional<StackNotes> layers, ImageInput image, LabelInput labels,
	String labelsName)
{

	/**
	 * How an image is taken apart.
	 *
	 * @param labels auto, a file or folder, the title of an open image, or empty for the only sensible open image
	 * @param options observed, background and seed are used
	 * @param depth file of a depth image, empty for none
	 * @param slices what the slices of a stack without frames are
	 */
	record Wishes(String labels, PredictionOptions options, File depth, SliceAxis slices) {}

	/**
	 * Takes a scene in.
	 *
	 * @param image what the command was given
	 * @param wishes how to take it apart, where it is not already
	 * @param service does it
	 * @param progress is told and asked
	 * @return the scene
	 */
	static SceneInput of(final ImagePlus image, final Wishes wishes, final MotionLayersService service, final Progress progress)
		throws IOException
	{
		ImageInput.require("image", image);
		final StackNotes notes = ImageInput.notes(image);
		final Optional<Prediction> remembered = Remembered.of(image);
		if (LayerReader.isLayerStack(notes)) {
			if (!wishes.labels().isBlank()) throw new InputException("labels=" + wishes.labels() + ": the image is a layer stack, which has masks of its " +
				"own; give no labels.");
			final ImageInput in = ImageInput.of("image", image, SliceAxis.DEPTH);
			final LayerScene read = LayerReader.read(in.movie(), notes, progress);
			return of(read.scene(), read.reference(), remembered.map(Prediction::motion), Optional.of(notes), in);
		}
		if (remembered.isPresent() && wishes.labels().isBlank()) {
			final Prediction prediction = remembered.get();
			return of(prediction.scene(), prediction.observed().frames() - 1, Optional.of(prediction.motion()), Optional.empty(), ImageInput.of(
				"image", image, wishes.slices()));
		}
		return decomposed(SegmentedInput.of(image, wishes.labels(), wishes.slices(), service, progress), wishes, service, progress);
	}

	private static SceneInput of(final Scene scene, final int reference, final Optional<Motion> motion, final Optional<StackNotes> notes,
		final ImageInput image)
	{
		final Segmentation labels = new Segmentation(scene.shape(), 1, t -> scene.labelImage(), Map.of(), true, scene.calibration(), scene
			.objects() + " layers of " + scene.title());
		return new SceneInput(scene, reference, motion, notes, image, new LabelInput(labels, Optional.empty()), "");
	}

	private static SceneInput decomposed(final SegmentedInput in, final Wishes wishes, final MotionLayersService service,
		final Progress progress) throws IOException
	{
		final Optional<Frame> depth = DepthInput.of(wishes.depth(), in.image().movie());
		final Observation seen = Observation.of(in.image().movie(), in.labels().segmentation(), wishes.options().observed());
		final Scene scene = service.decompose(seen.movie(), seen.labels(), wishes.options().withDepth(depth), progress);
		final ImageInput image = new ImageInput(in.image().movie(), in.image().path(), in.image().reader(), in.remarks());
		return new SceneInput(scene, seen.reference(), Optional.empty(), Optional.empty(), image, in.labels(), in.labelsName());
	}

	/** @return the image as a user would give it: its file, or its title */
	String imageName(final ImagePlus given) {
		return image.path().map(path -> path.toAbsolutePath().toString()).orElse(given.getTitle());
	}

	/** @return what the user should know, one line each */
	List<String> remarks() {
		return image.remarks();
	}
}
