package org.motionlayers.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.motionlayers.network.train.ModelTraining;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.LinePlot;
import org.motionlayers.ui.LossPlot;
import org.scijava.log.LogService;

/**
 * A training on its way: told step by step in training.csv, a plot where there is a desktop, and the task; at its end, or where it is
 * canceled, model, loss.png and at last the card are written.
 *
 * @param card what the model will say of itself
 * @param folder where everything goes
 * @param log receives the summary
 */
record TrainingRun(ModelCard card, TrainingFolder folder, LogService log) {

	private static final int PLOTTED_POINTS = 400;

	/** How often the loss is told in the log. */
	private static final int TOLD = 10;

	private static final double NANOS = 1e9;

	/** Does what is left to do once a model is trained. */
	@FunctionalInterface
	interface Finishing {

		/** @param model its folder */
		void finish(Path model) throws IOException;
	}

	/**
	 * Trains.
	 *
	 * @param trainee what is trained
	 * @param finishing is called at the end, before the model takes its place
	 * @param progress is told and asked at every step
	 * @throws IOException where the folder cannot be written
	 * @throws CancellationException where the user stopped it; the model so far is saved
	 * @throws InputException where the loss is no number any more
	 */
	<B> void run(final Trainee<B> trainee, final Finishing finishing, final Progress progress) throws IOException {
		final long start = System.nanoTime();
		final LossPlot plot = new LossPlot("Loss of " + folder.name());
		try (TrainingLog table = new TrainingLog(folder.path())) {
			try {
				ModelTraining.run(trainee, card.plan().settings(), folder.path(), folder.draft(), (step, steps, loss, norm, rate) -> {
					table.add(step, loss, norm, rate);
					plot.update(() -> table.curve(PLOTTED_POINTS));
					if (step * TOLD / steps > (step - 1) * TOLD / steps) log.info(String.format(Locale.ROOT, "Step %d of %d: loss %.5f.", step, steps, table
						.lastLoss(1.0 / TOLD)));
					progress.update(step, steps, "training");
				});
			}
			catch (final CancellationException stopped) {
				finish(table, start);
				throw new CancellationException("Canceled after " + table.steps() + " of " + card.plan().steps() + " steps; the model so far is in " + folder
					.path() + ", resume=true goes on.");
			}
			catch (final ArithmeticException exc) {
				throw new InputException(exc.getMessage(), exc);
			}
			catch (final UncheckedIOException exc) {
				throw new IOException(exc.getMessage(), exc);
			}
			finishing.finish(folder.draft());
			finish(table, start);
			log.info("Trained " + table.steps() + " steps. Written to " + folder.path() + ".");
		}
	}

	private void finish(final TrainingLog table, final long start) throws IOException {
		table.complete();
		folder.publish();
		final double[][] curve = table.curve(PLOTTED_POINTS);
		if (curve[0].length > 0) folder.write("loss.png", path -> new LinePlot("Loss of " + folder.name(), "step", "loss").with("mean over steps",
			curve[0], curve[1]).withLogarithmicY().write(path));
		folder.write(ModelCard.FILE, path -> Files.writeString(path, card.markdown(folder.name(), table, (System.nanoTime() - start) / NANOS)));
	}
}
