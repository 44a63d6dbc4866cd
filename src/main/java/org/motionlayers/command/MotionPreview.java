package org.motionlayers.command;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;

import org.motionlayers.Prediction;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.PathPreview;
import org.scijava.app.StatusService;

/** Predicts in the background and draws the paths over the image, until it is stopped; then the image is as it was. */
final class MotionPreview {

	/** Finds the motion. */
	@FunctionalInterface
	interface Work {

		/** @return the motion and what it was found from; its frames are not composited */
		Prediction predict(Progress progress) throws IOException;
	}

	/** One preview: told to stop, it draws no more. */
	private static final class Run implements Progress {

		private final PathPreview drawing;
		private boolean stopped;

		Run(final ImagePlus image) {
			drawing = new PathPreview(image);
		}

		@Override
		public void report(final long done, final long total, final String what) {
			// a preview that is late is seen; one that tells would hide what the dialog says
		}

		@Override
		public synchronized boolean canceled() {
			return stopped;
		}

		synchronized void draw(final Prediction prediction) {
			if (!stopped) drawing.draw(prediction.tracks(), prediction.video());
		}

		synchronized void stop() {
			stopped = true;
			drawing.remove();
		}
	}

	private Run current;

	/** Starts anew; what was drawn before is taken away. */
	synchronized void start(final ImagePlus image, final Work work, final StatusService status) {
		stop();
		final Run run = new Run(image);
		current = run;
		final Thread thread = new Thread(() -> run(run, work, status), "Motion Layers preview");
		thread.setDaemon(true);
		thread.start();
	}

	private static void run(final Run run, final Work work, final StatusService status) {
		try {
			final Prediction prediction = work.predict(run);
			run.draw(prediction);
			if (status != null) status.showStatus("Preview: " + Summary.of(prediction, java.util.Optional.empty()));
		}
		catch (final CancellationException exc) {
			// a newer preview, the command itself or nothing takes its place
		}
		catch (final InputException | IOException exc) {
			if (status != null && !run.canceled()) status.showStatus("No preview: " + exc.getMessage());
		}
	}

	/** Takes the preview away, and stops its computing. */
	synchronized void stop() {
		if (current != null) current.stop();
		current = null;
	}
}
