package org.motionlayers;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.composite.Compositor;
import org.motionlayers.composite.Compositor.Mode;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.decompose.InpaintingService;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.PredictionFiles;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.PredictorService;
import org.motionlayers.predict.TrackMeasurer;
import org.motionlayers.predict.UncertainPredictor;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;
import org.motionlayers.segmentation.SegmentationService;
import org.motionlayers.ui.Filmstrip;
import org.motionlayers.ui.roi.RoiZipWriter;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** Calls the rooms in the order of the data. */
@Plugin(type = Service.class)
public final class DefaultMotionLayersService extends AbstractService implements MotionLayersService {

	/** The name of the format that is a zip of outlines. */
	private static final String ROIS = "rois";

	@Parameter
	private PluginService plugins;

	@Parameter
	private SegmentationService segmentations;

	@Parameter
	private InpaintingService inpainters;

	@Parameter
	private PredictorService predictors;

	@Override
	public Segmentation segmentation(final Movie movie, final String source, final Progress progress) throws IOException {
		if (source.equals(AUTOMATIC)) return segmentations.automatic(movie, progress);
		return segmentations.read(Path.of(source), movie, progress);
	}

	@Override
	public Segmentation segmentation(final Movie movie, final Movie labels, final Progress progress) {
		return segmentations.of(labels, movie, progress);
	}

	@Override
	public Scene decompose(final Movie observed, final Segmentation labels, final PredictionOptions options, final Progress progress) {
		return Decomposer.decompose(observed, labels, inpainters.inpainter(options.background()), options.depth(), options.seed(), progress);
	}

	@Override
	public Tracks track(final Movie observed, final Segmentation labels, final Scene scene, final Progress progress) {
		return new TrackMeasurer().measure(observed, labels, scene, progress);
	}

	@Override
	public Motion motion(final Movie observed, final Segmentation labels, final Scene scene, final Tracks tracks,
		final PredictionOptions options, final Progress progress)
	{
		return predictors.predictor(options.predictor()).predict(request(observed, labels, scene, tracks, options), progress);
	}

	private static PredictionRequest request(final Movie observed, final Segmentation labels, final Scene scene, final Tracks tracks,
		final PredictionOptions options)
	{
		final Cues cues = options.cues().apply(scene);
		cues.check(scene);
		return new PredictionRequest(scene, observed, labels, tracks, cues, options.frames(), options.seed(), options.settings());
	}

	@Override
	public Futures futures(final Prediction prediction, final PredictionOptions options, final int samples, final Progress progress) {
		if (!(predictors.predictor(options.predictor()) instanceof UncertainPredictor predictor)) throw new InputException("futures=" + samples +
			": predictor '" + options.predictor() + "' does not know how uncertain it is; '" + PredictorService.DEFAULT + "' does.");
		return predictor.futures(request(prediction.observed(), prediction.labels(), prediction.scene(), prediction.tracks(), options), samples,
			progress);
	}

	@Override
	public Video composite(final Scene scene, final Motion motion, final Mode mode) {
		return Compositor.composite(scene, motion, mode);
	}

	@Override
	public void write(final OutputFolder out, final Prediction prediction, final PredictionFiles.Options options, final Progress progress) {
		final Video video = prediction.video();
		PredictionFiles.write(out, video, prediction.observed(), prediction.labels(), prediction.tracks(), options, PredictionFiles.writers(plugins),
			progress);
		if (options.formats().contains(ROIS)) out.write("rois.zip", path -> RoiZipWriter.write(path, t -> video.labels(t + 1), video.frames(),
			prediction.scene().shape(), progress));
		out.write("preview.png", path -> new Filmstrip(prediction.observed(), prediction.labels(), prediction.tracks(), video).write(path,
			progress));
	}

	@Override
	public Prediction predict(final Movie movie, final Segmentation labels, final PredictionOptions options, final Progress progress) {
		predictors.predictor(options.predictor()); // an unknown name is told before the long work, not after
		final Observation observation = Observation.of(movie, labels, options.observed());
		final Movie seen = observation.movie();
		final Segmentation seenLabels = observation.labels();
		final Scene scene = decompose(seen, seenLabels, options, progress);
		final Tracks tracks = track(seen, seenLabels, scene, progress);
		final Motion motion = motion(seen, seenLabels, scene, tracks, options, progress);
		return new Prediction(seen, seenLabels, scene, tracks, motion, composite(scene, motion, options.mode()));
	}
}
