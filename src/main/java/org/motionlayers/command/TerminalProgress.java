package org.motionlayers.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** One line on a terminal that follows the running task: what it does, how far it is, how long it will take. */
final class TerminalProgress implements AutoCloseable {

	private static final long REDRAW_NANOS = 100_000_000;
	/** Takes the cursor to the start of its line and wipes it. */
	static final String CLEAR_LINE = "\r\u001b[K";

	private final PrintStream err;
	private final boolean terminal;
	private final EventService events;
	private final List<EventSubscriber<?>> subscribers;
	private long lastDraw;
	private boolean drawn;

	TerminalProgress(final Context context, final PrintStream err, final boolean terminal) {
		this.err = err;
		this.terminal = terminal;
		events = context.service(EventService.class);
		subscribers = events.subscribe(this);
	}

	@EventHandler
	private synchronized void onEvent(final TaskEvent event) {
		final Task task = event.getTask();
		final long now = System.nanoTime();
		final String what = task.getStatusMessage() == null ? "" : task.getStatusMessage();
		if (!terminal || task.isDone() || task.getProgressMaximum() <= 0 || now - lastDraw < REDRAW_NANOS) return;
		lastDraw = now;
		err.print(CLEAR_LINE + line(what, task.getProgressValue(), task.getProgressMaximum()));
		err.flush();
		drawn = true;
	}

	/** @return "35 % training, 12 s left" */
	static String line(final String what, final long done, final long total) {
		return String.format(Locale.ROOT, "%.0f %% %s", 100 * Math.min(1, (double) done / total), what);
	}

	@Override
	public synchronized void close() {
		if (drawn) err.print(CLEAR_LINE);
		drawn = false;
		events.unsubscribe(subscribers);
	}
}
