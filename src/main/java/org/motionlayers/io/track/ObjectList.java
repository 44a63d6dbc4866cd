package org.motionlayers.io.track;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.motionlayers.io.CsvLine;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;

/** What is known of the objects of a segmentation: what its file said of them, and where they are seen. */
public final class ObjectList {

	private static final List<String> COLUMNS = List.of("label", "name", "class", "score", "parents", "first frame", "last frame", "pixels");

	private ObjectList() {}

	/**
	 * Makes a table of one line per object, by label, columns named in the first line; parents are labels with spaces between, frames count
	 * from 0, pixels are those of all frames together. What the file did not say is empty.
	 *
	 * @param labels the segmentation
	 * @param progress is told and asked once a frame
	 * @return the table as RFC 4180 has it
	 */
	public static String csv(final Segmentation labels, final Progress progress) {
		final SortedMap<Integer, int[]> seen = new TreeMap<>();
		for (int t = 0; t < labels.frames(); t++) {
			progress.update(t, labels.frames(), "listing objects");
			final int frame = t;
			Blob.inFrame(labels.shape(), labels.labels(t)).forEach((label, blob) -> {
				final int[] entry = seen.computeIfAbsent(label, l -> new int[] { frame, frame, 0 });
				entry[1] = frame;
				entry[2] += blob.pixels();
			});
		}
		final StringBuilder text = new StringBuilder(CsvLine.of(COLUMNS));
		seen.forEach((label, entry) -> text.append(CsvLine.of(cells(labels.object(label), entry))));
		return text.toString();
	}

	private static List<String> cells(final SegmentedObject object, final int[] seen) {
		final List<String> cells = new ArrayList<>(List.of(String.valueOf(object.label()), object.name(), object.category(), Decimals.text(object
			.score()), object.parents().stream().map(String::valueOf).collect(Collectors.joining(" "))));
		for (final int number : seen) cells.add(String.valueOf(number));
		return cells;
	}
}
