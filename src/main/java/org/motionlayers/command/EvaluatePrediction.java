package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.evaluate.comparison.Comparison;
import org.motionlayers.evaluate.comparison.VideoComparison;
import org.motionlayers.evaluate.distribution.Extractors;
import org.motionlayers.evaluate.distribution.FeatureExtractor;
import org.motionlayers.evaluate.distribution.FeatureExtractor.Features;
import org.motionlayers.evaluate.distribution.RandomConvolutionExtractor;
import org.motionlayers.evaluate.image.ValueRange;
import org.motionlayers.evaluate.motion.MotionHistograms.Acceleration;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.Windows;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;

/** How near a prediction came to what then happened. */
@Plugin(type = Command.class, name = "evaluate", label = "Evaluate Prediction...", menuPath = "Plugins>Motion Layers>Evaluate Prediction...",
	headless = true, description = "Compares predicted frames, labels and tracks with the true ones by the measures of the field.")
public class EvaluatePrediction extends MotionCommand {

	@Parameter(label = "Predicted frames", persist = false, description = "The video that predict made, or any other.")
	private ImagePlus image;

	@Parameter(label = "True frames", required = false, persist = false,
		description = "File, folder or title of an open image; empty for the image that was predicted from, as run.json beside the video names it.")
	private String truth = "";

	@Parameter(label = "Predicted labels", required = false, persist = false,
		description = "File, folder or title of an open image; empty for those beside the video, or none.")
	private String labels = "";

	@Parameter(label = "True labels", required = false, persist = false,
		description = "File, folder, title of an open image, or auto; empty for those that were predicted from where the true frames are left empty too.")
	private String truthlabels = "";

	@Parameter(label = "Predicted tracks", required = false, persist = false, style = "open",
		description = "A tracks.csv as predict writes it; empty for the one beside the video, else centroids of the predicted labels.")
	private File tracks = new File("");

	@Parameter(label = "Offset (frames, -1 = known)", min = "-1", persist = false,
		description = "The true frame, from 0, that the first frame of the video is compared with; -1: the one after the observed frames, as run.json beside the video says, else 0.")
	private int offset = EvaluationInput.AUTOMATIC_OFFSET;

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Feature extractor", choices = { "random-convolution", "i3d", "inception", "vgg" }, persist = false,
		description = "What the Frechet distance is measured on: random-convolution needs no file; with inception it is FID, with i3d FVD; vgg gives LPIPS.")
	private String extractor = RandomConvolutionExtractor.NAME;

	@Parameter(label = "Model (TorchScript file)", required = false, persist = false, style = "open",
		description = "The network of the feature extractor, where it needs one.")
	private File model = new File("");

	@Parameter(label = "FVMD as released", persist = false,
		description = "Take accelerations of positions, as the released FVMD program does by a slip, instead of velocities.")
	private boolean upstream = false;

	@Parameter(label = "Arrows asked for (label:dx,dy in px per frame)", required = false, persist = false,
		description = "What the objects were asked to do, as predict takes arrows, for the precision of actions; empty for what they truly did.")
	private String arrows = "";

	@Parameter(label = "Seed", persist = false, description = "Of random features, and of the halves for the floor of Frechet distances.")
	private long seed = 1;

	@Parameter(label = "Output folder", required = false, persist = false, style = "directory",
		description = "Where metrics.csv, summary.csv, plots and run.json go; empty for none.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(label = "Show tables", persist = false, description = "Show the measures by frame and of all frames; without a desktop nothing is shown.")
	private boolean table = true;

	@Parameter(label = "Show plots", persist = false, description = "Plot the measures over time; without a desktop nothing is shown.")
	private boolean plots = true;

	@Parameter
	private MotionLayersService layers;

	@Parameter
	private PluginService plugins;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final FeatureExtractor chosen = new Extractors(plugins).extractor(extractor);
		final SliceAxis axis = Choice.of("slices", slices, SliceAxis.class);
		final boolean wanted = output != null && !output.getPath().isEmpty();
		try (OutputFolder out = wanted ? OutputFolder.open(output.toPath(), overwrite) : null) {
			final EvaluationInput in = EvaluationInput.of(PredictedInput.of(image, labels, tracks, axis, layers, progress), truth, truthlabels,
				offset, axis, layers, progress);
			final double range = ValueRange.of(in.truth().movie());
			final Comparison comparison = compare(in, chosen, range, progress);
			final EvaluationOutput results = new EvaluationOutput(comparison, in);
			if (wanted) {
				results.write(out);
				out.commit(results.complete(call().record().seed(seed), range, progress));
			}
			if (Windows.canShow()) results.show(in.predicted().image().movie().title(), table, plots);
			log().info(in.pairing());
			comparison.remarks().forEach(log()::info);
			log().info(comparison.sentence() + (wanted ? " Written to " + out.folder() + "." : ""));
		}
	}

	private Comparison compare(final EvaluationInput in, final FeatureExtractor chosen, final double range, final Progress progress)
		throws IOException
	{
		final Optional<Path> file = model == null || model.getPath().isEmpty() ? Optional.empty() : Optional.of(model.toPath());
		try (Features features = chosen.open(new FeatureExtractor.Options(file, seed, range))) {
			return new VideoComparison(in.predictedFrames(progress), in.trueFrames(progress), new VideoComparison.Options(in.lastObserved(
				progress), features, range, upstream ? Acceleration.UPSTREAM : Acceleration.OF_VELOCITY, in.actions(arrows), seed)).run(progress);
		}
	}
}
