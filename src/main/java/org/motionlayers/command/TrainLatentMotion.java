package org.motionlayers.command;

import java.io.File;
import java.io.IOException;

import org.motionlayers.MotionLayersService;
import org.motionlayers.scene.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model of latent motion diffusion; what "train model=lamd" does on the command line. */
@Plugin(type = Command.class, name = "trainlamd", label = "Train Latent Motion Diffusion...",
	menuPath = "Plugins>Motion Layers>Train Latent Motion Diffusion...", headless = true,
	description = "Trains the autoencoder of clips or the generator of motion, on simulated scenes or on your own movies; no labels are needed.")
public class TrainLatentMotion extends MotionCommand {

	@Parameter(label = "Stage", choices = { "autoencoder", "generator" }, persist = false,
		description = "Which of the two models: the autoencoder of clips comes first, then the generator of the motion in its latents.")
	private String stage = "autoencoder";

	@Parameter(label = "Scenes", persist = false,
		description = "Simulated: captions, motions, clouds, collisions or mixed; or a movie, a folder of movies, or a folder of folders with image.tif.")
	private String scenes = "mixed";

	@Parameter(label = "Number of scenes (0 = usual)", min = "0", persist = false,
		description = "How many scenes are simulated to learn from; usual are other ones at every step, and 3000 for the generator.")
	private int count = 0;

	@Parameter(label = "Autoencoder", persist = false,
		description = "Whose latents the generator learns: folder of a model; empty for the shipped one.")
	private String autoencoder = "";

	@Parameter(label = "Prompts", persist = false,
		description = "Whether the generator learns what scenes are called, their classes or sentences; without, it draws any motion.")
	private boolean prompts = true;

	@Parameter(label = "Frames of a clip (0 = usual)", min = "0", max = "64", persist = false,
		description = "How many frames the autoencoder reads and writes: 2, 4, 8, 16, 32 or 64.")
	private int frames = 0;

	@Parameter(label = "Steps (0 = usual)", min = "0", persist = false, description = "Training steps in all, those before a resume included.")
	private long steps = 0;

	@Parameter(label = "Batch (0 = usual)", min = "0", max = "1024", persist = false, description = "Clips that a step learns from; fewer need less memory.")
	private int batch = 0;

	@Parameter(label = "Learning rate (0 = usual)", min = "0", max = "1", persist = false,
		description = "Largest learning rate; it rises in the first steps and falls along half a cosine.")
	private double rate = 0;

	@Parameter(label = "Perceptual network", required = false, persist = false,
		description = "TorchScript file of a network, such as VGG, by whose features the autoencoder's clips are compared, too; empty for their edges alone.")
	private String perceptual = "";

	@Parameter(label = "Adversarial weight (0 = none)", min = "0", max = "10", persist = false,
		description = "Weight of a discriminator that tells the autoencoder's clips from true ones, from half of the training on.")
	private double adversarial = 0;

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

	@Parameter
	private MotionLayersService layers;

	@Override
	protected void execute(final Progress progress) throws IOException {
		new TrainingJob(TrainingJob.course(LamdCourse.MODEL, "stage", stage), new TrainingPlan(frames, steps, batch, rate, 0, seed),
			new TrainingJob.Scenes(scenes, count, new LatentChoices(autoencoder, prompts, perceptual, adversarial)), start, output,
				resume).run(layers, call().commandLine(), log(), progress);
	}
}
