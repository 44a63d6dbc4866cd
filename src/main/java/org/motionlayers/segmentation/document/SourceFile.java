package org.motionlayers.segmentation.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** Opens files, plain, gzipped, or as entries of a zip; reading them reports progress, and unpacking is limited. */
public final class SourceFile {

	/** Takes the entries of a zip. */
	@FunctionalInterface
	public interface EntryConsumer {

		/**
		 * @param name the entry's name within the archive, a label only: nothing is ever written under it
		 * @param content its bytes; need not be read to the end nor closed
		 * @return whether the next entry is wanted
		 * @throws IOException where reading fails
		 */
		boolean accept(String name, InputStream content) throws IOException;
	}

	private SourceFile() {}

	/** @return whether these first bytes are a zip's */
	public static boolean isZip(final byte[] head) {
		return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
	}

	/** @return whether these first bytes are gzip's */
	public static boolean isGzip(final byte[] head) {
		return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
	}

	/**
	 * Opens a file, unpacking gzip; of a zip the first entry with one of the endings.
	 *
	 * @param source the file
	 * @param progress told how many bytes were read
	 * @param endings of the wanted entry of a zip, lower case, such as ".json"
	 * @return to be closed by the caller
	 * @throws IOException where it cannot be read
	 * @throws InputException where a zip has no such entry
	 */
	static InputStream open(final Path source, final Progress progress, final String... endings) throws IOException {
		final InputStream file = watched(source, progress);
		try {
			file.mark(4);
			final byte[] head = file.readNBytes(4);
			file.reset();
			if (isGzip(head)) return limited(source, new GZIPInputStream(file));
			return isZip(head) ? entry(source, file, endings) : file;
		}
		catch (final IOException | RuntimeException e) {
			file.close();
			throw e;
		}
	}

	private static InputStream entry(final Path source, final InputStream file, final String... endings) throws IOException {
		final ZipInputStream zip = new ZipInputStream(file);
		for (ZipEntry entry = next(source, zip); entry != null; entry = next(source, zip)) if (ends(endings).test(entry.getName()))
			return limited(source, zip);
		throw new InputException("Labels '" + source + "': the zip holds no entry ending in " + String.join(" or ", endings) + ".");
	}

	/** @return the next entry, or null after the last */
	private static ZipEntry next(final Path source, final ZipInputStream zip) throws IOException {
		try {
			return zip.getNextEntry();
		}
		catch (final IllegalArgumentException e) {
			if (e instanceof InputException) throw e;
			throw new InputException("Labels '" + source + "' are a damaged zip: an entry's name is not UTF-8.", e);
		}
	}

	private static InputStream limited(final Path source, final InputStream unpacking) throws IOException {
		return new WatchedStream(unpacking, new Inflation(source.toString(), Files.size(source))::add);
	}

	private static InputStream watched(final Path source, final Progress progress) throws IOException {
		final long size = Math.max(1, Files.size(source));
		final long[] done = new long[1];
		return new BufferedInputStream(new WatchedStream(Files.newInputStream(source), count -> progress.update(Math.min(size, done[0] += count),
			size, "reading " + source.getFileName())), 1 << 16);
	}

	/**
	 * Reads the entries of a zip one after the other.
	 *
	 * @param source the zip
	 * @param progress told how many bytes were read
	 * @param consumer takes every entry
	 * @throws IOException where it cannot be read
	 * @throws InputException where the zip is damaged or unpacks to an absurd size
	 */
	public static void forEachEntry(final Path source, final Progress progress, final EntryConsumer consumer) throws IOException {
		final Inflation inflation = new Inflation(source.toString(), Files.size(source));
		try (ZipInputStream zip = new ZipInputStream(watched(source, progress))) {
			final InputStream content = new WatchedStream(zip, inflation::add);
			boolean more = true;
			for (ZipEntry entry = next(source, zip); more && entry != null; entry = more ? next(source, zip) : null)
				more = entry.isDirectory() || consumer.accept(entry.getName(), content);
		}
		catch (final ZipException | java.io.EOFException e) {
			throw new InputException("Labels '" + source + "' are a damaged zip: " + e.getMessage() + ".", e);
		}
	}

	/** @return whether a zip has an entry with one of the endings; false where it is no zip, or damaged before that entry */
	public static boolean hasEntry(final Path source, final String... endings) {
		final boolean[] found = new boolean[1];
		try {
			forEachEntry(source, Progress.NONE, (name, content) -> !(found[0] = ends(endings).test(name)));
		}
		catch (final IOException | InputException e) {
			// A damaged file is nobody's to claim by its content; what was found before the damage counts.
			return found[0];
		}
		return found[0];
	}

	private static Predicate<String> ends(final String... endings) {
		return name -> {
			// Macintosh archives carry a shadow of every file.
			if (name.startsWith("__MACOSX/")) return false;
			for (final String ending : endings) if (name.toLowerCase(Locale.ROOT).endsWith(ending)) return true;
			return false;
		};
	}
}
