package org.motionlayers.command;

import java.io.File;
import java.io.IOException;

import org.motionlayers.MotionLayersService;
import org.motionlayers.scene.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Trains a model, on simulated scenes or on movies of one's own: of Motion Dreamer, and on the command line of any family. {@link
 * TrainLatentMotion} has the dialog of latent motion diffusion.
 */
@Plugin(type = Command.class, name = "train", label = "Train Motion Dreamer...", menuPath = "Plugins>Motion Layers>Train Motion Dreamer...",
	headless = true, description = "Trains a diffusion model of motion on simulated scenes or on your own tracked movies.")
public class TrainModel extends MotionCommand {

	@Parameter(label = "Model", choices = { "dreamer", "lamd" }, persist = false,
		description = "Which family of models: dreamer is Motion Dreamer, lamd is latent motion diffusion.")
	private String model = "dreamer";

	@Parameter(label = "Space", choices = { "objects", "grid", "decoder", "onestage" }, persist = false,
		description = "Which part of it: objects, stage I with a token for every object, learns from tracks alone; grid, stage I on a grid of pixels; decoder, stage II; onestage, frames straight from arrows, to compare with.")
	private String space = "objects";

	@Parameter(label = "Scenes", persist = false,
		description = "Simulated: collisions, cells or traffic; or a folder with image.tif and labels.tif or of such folders, a TrackMate XML, a Cell Tracking Challenge folder or a label stack; for lamd captions, motions, clouds, collisions or mixed, or movies without labels.")
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

	@Parameter(label = "Begin with", required = false, persist = false,
		description = "Folder or name of a trained model whose weights the training begins with where they fit, as for movies of your own; empty for none.")
	private String start = "";

	@Parameter(label = "Resume", persist = false, description = "Go on from the checkpoint in the output folder.")
	private boolean resume = false;

	@Parameter(label = "Stage", choices = { "autoencoder", "generator" }, persist = false,
		description = "Which part of latent motion diffusion, where model is lamd: the autoencoder of clips, or the generator of motion.")
	private String stage = "autoencoder";

	@Parameter(label = "Autoencoder", persist = false,
		description = "Whose latents stage=generator learns: folder of a model; empty for the shipped one.")
	private String autoencoder = "";

	@Parameter(label = "Prompts", persist = false,
		description = "Whether stage=generator learns what scenes are called, their classes or sentences; without, it draws any motion.")
	private boolean prompts = true;

	@Parameter
	private MotionLayersService layers;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final boolean lamd = model.strip().equalsIgnoreCase(LamdCourse.MODEL);
		final TrainingCourse course = TrainingJob.course(model, lamd ? "stage" : "space", lamd ? stage : space);
		new TrainingJob(course, new TrainingPlan(frames, steps, batch, rate, masking, seed), new TrainingJob.Scenes(scenes, count, new LatentChoices(autoencoder,
			prompts)), start, output, resume).run(layers, call().commandLine(), log(), progress);
	}
}
