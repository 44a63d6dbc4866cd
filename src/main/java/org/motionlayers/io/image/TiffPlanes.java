package org.motionlayers.io.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import ij.io.FileInfo;
import ij.io.ImageReader;
import ij.io.RandomAccessStream;

import org.motionlayers.scene.InputException;

/** The planes of a TIFF file, each read from disk when asked for; may be asked from any thread. */
final class TiffPlanes {

	/** The kinds of pixels that ImageJ reads into one plane of one array. */
	private static final Set<Integer> KINDS = Set.of(FileInfo.GRAY8, FileInfo.COLOR8, FileInfo.GRAY16_UNSIGNED, FileInfo.GRAY16_SIGNED,
		FileInfo.GRAY32_INT, FileInfo.GRAY32_UNSIGNED, FileInfo.GRAY32_FLOAT, FileInfo.GRAY64_FLOAT, FileInfo.RGB, FileInfo.BGR,
		FileInfo.ARGB, FileInfo.ABGR, FileInfo.BARG, FileInfo.RGB_PLANAR);

	private static final long UNSIGNED = 0xffffffffL;

	private static final int INFLATE_BUFFER = 1 << 14;

	private final Path path;
	private final FileInfo[] pages;
	private final int size;

	/**
	 * @param path of the file
	 * @param pages as ImageJ's decoder gives them: one for every page, or a single one that stands for a contiguous stack
	 */
	TiffPlanes(final Path path, final FileInfo[] pages) {
		this.path = path;
		this.pages = pages;
		this.size = pages.length == 1 ? Math.max(1, pages[0].nImages) : pages.length;
	}

	/** @return whether all pages are of one size and kind, which this class can read plane by plane */
	static boolean canRead(final FileInfo[] pages) {
		final FileInfo first = pages[0];
		final boolean flipped = first.stripOffsets != null && first.stripOffsets.length > 1 && (first.stripOffsets[0] &
			UNSIGNED) > (first.stripOffsets[first.stripOffsets.length - 1] & UNSIGNED);
		return KINDS.contains(first.fileType) && (first.samplesPerPixel == 1 || first.getBytesPerPixel() == 3 || first
			.getBytesPerPixel() == 4) && !flipped && alike(pages);
	}

	/** @return whether all pages are of one size and kind */
	static boolean alike(final FileInfo[] pages) {
		for (final FileInfo page : pages) if (page.width != pages[0].width || page.height != pages[0].height ||
			page.fileType != pages[0].fileType) return false;
		return true;
	}

	/** @throws InputException where the file ends before its pixels do, or a plane is larger than memory */
	static void requireWhole(final Path path, final FileInfo[] pages) throws IOException {
		final long bytes = Files.size(path), memory = Runtime.getRuntime().maxMemory();
		for (final FileInfo page : pages) if ((long) page.width * page.height > Integer.MAX_VALUE - 8 || bytes(page) > memory)
			throw new InputException(path + ": a plane of " + page.width + " x " + page.height + " pixels in this TIFF file; 2^31 pixels at most, and the " +
				(memory >> 20) + " MB that Java has, are accepted.");
		for (final FileInfo page : pages) if (end(page) > bytes) throw WholeFile.truncated(path, "TIFF", bytes);
	}

	/** @return where the last pixel of a page, or of the stack that it stands for, ends in the file */
	private static long end(final FileInfo page) {
		long end = 0;
		if (page.stripOffsets != null && page.stripLengths != null) for (int s = 0; s < page.stripOffsets.length; s++) end = Math.max(end,
			(page.stripOffsets[s] & UNSIGNED) + (page.stripLengths[s] & UNSIGNED));
		if (page.compression <= FileInfo.COMPRESSION_NONE && page.nImages > 1) end = Math.max(end, page.getOffset() + page.nImages * bytes(
			page));
		return end;
	}

	private static long bytes(final FileInfo page) {
		return (long) page.width * page.height * page.getBytesPerPixel();
	}

	/** @return number of planes */
	int size() {
		return size;
	}

	/**
	 * Reads one plane.
	 *
	 * @param n from 1, as in an ImageStack
	 * @return byte[], short[], float[] or, for colour, int[]
	 */
	Object plane(final int n) {
		final FileInfo page = page(n);
		final boolean strips = page.compression > FileInfo.COMPRESSION_NONE || page.stripOffsets != null && page.stripOffsets.length > 1;
		if (strips && (page.stripOffsets == null || page.stripLengths == null || page.stripOffsets.length != page.stripLengths.length)) throw damaged(n,
			"it does not say how long its strips are", null);
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			if (page.compression == FileInfo.ZIP || page.compression == FileInfo.ZIP_WITH_DIFFERENCING) requireInflatable(file, page, n);
			if (!strips && RawPlane.canRead(page)) return RawPlane.read(file.getChannel(), page);
			if (!strips) file.seek(page.getOffset());
			final FileInfo here = (FileInfo) page.clone();
			if (!strips) here.offset = 0;
			if (!strips) here.longOffset = 0;
			final Object pixels = new ImageReader(here).readPixels(strips ? new RandomAccessStream(file) : java.nio.channels.Channels
				.newInputStream(file.getChannel()));
			// ImageJ fills with zeros what a file that was cut short meanwhile has no more; afterwards, because it may be cut while it is read
			if (pixels == null || file.length() < (strips ? end(page) : page.getOffset() + bytes(page))) throw damaged(n, "it ends too early", null);
			return pixels;
		}
		catch (final IOException exc) {
			throw new InputException(path + ": plane " + n + " of " + size + " cannot be read (" + exc + ").", exc);
		}
		catch (final IndexOutOfBoundsException | NegativeArraySizeException exc) {
			throw damaged(n, exc.toString(), exc);
		}
	}

	private FileInfo page(final int n) {
		if (pages.length > 1 || size == 1) return pages[n - 1];
		final FileInfo page = (FileInfo) pages[0].clone();
		page.longOffset = pages[0].getOffset() + (n - 1) * (bytes(page) + page.getGap());
		page.nImages = 1;
		page.stripOffsets = null;
		return page;
	}

	/** Inflates the strips of a page and forgets the result, because ImageJ waits for ever where a strip ends too early. */
	private void requireInflatable(final RandomAccessFile file, final FileInfo page, final int n) throws IOException {
		final byte[] sink = new byte[INFLATE_BUFFER];
		long inflated = 0;
		for (int s = 0; s < page.stripOffsets.length; s++) {
			final byte[] strip = new byte[page.stripLengths[s]];
			file.seek(page.stripOffsets[s] & UNSIGNED);
			file.readFully(strip);
			final Inflater inflater = new Inflater();
			try {
				inflater.setInput(strip);
				while (!inflater.finished()) {
					final int count = inflater.inflate(sink);
					if (count == 0 && !inflater.finished()) throw damaged(n, "a strip ends too early", null);
					inflated += count;
				}
			}
			catch (final DataFormatException exc) {
				throw damaged(n, "it does not inflate", exc);
			}
			finally {
				inflater.end();
			}
		}
		if (inflated < bytes(page)) throw damaged(n, "it holds " + inflated + " of " + bytes(page) + " bytes", null);
	}

	private InputException damaged(final int n, final String how, final Exception cause) {
		return new InputException(path + ": plane " + n + " of " + size + " of this TIFF file is damaged: " + how + ".", cause);
	}
}
