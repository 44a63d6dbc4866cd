package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.layer.LayerStack;
import org.motionlayers.io.layer.ObjectTable;
import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.ui.roi.LayerOutlines;

/** Where the files of a scene go that was taken apart: a folder that appears whole, or nowhere. */
final class LayerOutput implements AutoCloseable {

	private final Optional<OutputFolder> folder;

	private LayerOutput(final Optional<OutputFolder> folder) {
		this.folder = folder;
	}

	/** @return an output; an empty file name means nowhere. A folder that may not be written is refused here, before any work. */
	static LayerOutput open(final File output, final boolean overwrite) {
		final boolean wanted = output != null && !output.getPath().isEmpty();
		return new LayerOutput(wanted ? Optional.of(OutputFolder.open(output.toPath(), overwrite)) : Optional.empty());
	}

	/** @return the folder, where there is one */
	Optional<Path> folder() {
		return folder.map(OutputFolder::folder);
	}

	/** Writes everything and lets the folder appear. */
	void write(final SceneInput in, final RunRecord record, final Progress progress) throws IOException {
		if (folder.isEmpty()) return;
		final OutputFolder out = folder.get();
		final Scene scene = in.scene();
		out.write("layers.tif", path -> LayerStack.of(scene, in.reference()).write(path, LayerOutlines.encoded(scene), progress));
		out.write("labels.tif", path -> VideoStacks.labels(scene).write(path, progress));
		out.write("objects.csv", path -> new ObjectTable(scene).write(path));
		out.write("rois.zip", path -> LayerOutlines.write(path, scene));
		InputRecord.image(record, in.image(), progress);
		InputRecord.labels(record, in.labels(), progress);
		out.commit(record.finding("objects", scene.objects()).finding("reference frame", in.reference()));
	}

	/** Leaves nothing behind where {@link #write} did not end well. */
	@Override
	public void close() {
		folder.ifPresent(OutputFolder::close);
	}
}
