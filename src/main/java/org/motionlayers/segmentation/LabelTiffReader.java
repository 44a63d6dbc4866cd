package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;

/** Label images as TIFF: what StarDist, Cellpose, TrackMate, Labkit, ilastik, MorphoLibJ and scikit-image write. */
@Plugin(type = SegmentationReader.class, priority = Priority.LOW)
public final class LabelTiffReader implements SegmentationReader {

	@Override
	public String format() {
		return "label TIFF";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		if (head.length < 4 || head[0] != head[1]) return false;
		final int magic = head[0] == 'I' ? head[2] | head[3] << 8 : head[3] | head[2] << 8;
		return (head[0] == 'I' || head[0] == 'M') && (magic == 42 || magic == 43);
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		return LabelFiles.withTableBeside(LabelFiles.read(source, List.of(source), target, progress), source);
	}
}
