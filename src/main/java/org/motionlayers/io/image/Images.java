package org.motionlayers.io.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelBlocks;

/**
 * Opens image files without a window: TIFF, PNG, JPEG, AVI and what else ImageJ reads, a folder of images as a time-lapse, OME-Zarr, and
 * everything that Bio-Formats reads where that is on the class path.
 *
 * <pre>
 * Movie movie = Images.open(Path.of("cells.tif"));
 * </pre>
 */
public final class Images {

	/** Bytes of a file that readers may look at before they say whether they know it. */
	static final int HEAD = 4096;

	/** In the order in which they are asked; a new kind of file is one new class, named here. */
	private static final List<ImageReader> READERS = List.of(new OmeZarrReader(), new FolderReader(), new TiffReader(), new AviReader(),
		new ImageJReader(), new BioFormatsReader());

	private Images() {}

	/**
	 * Opens an image.
	 *
	 * @param path file or folder
	 * @return the image, its frames read on demand where the format allows
	 * @throws InputException where there is no such file, or it is no image, or not a whole one
	 * @throws IOException where the file cannot be read
	 */
	public static Movie open(final Path path) throws IOException {
		return read(path).movie();
	}

	/**
	 * Opens an image and tells what read it.
	 *
	 * @param path file or folder
	 * @return the image, its frames read on demand where the format allows, its reader and what the user should know
	 * @throws InputException where there is no such file, or it is no image, or not a whole one
	 * @throws IOException where the file cannot be read
	 */
	public static OpenedImage read(final Path path) throws IOException {
		return reader(path).read(path);
	}

	private static ImageReader reader(final Path path) throws IOException {
		if (!Files.exists(path)) throw new InputException(path + ": no such file or folder.");
		final byte[] head = head(path);
		for (final ImageReader reader : READERS) if (reader.canRead(path, head)) return reader;
		throw new InputException(path + ": not an image that can be read; TIFF, PNG, JPEG, GIF, BMP, AVI, OME-Zarr or a folder of such images is accepted" +
			(BioFormatsReader.isInstalled() ? ", and what Bio-Formats reads." : "; more formats with Bio-Formats installed (it is part of Fiji)."));
	}

	/**
	 * Opens one frame of an image to read it block by block.
	 *
	 * @param path file or folder
	 * @param t the frame, from 0
	 * @return of OME-Zarr blocks that are read when they are asked for, so that the frame need not fit into memory; of all else parts of the frame,
	 *         which is read whole
	 * @throws InputException where there is no such file or frame, or it is no image, or not a whole one
	 * @throws IOException where the file cannot be read
	 */
	public static PixelBlocks blocks(final Path path, final int t) throws IOException {
		return reader(path).blocks(path, t);
	}

	/** @return name and version of the Bio-Formats that is on the class path, or an empty string where there is none */
	public static String bioFormats() {
		return BioFormatsReader.isInstalled() ? BioFormatsReader.nameAndVersion() : "";
	}

	private static byte[] head(final Path path) throws IOException {
		if (Files.isDirectory(path)) return new byte[0];
		if (Files.size(path) == 0) throw new InputException(path + ": the file is empty; an image is needed.");
		try (InputStream in = Files.newInputStream(path)) {
			return in.readNBytes(HEAD);
		}
	}
}
