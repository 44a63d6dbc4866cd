package org.motionlayers.ui.roi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.segmentation.document.SourceFile;

/** A .roi file, or a zip of them as the ROI Manager saves it. */
final class RoiFile {

	private static final byte[] MAGIC = { 'I', 'o', 'u', 't' };
	private static final String ENDING = ".roi";
	/** More than a million corners; a single selection is never larger. */
	private static final int MAX_BYTES = 1 << 25;

	private RoiFile() {}

	/** @return whether these are the first bytes of a .roi file */
	static boolean isRoi(final byte[] head) {
		return head.length >= MAGIC.length && head[0] == MAGIC[0] && head[1] == MAGIC[1] && head[2] == MAGIC[2] && head[3] == MAGIC[3];
	}

	/** @return whether the file is a .roi file or a zip with one in it */
	static boolean isRoiFile(final Path source, final byte[] head) {
		return isRoi(head) || SourceFile.isZip(head) && SourceFile.hasEntry(source, ENDING);
	}

	/**
	 * Reads all regions.
	 *
	 * @param source .roi or .zip
	 * @param progress told how many bytes were read
	 * @return regions in the order of the file
	 * @throws IOException where it cannot be read
	 * @throws InputException where one is damaged
	 */
	static List<EncodedRoi> read(final Path source, final Progress progress) throws IOException {
		final List<EncodedRoi> rois = new ArrayList<>();
		try (InputStream in = Files.newInputStream(source)) {
			final byte[] head = in.readNBytes(MAGIC.length);
			if (isRoi(head)) {
				rois.add(new EncodedRoi(source.toString(), source.getFileName().toString(), content(source, new SequenceInputStream(
					new ByteArrayInputStream(head), in))));
				return rois;
			}
		}
		SourceFile.forEachEntry(source, progress, (name, content) -> {
			if (name.toLowerCase(Locale.ROOT).endsWith(ENDING) && !name.startsWith("__MACOSX/")) rois.add(new EncodedRoi(source.toString(), name,
				content(source, content)));
			return true;
		});
		if (rois.isEmpty()) throw new InputException("Labels '" + source + "': the zip holds no .roi file.");
		return rois;
	}

	private static byte[] content(final Path source, final InputStream in) throws IOException {
		final byte[] bytes = in.readNBytes(MAX_BYTES + 1);
		if (bytes.length > MAX_BYTES) throw new InputException("Labels '" + source + "' hold a region of more than " + MAX_BYTES +
			" bytes: refused.");
		return bytes;
	}
}
