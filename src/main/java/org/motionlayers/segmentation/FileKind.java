package org.motionlayers.segmentation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;

/** Kinds of files that hold no labels we read, told by their first bytes, and what to do instead. */
enum FileKind {

	NUMPY("\u0093NUMPY", "a NumPy array", Hint.EXPORT),
	PICKLE("\u0080\u0002|\u0080\u0003|\u0080\u0004|\u0080\u0005", "a Python pickle, which could run any program", Hint.EXPORT),
	HDF5("\u0089HDF", "an HDF5 file", Hint.EXPORT),
	JPEG("\u00ff\u00d8\u00ff", "a JPEG image, whose compression blurs labels", "save the label image as PNG or TIFF"),
	GIF("GIF8", "a GIF image", "save the label image as PNG or TIFF"),
	BMP("BM", "a BMP image", "save the label image as PNG or TIFF"),
	PDF("%PDF", "a PDF document", Hint.NONE),
	GZIP("\u001f\u008b", "a gzip archive", "unpack it first"),
	ZIP("PK\u0003\u0004", "a zip archive", "unpack it first, unless it holds ImageJ ROIs"),
	XML("<?xml|<", "an XML file of another program", Hint.NONE),
	JSON("{|[", "a JSON file of another kind", Hint.NONE),
	TEXT(null, "a text file without outlines or tracks that we know", Hint.NONE),
	OTHER(null, "a file of unknown kind", Hint.NONE);

	/** What to do instead, where several kinds share it. */
	private static final class Hint {

		static final String NONE = "";
		static final String EXPORT = "export the masks as PNG or TIFF";
	}

	private final String[] magics;
	private final String title;
	private final String hint;

	FileKind(final String magic, final String title, final String hint) {
		this.magics = magic == null ? new String[0] : magic.split("\\|");
		this.title = title;
		this.hint = hint;
	}

	/** @return what a file that no reader knows looks like */
	static FileKind of(final Path source, final byte[] head) {
		final String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
		final String name = source.getFileName().toString().toLowerCase(Locale.ROOT);
		for (final FileKind kind : values()) for (final String magic : kind.magics) if (text.startsWith(magic)) return kind;
		// Old pickles are text without a magic number.
		if (name.endsWith(".pkl") || name.endsWith(".pickle")) return PICKLE;
		return text.chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c)) ? TEXT : OTHER;
	}

	/**
	 * Makes the message for a file that no reader knows.
	 *
	 * @param source file or folder
	 * @param head first bytes, empty for a folder
	 * @param readers whose formats are accepted
	 * @return to throw
	 */
	static InputException refuse(final Path source, final byte[] head, final List<SegmentationReader> readers) {
		final String accepted = readers.stream().map(SegmentationReader::format).distinct().collect(Collectors.joining(", "));
		if (Files.isDirectory(source)) return new InputException("Labels '" + source + "': the folder holds no label images; accepted are " +
			accepted + ".");
		if (head.length == 0) return new InputException("Labels '" + source + "': the file is empty.");
		final FileKind kind = of(source, head);
		return new InputException("Labels '" + source + "' look like " + kind.title + (kind.hint.isEmpty() ? "" : ": " + kind.hint) +
			"; accepted are " + accepted + ".");
	}
}
