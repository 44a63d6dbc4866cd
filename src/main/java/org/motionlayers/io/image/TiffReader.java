package org.motionlayers.io.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.plugin.FileInfoVirtualStack;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;

/**
 * TIFF stacks and hyperstacks. ImageJ says what the file means, the planes are read by {@link TiffPlanes} when they are asked for.
 * What ImageJ cannot read goes to Bio-Formats where that is installed.
 */
final class TiffReader implements ImageReader {

	private static final int CLASSIC_TIFF = 42;

	private static final int BIG_TIFF = 43;

	@Override
	public boolean canRead(final Path path, final byte[] head) {
		if (head.length < 4) return false;
		final int little = head[0] == 'I' && head[1] == 'I' && head[3] == 0 ? head[2] : 0;
		final int big = head[0] == 'M' && head[1] == 'M' && head[2] == 0 ? head[3] : 0;
		return little + big == CLASSIC_TIFF || little + big == BIG_TIFF;
	}

	@Override
	public OpenedImage read(final Path path) throws IOException {
		if (isBig(path)) return unreadable(path, new IOException("a BigTIFF"));
		WholeFile.requireTiff(path);
		final FileInfo[] pages;
		try {
			pages = pages(path);
		}
		catch (final IOException | RuntimeException exc) {
			if (exc instanceof InputException input) throw input;
			return unreadable(path, exc);
		}
		TiffPlanes.requireWhole(path, pages);
		if (OmeXml.isOme(pages[0].description) && TiffPlanes.canRead(pages)) return ome(path, pages);
		return TiffPlanes.canRead(pages) ? lazily(path, pages) : whole(path, pages);
	}

	/** @return whether a file is a TIFF of 32-bit offsets */
	static boolean isTiff(final Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			final byte[] head = in.readNBytes(4);
			return new TiffReader().canRead(path, head) && head[2] + head[3] == CLASSIC_TIFF;
		}
	}

	/** A TIFF of 64-bit offsets, which ImageJ does not read. */
	private static boolean isBig(final Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			final byte[] magic = in.readNBytes(4);
			return magic.length == 4 && magic[2] + magic[3] == BIG_TIFF;
		}
	}

	private static OpenedImage unreadable(final Path path, final Exception why) throws IOException {
		if (BioFormatsReader.isInstalled()) return new BioFormatsReader().read(path);
		throw new InputException(path + ": ImageJ cannot read this TIFF file (" + reason(why) +
			"). Save it again as a plain TIFF, or install Bio-Formats (it is part of Fiji).", why);
	}

	private static FileInfo[] pages(final Path path) throws IOException {
		final Path absolute = path.toAbsolutePath();
		final FileInfo[] pages = new TiffDecoder(absolute.getParent().toString(), absolute.getFileName().toString()).getTiffInfo();
		if (pages == null || pages.length == 0 || pages[0].width < 1 || pages[0].height < 1) throw WholeFile.truncated(path, "TIFF", Files
			.size(path));
		return pages;
	}

	private static String reason(final Exception exc) {
		return exc.getMessage() == null ? exc.toString() : exc.getMessage().replaceAll("\\s*\\R\\s*", " ");
	}

	private static OpenedImage lazily(final Path path, final FileInfo[] pages) throws IOException {
		final TiffPlanes planes = new TiffPlanes(path, pages);
		final ImagePlus meaning = meaning(path, planes);
		final int channels = meaning.getNChannels(), slices = meaning.getNSlices();
		final Movie movie = ImagePlusMovies.toMovie(meaning, path.getFileName().toString(), (c, z, t) -> planes.plane(StackPlanes.index(channels,
			slices, c, z, t)));
		return new OpenedImage(movie, path, reader(), List.of());
	}

	private static ImagePlus meaning(final Path path, final TiffPlanes planes) {
		// the first plane is read here already: a damaged one is told at once
		planes.plane(1);
		final ImagePlus meaning = FileInfoVirtualStack.openVirtual(path.toAbsolutePath().toString());
		if (meaning == null || meaning.getStackSize() != planes.size()) throw new InputException(path +
			": ImageJ cannot read this TIFF file; it may be damaged.");
		return meaning;
	}

	/** An OME-TIFF: Bio-Formats where it is installed, else dimensions and calibration by what its description says. */
	private static OpenedImage ome(final Path path, final FileInfo[] pages) throws IOException {
		if (BioFormatsReader.isInstalled()) return new BioFormatsReader().read(path);
		final OmeXml ome = OmeXml.parse(path, pages[0].description);
		final TiffPlanes planes = new TiffPlanes(path, pages);
		final ImagePlus meaning = meaning(path, planes);
		final int[] dimensions = { ome.channels(), ome.slices(), ome.frames() };
		final List<String> remarks = ome.images() == 1 ? List.of() : List.of(path + ": this OME-TIFF holds " + ome.images() +
			" images; the first is used.");
		final Movie movie = ImagePlusMovies.toMovie(meaning, path.getFileName().toString(), dimensions, ome.calibration(), (c, z,
			t) -> omePlane(path, planes, ome.page(c, z, t)));
		return new OpenedImage(movie, path, reader() + " (OME)", remarks);
	}

	private static Object omePlane(final Path path, final TiffPlanes planes, final int page) {
		if (page < 0 || page >= planes.size()) throw new InputException(path + ": the OME description names a page " + (page + 1) +
			" that this TIFF of " + planes.size() + " pages does not have; it is one of a set, or not complete.");
		return planes.plane(page + 1);
	}

	private static OpenedImage whole(final Path path, final FileInfo[] pages) {
		final ImagePlus imp = new Opener().openTiff(path.toAbsolutePath().getParent().toString(), path.getFileName().toString());
		if (imp == null) throw new InputException(path + ": ImageJ cannot read this TIFF file; it may be damaged.");
		final List<String> remarks = TiffPlanes.alike(pages) ? List.of() : List.of(path + ": the " + pages.length +
			" pages of this TIFF differ in size or type; only the first is used.");
		return new OpenedImage(ImagePlusMovies.toMovie(imp), path, reader(), remarks);
	}

	private static String reader() {
		return "ImageJ " + IJ.getVersion() + ", TIFF";
	}
}
