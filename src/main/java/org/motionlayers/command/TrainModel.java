package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.motionlayers.MotionLayersService;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model of Motion Dreamer, on simulated scenes or on movies of one's own. */
@Plugin(type = Command.class, name = "train", label = "Train Motion Dreamer...", menuPath = "Plugins>Motion Layers>Train Motion Dreamer...",
	headless = true, description = "Trains a diffusion model of motion on simulated scenes or on your own tracked movies.")
public class TrainModel extends MotionCommand {

	/** All that can be trained. */
	static final List<TrainingCourse> COURSES = Stream.<TrainingCourse>of(DreamerCourse.values()).toList();

	@Parameter(label = "Model", choices = { "dreamer" }, persist = false, description = "Which family of models; dreamer is Motion Dreamer.")
	private String model = "dreamer";

	@Parameter(label = "Space", choices = { "objects", "grid", "decoder", "onestage" }, persist = false,
		description = "Which part of it: objects, stage I with a token for every object, learns from tracks alone; grid, stage I on a grid of pixels; decoder, stage II; onestage, frames straight from arrows, to compare with.")
	private String space = "objects";

	@Parameter(label = "Scenes", persist = false,
		description = "Simulated: collisions, cells or traffic; or a folder with image.tif and labels.tif or of such folders, a TrackMate XML, a Cell Tracking Challenge folder or a label stack.")
	private String scenes = "collisions";

	@Parameter(label = "Number of scenes (0 = usual)", min = "0", persist = false, description = "How many scenes are simulated to learn from.")
	private int count = 0;

	@Parameter(label = "Future frames (0 = usual)", min = "0", max = "64", persist = false,
		description = "How many frames the model predicts at once at most.")
	private int frames = 0;

	@Parameter(label = "Steps (0 = usual)", min = "0", persist = false, description = "Training steps in all, those before a resume included.")
	private long steps = 0;

	@Parameter(label = "Batch (0 = usual)", min = "0", max = "1024", persist = false, description = "Scenes that a step learns from; fewer need less memory.")
	private int batch = 0;

	@Parameter(label = "Learning rate (0 = usual)", min = "0", max = "1", persist = false,
		description = "Largest learning rate; it rises in the first steps and falls along half a cosine.")
	private double rate = 0;

	@Parameter(label = "Masking", min = "0", max = "1", stepSize = "0.1", persist = false,
		description = "Probability that an object's arrow is hidden, so that its motion has to be reasoned from the others.")
	private double masking = .5;

	@Parameter(label = "Seed", persist = false, description = "Of scenes, weights and noise: the same seed gives the same model.")
	private long seed = 0;

	@Parameter(label = "Output folder", persist = false, style = "directory",
		description = "Where the model, its card, checkpoint, training.csv and loss.png go.")
	private File output = new File("");

	@Parameter(label = "Resume", persist = false, description = "Go on from the checkpoint in the output folder.")
	private boolean resume = false;

	@Parameter
	private MotionLayersService layers;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final TrainingCourse course = course();
		final TrainingPlan plan = new TrainingPlan(frames, steps, batch, rate, masking, seed).or(course.usual());
		TrainingPlan.requireFolder(output);
		try (TrainingFolder folder = TrainingFolder.open(output, resume)) {
			final TrainingMaterial material = TrainingMaterial.of(scenes, count, course, layers, progress);
			log().info("Learning from " + material.description() + ".");
			NetworkEngine.require();
			try (Trainee<?> trainee = course.trainee(plan, material, progress)) {
				final ModelCard card = new ModelCard(course, plan, material, trainee.network().layer().parameters(), call().commandLine());
				new TrainingRun(card, folder, log()).run(trainee, progress);
			}
		}
	}

	private TrainingCourse course() {
		final List<TrainingCourse> family = COURSES.stream().filter(course -> course.model().equalsIgnoreCase(model.strip())).toList();
		if (family.isEmpty()) throw new InputException("model=" + model + ": one of " + COURSES.stream().map(TrainingCourse::model).distinct()
			.collect(Collectors.joining(", ")) + " can be trained.");
		return family.stream().filter(course -> course.space().equalsIgnoreCase(space.strip())).findFirst().orElseThrow(() -> new InputException(
			"space=" + space + ": one of " + family.stream().map(TrainingCourse::space).collect(Collectors.joining(", ")) + " is needed."));
	}
}
