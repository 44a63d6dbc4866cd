package org.motionlayers.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.motionlayers.batch.Job;
import org.motionlayers.batch.Work;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.task.event.TaskEvent;

/** Does a job as the command line would: each in a context of its own, which is made in some milliseconds. */
public final class CommandWork implements Work {

	private static final long serialVersionUID = 1L;

	/** What the command line puts before its one line. */
	private static final String PREFIX = "motion-layers: ";

	@Override
	public void run(final Job job, final Progress progress) {
		CommandLine.quietPreferences();
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final List<String> words = new ArrayList<>(List.of(job.command()));
		words.addAll(job.arguments());
		try (Context context = new Context(HeadlessServices.LIST)) {
			context.service(LogService.class).setLevel(LogLevel.NONE);
			context.service(EventService.class).subscribe(new Stop(progress));
			final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
			if (new CommandLine(context, nowhere, new PrintStream(said, true, StandardCharsets.UTF_8), false).run(words.toArray(new String[0])) == 0)
				return;
		}
		if (progress.canceled()) throw new CancellationException("Canceled while running " + job.name() + ".");
		throw new InputException(said.toString(StandardCharsets.UTF_8).strip().replaceFirst("^" + PREFIX, ""));
	}

	/** Stops the command where the batch is stopped. */
	private static final class Stop {

		private final Progress progress;

		Stop(final Progress progress) {
			this.progress = progress;
		}

		@EventHandler
		private void onEvent(final TaskEvent event) {
			if (progress.canceled() && !event.getTask().isCanceled()) event.getTask().cancel("The batch was stopped.");
		}
	}
}
