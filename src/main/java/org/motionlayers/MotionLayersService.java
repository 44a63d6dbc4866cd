package org.motionlayers;

import java.io.IOException;

import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.PredictionFiles;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;
import org.scijava.service.SciJavaService;

/**
 * The stages of Motion Layers, one by one and all in one call. What commands do, they do through this service.
 *
 * <pre>{@code
 * MotionLayersService layers = context.service(MotionLayersService.class);
 * Movie movie = Images.open(Path.of("image.tif"));
 * Segmentation labels = layers.segmentation(movie, "labels.tif", Progress.NONE);
 * Prediction prediction = layers.predict(movie, labels, PredictionOptions.of(12).withObserved(4), Progress.NONE);
 * Frame third = prediction.video().image(3);
 * }</pre>
 *
 * Every method throws {@link InputException} with one clear line where the input is bad.
 */
public interface MotionLayersService extends SciJavaService {

	/** What to give as the source of labels where there is no segmentation. */
	String AUTOMATIC = "auto";

	/**
	 * Stage 1: labels for a movie.
	 *
	 * @param movie the image
	 * @param source file or folder of any format that a SegmentationReader plugin reads, or {@link #AUTOMATIC}
	 * @param progress is told and asked
	 * @return labels of the movie's size, a label being the same object in every frame
	 * @throws IOException where the file cannot be read
	 */
	Segmentation segmentation(Movie movie, String source, Progress progress) throws IOException;

	/**
	 * Stage 1 with labels that are an open image.
	 *
	 * @param movie the image
	 * @param labels the label image
	 * @param progress is told and asked
	 * @return labels of the movie's size, a label being the same object in every frame
	 */
	Segmentation segmentation(Movie movie, Movie labels, Progress progress);

	/**
	 * Stage 2: takes the last observed frame apart.
	 *
	 * @param observed the frames that may be looked at
	 * @param labels their labels, as many frames
	 * @param options background, depth and seed are used
	 * @param progress is told and asked
	 * @return the background and one layer per label of the last frame
	 */
	Scene decompose(Movie observed, Segmentation labels, PredictionOptions options, Progress progress);

	/**
	 * Between stages 2 and 3: measures where the objects of a scene were in the observed frames.
	 *
	 * @param observed the frames that may be looked at
	 * @param labels their labels, as many frames
	 * @param scene their last frame taken apart
	 * @param progress is told and asked
	 * @return positions and camera motion
	 */
	Tracks track(Movie observed, Segmentation labels, Scene scene, Progress progress);

	/**
	 * Stage 3: predicts where the layers go.
	 *
	 * @param observed the frames that may be looked at
	 * @param labels their labels, as many frames
	 * @param scene their last frame taken apart
	 * @param tracks where its objects were
	 * @param options predictor, cues, frames and seed are used
	 * @param progress is told and asked
	 * @return the displacement of every layer at every future frame
	 */
	Motion motion(Movie observed, Segmentation labels, Scene scene, Tracks tracks, PredictionOptions options, Progress progress);

	/**
	 * Stage 4: composites.
	 *
	 * @param scene the layers
	 * @param motion where they go
	 * @param mode what happens where they meet
	 * @return the future frames, computed when asked for
	 */
	Video composite(Scene scene, Motion motion, Mode mode);

	/**
	 * Draws possible futures of what was predicted.
	 *
	 * @param prediction what was found
	 * @param options those it was made with: predictor, cues and seed are used
	 * @param samples number of futures, at least 1
	 * @param progress is told and asked
	 * @return that many futures of every object
	 * @throws InputException where the predictor does not know how uncertain it is
	 */
	Futures futures(Prediction prediction, PredictionOptions options, int samples, Progress progress);

	/**
	 * Stage 5: writes a prediction: video.tif, labels.tif, flow.tif, tracks in every format asked for, preview.png.
	 *
	 * <pre>{@code
	 * try (OutputFolder out = OutputFolder.open(Path.of("out/mine"), false)) {
	 * 	layers.write(out, prediction, PredictionFiles.Options.of("image.tif").withFormats(Set.of("ctc", "rois")), Progress.NONE);
	 * 	out.commit(new RunRecord("my plugin"));
	 * }
	 * }</pre>
	 *
	 * @param out where it goes; the caller commits it
	 * @param prediction what was found
	 * @param options what is wanted; formats are the names of TrackWriter plugins, and "rois" for a zip of outlines
	 * @param progress is told and asked
	 */
	void write(OutputFolder out, Prediction prediction, PredictionFiles.Options options, Progress progress);

	/**
	 * Stages 2 to 4 in one call.
	 *
	 * @param movie the image; frames after the observed ones are never looked at
	 * @param labels its labels
	 * @param options what is asked for
	 * @param progress is told and asked
	 * @return all that was found
	 */
	Prediction predict(Movie movie, Segmentation labels, PredictionOptions options, Progress progress);
}
