package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.segmentation.raster.PngFile;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;

/** One label image as PNG: what Cellpose writes, and the annotations of video data sets (indexed). */
@Plugin(type = SegmentationReader.class, priority = Priority.LOW)
public final class LabelPngReader implements SegmentationReader {

	@Override
	public String format() {
		return "label PNG";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		return head.length >= Long.BYTES && ByteBuffer.wrap(head).getLong() == PngFile.SIGNATURE;
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		return LabelFiles.read(source, List.of(source), target, progress);
	}
}
