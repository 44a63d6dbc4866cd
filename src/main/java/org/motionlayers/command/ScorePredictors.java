package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.decompose.InpaintingService;
import org.motionlayers.dreamer.DreamerPredictor;
import org.motionlayers.evaluate.forecast.Scorecard;
import org.motionlayers.evaluate.forecast.ScorecardReport;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.lamd.LatentMotionPredictor;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictorService;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.Windows;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Which predictor to trust on this movie, measured on the movie itself. */
@Plugin(type = Command.class, name = "scorecard", label = "Score Predictors...", menuPath = "Plugins>Motion Layers>Score Predictors...",
	headless = true, description = "Hides the later frames of a movie, predicts them with every predictor, and tells which one to trust.")
public class ScorePredictors extends MotionCommand {

	/** One moves only what it is told to; the other has learned a motion of its own elsewhere, and needs PyTorch: nothing to score here. */
	private static final Set<String> NOT_SCORED = Set.of("arrows", DreamerPredictor.NAME, LatentMotionPredictor.NAME);

	@Parameter(label = "Image", persist = false, description = "A time-lapse of at least five frames.")
	private ImagePlus image;

	@Parameter(label = "Labels", persist = false, required = false,
		description = "Segmentation of all frames: file or folder, title of an open label image, auto, or empty for the other open image.")
	private String labels = "";

	@Parameter(label = "Slices are", choices = { "auto", "time", "depth" }, persist = false,
		description = "What the slices of a stack without frames are; auto: time where their distance has no unit of length.")
	private String slices = "auto";

	@Parameter(label = "Seed", persist = false, description = "Of all random choices.")
	private long seed = 1;

	@Parameter(label = "Output folder", persist = false, style = "directory", description = "Where scorecard.html and the tables go.")
	private File output = new File("");

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter(label = "Show table", persist = false, description = "Show a table of all errors; without a desktop nothing is shown.")
	private boolean table = true;

	@Parameter(label = "Show plots", persist = false, description = "Plot errors against frames ahead; without a desktop nothing is shown.")
	private boolean plots = true;

	@Parameter
	private MotionLayersService layers;

	@Parameter
	private PredictorService predictors;

	@Parameter
	private InpaintingService inpainters;

	@Override
	protected void execute(final Progress progress) throws IOException {
		if (output == null || output.getPath().isEmpty()) throw new InputException("output: a folder for the scorecard is needed.");
		try (OutputFolder out = OutputFolder.open(output.toPath(), overwrite)) {
			final SegmentedInput in = SegmentedInput.of(image, labels, Choice.of("slices", slices, SliceAxis.class), layers, progress);
			took(in);
			final Scorecard.Options options = new Scorecard.Options(Scorecard.Options.DEFAULT.horizons(), Scorecard.Options.DEFAULT.references(),
				Scorecard.Options.DEFAULT.pictures(), seed);
			final Scorecard card = Scorecard.of(in.image().movie(), in.labels().segmentation(), contestants(), inpainters.inpainter(InpaintingService.DEFAULT),
				options, progress);
			final ScorecardReport report = new ScorecardReport(card);
			out.write("scorecard.html", path -> Files.writeString(path, report.html()));
			out.write("errors.csv", path -> Files.writeString(path, report.errors().csv()));
			out.write("pictures.csv", path -> Files.writeString(path, report.pictures().csv()));
			out.commit(call().record().seed(seed));
			if (Windows.canShow()) ScorecardWindows.show(card, table, plots);
			log().info(card.recommendation().sentence() + " Written to " + out.folder() + ".");
		}
	}

	private Map<String, MotionPredictor> contestants() {
		final Map<String, MotionPredictor> contestants = new LinkedHashMap<>();
		for (final String name : predictors.names()) if (!NOT_SCORED.contains(name)) contestants.put(name, predictors.predictor(name));
		return contestants;
	}
}
