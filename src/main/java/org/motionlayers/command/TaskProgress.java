package org.motionlayers.command;

import ij.IJ;

import org.motionlayers.scene.Progress;
import org.scijava.task.Task;

/**
 * Tells a SciJava task how far the work is and how long it will take, and asks whether to stop: the task's own cancel button and ImageJ's
 * Escape key both do.
 */
final class TaskProgress implements Progress {

	/** Events closer than this are left out, so that telling costs nothing. */
	private static final long MINIMUM_INTERVAL_NANOS = 50_000_000;

	private static final double NANOS = 1e9;

	private final Task task;
	private String step = "";
	private long stepStart;
	private long lastTime;

	TaskProgress(final Task task) {
		this.task = task;
		IJ.resetEscape();
	}

	@Override
	public synchronized void report(final long done, final long total, final String what) {
		final long now = System.nanoTime();
		final boolean sameStep = what.equals(step);
		if (sameStep && done < total && now - lastTime < MINIMUM_INTERVAL_NANOS) return;
		if (!sameStep) {
			step = what;
			stepStart = now;
		}
		task.setProgressMaximum(total);
		task.setProgressValue(done);
		task.setStatusMessage(what + TimeLeft.text(done, total, (now - stepStart) / NANOS));
		lastTime = now;
	}

	@Override
	public boolean canceled() {
		return task.isCanceled() || IJ.escapePressed();
	}
}
