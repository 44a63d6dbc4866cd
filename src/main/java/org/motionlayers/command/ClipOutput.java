package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;

import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Progress;
import org.motionlayers.ui.Windows;
import org.scijava.log.LogService;

/** Where what a model of clips makes goes: remarks to the log, a stack to the screen, and where it is wanted a folder that appears whole. */
final class ClipOutput implements AutoCloseable {

	private final Optional<OutputFolder> folder;
	private final LogService log;
	private final List<String> remarks = new ArrayList<>();

	private ClipOutput(final Optional<OutputFolder> folder, final LogService log) {
		this.folder = folder;
		this.log = log;
	}

	/** @return an output; an empty file name means nowhere. A folder that may not be written is refused here, before any work. */
	static ClipOutput open(final File output, final boolean overwrite, final LogService log) {
		final boolean wanted = output != null && !output.getPath().isEmpty();
		return new ClipOutput(wanted ? Optional.of(OutputFolder.open(output.toPath(), overwrite)) : Optional.empty(), log);
	}

	/** Tells the user, now and in the record of the run. */
	void remark(final List<String> lines) {
		lines.forEach(log::info);
		remarks.addAll(lines);
	}

	/**
	 * Writes a stack and its record, and lets the folder appear.
	 *
	 * @param name of the file
	 * @param series the stack
	 * @param image that was read
	 * @param call as text
	 * @param seed of all random choices
	 * @param progress is told and asked
	 * @return the stack, shown where a macro runs
	 */
	ImagePlus write(final String name, final FrameSeries series, final ImageInput image, final CallText call, final long seed, final Progress progress)
		throws IOException
	{
		if (folder.isPresent()) {
			folder.get().write(name, path -> series.write(path, progress));
			final RunRecord record = call.record().seed(seed);
			InputRecord.image(record, image, progress);
			remarks.forEach(record::remark);
			folder.get().commit(record);
			log.info("Written to " + folder.get().folder() + ".");
		}
		final ImagePlus shown = series.image();
		Windows.showInMacro(shown);
		return shown;
	}

	/** Leaves nothing behind where {@link #write} did not end well. */
	@Override
	public void close() {
		folder.ifPresent(OutputFolder::close);
	}
}
