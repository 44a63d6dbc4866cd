package org.motionlayers.io.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffDecoder;

/**
 * What an ImageJ stack says of itself in words.
 *
 * @param labels what every plane is called, in ImageJ's order, null where it has no name; none where no plane has one
 * @param info the text of Image &gt; Show Info, or an empty string
 * @param overlay the regions of the overlay of a file, each as the bytes of a .roi file; none for open images, which have them themselves
 */
public record StackNotes(List<String> labels, String info, List<byte[]> overlay) {

	/** Nothing is said. */
	private static final StackNotes NONE = new StackNotes(List.of(), "", List.of());

	/** Copies the lists, of which that of labels may hold nulls. */
	public StackNotes {
		overlay = List.copyOf(overlay);
		labels = Collections.unmodifiableList(new ArrayList<>(labels));
	}

	/** @return what an open image says */
	public static StackNotes of(final ImagePlus image) {
		final List<String> labels = new ArrayList<>();
		for (int n = 1; n <= image.getStackSize(); n++) labels.add(image.getStack().getSliceLabel(n));
		final Object info = image.getProperty("Info");
		return new StackNotes(named(labels), info instanceof final String text ? text : "", List.of());
	}

	/**
	 * @param path an image file
	 * @return what it says, where it is a TIFF that ImageJ wrote
	 * @throws IOException where it cannot be read
	 */
	public static StackNotes of(final Path path) throws IOException {
		if (!Files.isRegularFile(path) || !TiffReader.isTiff(path)) return NONE;
		final Path absolute = path.toAbsolutePath();
		final FileInfo[] pages = new TiffDecoder(absolute.getParent().toString(), absolute.getFileName().toString()).getTiffInfo();
		if (pages == null || pages.length == 0) return NONE;
		final String[] labels = pages[0].sliceLabels;
		return new StackNotes(named(labels == null ? List.of() : Arrays.asList(labels)), pages[0].info == null ? "" : pages[0].info,
			pages[0].overlay == null ? List.of() : List.of(pages[0].overlay));
	}

	private static List<String> named(final List<String> labels) {
		return labels.stream().allMatch(label -> label == null) ? List.of() : labels;
	}
}
