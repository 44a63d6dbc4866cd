package org.motionlayers.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;

import org.motionlayers.network.EngineMemoryException;
import org.motionlayers.network.EngineMissingException;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.app.StatusService;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;

/**
 * What all commands share: progress as a SciJava task, a clean stop, and bad input told in one line as the reason of the cancel. They are
 * no modules of their own (DynamicCommand), because SciJava's CommandService hands scripts a null for the result of such commands.
 */
public abstract class MotionCommand extends ContextCommand {

	private static final long MEGABYTE = 1 << 20;

	@Parameter
	private LogService log;

	@Parameter
	private TaskService tasks;

	@Parameter
	private CommandService commands;

	@Parameter(required = false, persist = false)
	private Unasked unasked;

	@Parameter(required = false)
	private StatusService status;

	@Parameter(required = false)
	private UIService ui;

	private final Map<String, String> resolved = new HashMap<>();

	/**
	 * The work itself.
	 *
	 * @param progress is told and asked
	 * @throws IOException where a file cannot be read or written
	 * @throws InputException where the input is bad
	 * @throws CancellationException where the user stopped it
	 */
	protected abstract void execute(Progress progress) throws IOException;

	@Override
	public final void run() {
		final Task task = tasks.createTask(commands.getCommand(getClass()).getTitle());
		task.setCancelCallBack(() -> {
			// the work polls the task; the default would look for a thread to interrupt
		});
		task.start();
		try {
			executeWithEngine(new TaskProgress(task));
			call().lines().forEach(log::info);
		}
		catch (final CancellationException exc) {
			cancel(task.getCancelReason() == null || task.getCancelReason().isEmpty() ? exc.getMessage() : task.getCancelReason());
		}
		catch (final InputException | EngineMissingException | EngineMemoryException | ModelException exc) {
			refuse(exc.getMessage());
		}
		catch (final IOException exc) {
			refuse(reason(exc));
		}
		catch (final UncheckedIOException exc) {
			// such as a file that is read frame by frame and vanished meanwhile
			refuse(reason(exc.getCause()));
		}
		catch (final OutOfMemoryError exc) {
			refuse(outOfMemory());
		}
		finally {
			task.finish();
			if (status != null) status.clearStatus();
		}
	}

	private static String reason(final IOException exc) {
		return exc instanceof NoSuchFileException ? exc.getMessage() + ": no such file." : exc.getMessage() == null ? exc.toString() : exc.getMessage();
	}

	/** @return what to tell where Java has too little memory */
	static String outOfMemory() {
		return "Out of memory: Java may use " + Runtime.getRuntime().maxMemory() / MEGABYTE +
			" MB. Give it more (Fiji: Edit > Options > Memory & Threads; command line: JAVA_TOOL_OPTIONS=-Xmx...), or use fewer frames, fewer scenes or a smaller batch.";
	}

	/** Where the work finds no PyTorch and the user agrees to its download, downloads it and starts the work again. */
	private void executeWithEngine(final Progress progress) throws IOException {
		try {
			execute(progress);
		}
		catch (final EngineMissingException exc) {
			if (exc.remedy().isEmpty() || !new DownloadConsent(ui).isGiven(exc.remedy().get())) throw exc;
			exc.remedy().get().install(progress::update);
			log.info("Installed " + exc.remedy().get().description() + ".");
			execute(progress);
		}
	}

	/** Tells the user why nothing was done: a box where there is a desktop, a line in the log where there is none. */
	private void refuse(final String reason) {
		final String line = reason.replaceAll("\\s*\\R\\s*", " ");
		cancel(line);
		if (ui == null || ui.isHeadless()) log.error(line);
	}

	/** @return the log, for a summary line at the end */
	protected final LogService log() {
		return log;
	}

	/** @return the status line, or null where there is none */
	protected final StatusService status() {
		return status;
	}

	/**
	 * Says what a parameter came to mean in this call, such as the file that an open image was read from, so that the call can be run again.
	 *
	 * @param name of the parameter
	 * @param value as a user would give it
	 */
	protected final void resolved(final String name, final String value) {
		resolved.put(name, value);
	}

	/** Reads the image without labels, and remembers it for {@link #call}. */
	final ImageInput took(final ImagePlus image, final SliceAxis axis) {
		final ImageInput input = ImageInput.of("image", image, axis);
		resolved("image", input.path().map(path -> path.toAbsolutePath().toString()).orElse(image.getTitle()));
		return input;
	}

	/** Tells what was taken for image and labels, and remembers it for {@link #call}. */
	final void took(final SegmentedInput input) {
		input.remarks().forEach(log::info);
		resolved("image", input.imageName());
		resolved("labels", input.labelsName());
	}

	/** Tells what was taken for layers, and remembers it for {@link #call}. */
	final void took(final SceneInput input, final ImagePlus image) {
		input.remarks().forEach(log::info);
		resolved("image", input.imageName(image));
		resolved("labels", input.labelsName());
	}

	/** @return this call with its parameters, as text that can be run again */
	protected final CallText call() {
		return new CallText(new CommandModule(commands.getCommand(getClass()), this), resolved);
	}
}
