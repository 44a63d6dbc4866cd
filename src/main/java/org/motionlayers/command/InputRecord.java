package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.motionlayers.io.Digests;
import org.motionlayers.io.RunRecord;
import org.motionlayers.scene.Progress;

/** What a run's record says of the images that went in. */
final class InputRecord {

	private InputRecord() {}

	/** Records the image and what the user was told of it. */
	static void image(final RunRecord record, final ImageInput image, final Progress progress) throws IOException {
		input(record, "image", image.path(), image.movie().title(), image.reader(), progress);
		image.remarks().forEach(record::remark);
	}

	/** Records the labels. */
	static void labels(final RunRecord record, final LabelInput labels, final Progress progress) throws IOException {
		input(record, "labels", labels.path(), "", labels.segmentation().description(), progress);
	}

	private static void input(final RunRecord record, final String name, final Optional<Path> path, final String title, final String reader,
		final Progress progress) throws IOException
	{
		final boolean file = path.isPresent() && path.get().toFile().exists();
		record.input(name, path.map(Path::toString).orElse(title), reader, file ? Digests.sha256(path.get(), progress) : "");
	}
}
