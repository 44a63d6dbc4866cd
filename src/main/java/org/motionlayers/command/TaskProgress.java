package org.motionlayers.command;

import org.motionlayers.scene.Progress;
import org.scijava.task.Task;

/** Tells a SciJava task how far the work is and asks it whether to stop. */
final class TaskProgress implements Progress {

	/** Events closer than this are left out, so that telling costs nothing. */
	private static final long MINIMUM_INTERVAL_NANOS = 50_000_000;

	private final Task task;
	private String lastWhat = "";
	private long lastTime;

	TaskProgress(final Task task) {
		this.task = task;
	}

	@Override
	public synchronized void report(final long done, final long total, final String what) {
		final long now = System.nanoTime();
		final boolean sameStep = what.equals(lastWhat);
		if (sameStep && done < total && now - lastTime < MINIMUM_INTERVAL_NANOS) return;
		if (!sameStep) task.setStatusMessage(what);
		task.setProgressMaximum(total);
		task.setProgressValue(done);
		lastWhat = what;
		lastTime = now;
	}

	@Override
	public boolean canceled() {
		return task.isCanceled();
	}
}
