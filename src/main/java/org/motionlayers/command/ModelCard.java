package org.motionlayers.command;

import java.util.Locale;

/**
 * What a trained model says of itself: README.md beside it.
 *
 * @param course what was trained
 * @param plan how
 * @param material on what
 * @param parameters numbers of all weights
 * @param call the command line that trains it again
 */
record ModelCard(TrainingCourse course, TrainingPlan plan, TrainingMaterial material, long parameters, String call) {

	/** Name of the file. */
	static final String FILE = "README.md";

	/** Part of the steps at the end that the loss is told of. */
	private static final double END = .1;

	/**
	 * Writes the text.
	 *
	 * @param name of the model
	 * @param log of the training
	 * @param seconds that this part of the training took
	 * @return Markdown
	 */
	String markdown(final String name, final TrainingLog log, final double seconds) {
		final StringBuilder text = new StringBuilder();
		text.append("# ").append(name).append("\n\n").append(course.summary().title()).append(", trained by Motion Layers.\n\n");
		text.append("| | |\n|---|---|\n");
		row(text, "trained on", material.description());
		row(text, "steps", log.steps() + (log.steps() < plan.steps() ? " of " + plan.steps() + ": stopped before the end" : "") + ", " + plan.batch() +
			" scenes each");
		row(text, "learning rate", plan.rate() + " at most");
		course.facts(plan).forEach((fact, value) -> row(text, fact, value));
		row(text, "parameters", String.format(Locale.ROOT, "%,d", parameters));
		row(text, "seed", Long.toString(plan.seed()));
		row(text, "loss", String.format(Locale.ROOT, "%.5f, mean of the last tenth of the steps (training.csv, loss.png)", log.lastLoss(END)));
		row(text, "time", String.format(Locale.ROOT, "%.0f s on %d processors", seconds, Runtime.getRuntime().availableProcessors()));
		text.append("\nTrained again by\n\n```sh\n").append(call).append("\n```\n\nThe same command, seed and number of threads give the same weights.\n");
		text.append("\n## Limits\n\n");
		course.summary().limits().forEach(limit -> text.append("- ").append(limit).append('\n'));
		text.append("- The loss is that of training. How good the motion is, `scorecard` and `evaluate` tell on movies that it has not seen.\n");
		return text.toString();
	}

	private static void row(final StringBuilder text, final String name, final String value) {
		text.append("| ").append(name).append(" | ").append(value.replace("|", "\\|")).append(" |\n");
	}
}
