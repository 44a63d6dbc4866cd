package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.plugin.Plugin;

/**
 * Cell Tracking Challenge folders: NN_GT (or its TRA) with man_track.txt and man_track000.tif ..., NN_RES with res_track.txt and
 * mask000.tif ..., or one labels.tif beside the table. The text file itself may be named too.
 */
@Plugin(type = SegmentationReader.class)
public final class CellTrackingReader implements SegmentationReader {

	private static final String MASKS = "(man_track|mask)\\d+\\.tiff?";
	private static final String STACK = "labels\\.tiff?";
	private static final String GROUND_TRUTH = "TRA";

	@Override
	public String format() {
		return "Cell Tracking Challenge folder";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		return table(source).isPresent();
	}

	private static Optional<Path> table(final Path source) {
		if (!Files.isDirectory(source)) return Optional.of(source).filter(TrackTable::isNamed);
		return TrackTable.in(source).or(() -> TrackTable.in(source.resolve(GROUND_TRUTH)));
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final Path file = table(source).orElseThrow();
		final Path folder = file.toAbsolutePath().getParent();
		final TrackTable table = TrackTable.read(file);
		final List<Path> masks = masks(folder);
		final Segmentation read = LabelFiles.read(source, masks, target, progress);
		final boolean markers = folder.endsWith(GROUND_TRUTH);
		return LabelFiles.identified(read, table.objects(), table.description() + (markers
			? "; tracking markers may be smaller than the objects" : ""));
	}

	private static List<Path> masks(final Path folder) throws IOException {
		final List<Path> masks = matching(folder, MASKS);
		if (!masks.isEmpty()) return masks;
		final List<Path> stack = matching(folder, STACK);
		if (stack.isEmpty()) throw new InputException("Labels '" + folder +
			"': the folder has tracks, but no man_track000.tif, mask000.tif or labels.tif.");
		return stack.subList(0, 1);
	}

	private static List<Path> matching(final Path folder, final String pattern) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(path -> path.getFileName().toString().matches(pattern)).sorted(NaturalOrder.INSTANCE).toList();
		}
	}
}
