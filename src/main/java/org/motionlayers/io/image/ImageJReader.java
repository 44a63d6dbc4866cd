package org.motionlayers.io.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;

import org.motionlayers.scene.InputException;

/** Still images and small formats by ImageJ's own opener: PNG, JPEG, GIF, BMP, PGM, DICOM, FITS, a zipped TIFF. Read whole. */
final class ImageJReader implements ImageReader {

	private static final Set<Integer> TYPES = Set.of(Opener.PNG, Opener.JPEG, Opener.GIF, Opener.BMP, Opener.PGM, Opener.DICOM, Opener.FITS,
		Opener.ZIP);

	@Override
	public boolean canRead(final Path path, final byte[] head) {
		return TYPES.contains(new Opener().getFileType(path.toString()));
	}

	@Override
	public OpenedImage read(final Path path) throws IOException {
		final int type = new Opener().getFileType(path.toString());
		if (type == Opener.PNG) WholeFile.requirePng(path);
		if (type == Opener.JPEG) WholeFile.requireJpeg(path);
		final ImagePlus imp = open(path);
		if (imp == null || imp.getWidth() == 0) throw new InputException(path + ": ImageJ cannot read this " + Opener.types[type] +
			" file; it may be damaged.");
		// a film of pictures: its slices are time
		if (type == Opener.GIF && imp.getStackSize() > 1) imp.setDimensions(1, 1, imp.getStackSize());
		return new OpenedImage(ImagePlusMovies.toMovie(imp), path, "ImageJ " + IJ.getVersion() + ", " + Opener.types[type], List.of());
	}

	private static ImagePlus open(final Path path) {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		// else an error opens a dialog; it goes to ImageJ's log instead
		IJ.redirectErrorMessages(true);
		try {
			return opener.openImage(path.toAbsolutePath().toString());
		}
		catch (final RuntimeException exc) {
			throw new InputException(path + ": ImageJ cannot read this file (" + exc + "); it may be damaged.", exc);
		}
		finally {
			IJ.redirectErrorMessages(false);
		}
	}
}
