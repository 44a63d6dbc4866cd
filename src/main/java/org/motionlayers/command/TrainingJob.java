package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.motionlayers.MotionLayersService;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.log.LogService;

/**
 * A training as a user asks for it, whatever the model.
 *
 * @param course what is trained
 * @param plan how; 0 for what is usual
 * @param scenes what is learned from
 * @param start folder or name of a trained model to begin with, whose weights are taken where they fit; empty for weights drawn anew
 * @param output where everything goes
 * @param resume whether to go on from the checkpoint there
 */
record TrainingJob(TrainingCourse course, TrainingPlan plan, Scenes scenes, String start, File output,
	boolean resume) {

	/** All that can be trained. */
	static final List<TrainingCourse> COURSES = Stream.concat(Stream.<TrainingCourse>of(DreamerCourse.values()), Stream.of(LamdCourse.values()))
		.toList();

	/**
	 * What is learned from, as a user names it.
	 *
	 * @param name of simulated scenes, or a file or folder
	 * @param count number of simulated scenes, 0 for the usual number
	 * @param latent what is chosen for latent motion diffusion alone
	 */
	record Scenes(String name, int count, LatentChoices latent) {}

	/**
	 * Finds what is to be trained.
	 *
	 * @param model family of models, as users write it
	 * @param parameter name of the parameter that names its part
	 * @param part of the family
	 * @throws InputException where there is no such model or part
	 */
	static TrainingCourse course(final String model, final String parameter, final String part) {
		final List<TrainingCourse> family = COURSES.stream().filter(course -> course.model().equalsIgnoreCase(model.strip())).toList();
		if (family.isEmpty()) throw new InputException("model=" + model + ": one of " + COURSES.stream().map(TrainingCourse::model).distinct()
			.collect(Collectors.joining(", ")) + " can be trained.");
		return family.stream().filter(course -> course.space().equalsIgnoreCase(part.strip())).findFirst().orElseThrow(() -> new InputException(
			parameter + "=" + part + ": one of " + family.stream().map(TrainingCourse::space).collect(Collectors.joining(", ")) + " is needed."));
	}

	/**
	 * Trains.
	 *
	 * @param layers reads labels
	 * @param call the command line that trains it again
	 * @param log is told
	 * @param progress is told and asked
	 * @throws IOException where the folder cannot be written
	 */
	void run(final MotionLayersService layers, final String call, final LogService log, final Progress progress) throws IOException {
		final TrainingPlan whole = plan.or(course.summary().usual());
		TrainingPlan.requireFolder(output);
		try (TrainingFolder folder = TrainingFolder.open(output, resume)) {
			final TrainingMaterial material = TrainingMaterial.of(scenes.name, scenes.count, course, layers, progress).with(scenes.latent);
			log.info("Learning from " + material.description() + ".");
			NetworkEngine.require();
			try (Trainee<?> trainee = course.trainee(whole, material, progress)) {
				if (!start.isBlank() && !resume) begin(trainee, log);
				final ModelCard card = new ModelCard(course, whole, material, trainee.network().layer().parameters(), call
					.replace(" resume=true", " resume=false"));
				new TrainingRun(card, folder, log).run(trainee, model -> course.finish(model, whole, material, progress), progress);
			}
		}
	}

	private void begin(final Trainee<?> trainee, final LogService log) throws IOException {
		final Path model = ModelPlaces.find(start.strip());
		final int all = trainee.network().weights().size(), taken = ModelTraining.begin(trainee, model);
		if (taken == 0) throw new InputException("start=" + start + ": none of its weights fits what is trained, " + course.summary().title() + ".");
		log.info("Beginning with " + taken + " of " + all + " weights of '" + model + "'.");
	}
}
