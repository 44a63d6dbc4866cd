package org.motionlayers.io.image;

import ij.ImagePlus;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/**
 * An ImagePlus as a Movie. Planes are copied when a frame that holds them is asked for, so that a virtual stack is never held whole and
 * a later edit of the image does not reach a frame already fetched.
 */
public final class ImagePlusMovies {

	private static final int RGB_BITS = 24;

	private ImagePlusMovies() {}

	/**
	 * Takes an image as it is: channels, slices and frames as ImageJ has them, RGB as three channels of 8 bit, signed 16 bit as float.
	 *
	 * @param imp 8, 16, 32 bit or RGB, of any dimensions, real or virtual
	 * @return its frames, lazily
	 * @throws InputException where there is no image, such as the empty one that the host passes headless for none
	 */
	public static Movie toMovie(final ImagePlus imp) {
		requireImage(imp);
		return toMovie(imp, imp.getTitle(), new StackPlanes(imp.getStack(), imp.getNChannels(), imp.getNSlices()));
	}

	/** As {@link #toMovie(ImagePlus)}, the planes coming from elsewhere. */
	static Movie toMovie(final ImagePlus imp, final String title, final PlaneFrames.Planes planes) {
		requireImage(imp);
		return toMovie(imp, title, new int[] { imp.getNChannels(), imp.getNSlices(), imp.getNFrames() }, Calibrations.of(imp
			.getCalibration()), planes);
	}

	/** As {@link #toMovie(ImagePlus)}, number of channels, slices and frames, calibration and planes coming from elsewhere. */
	static Movie toMovie(final ImagePlus imp, final String title, final int[] dimensions, final Calibration calibration,
		final PlaneFrames.Planes planes)
	{
		final boolean rgb = imp.getBitDepth() == RGB_BITS;
		final boolean signed = imp.getBitDepth() == 16 && imp.getCalibration().isSigned16Bit();
		if (rgb && dimensions[0] > 1) throw new InputException("Image '" + imp.getTitle() + "' has " + dimensions[0] +
			" channels of RGB colour each; RGB with one channel, or channels of 8, 16 or 32 bit are accepted.");
		final PlaneFrames.Coding coding = rgb ? PlaneFrames.Coding.RGB : signed ? PlaneFrames.Coding.SIGNED : PlaneFrames.Coding.PLAIN;
		final PixelType type = switch (imp.getBitDepth()) {
			case 8, RGB_BITS -> PixelType.UINT8;
			case 16 -> signed ? PixelType.FLOAT32 : PixelType.UINT16;
			default -> PixelType.FLOAT32;
		};
		final Shape shape = new Shape(imp.getWidth(), imp.getHeight(), dimensions[1], rgb ? 3 : dimensions[0]);
		return new Movie(Titles.withoutEnding(title), type, shape, dimensions[2], calibration, Displays.of(imp, dimensions[0]),
			new PlaneFrames(imp.getTitle(), type, shape, coding, planes));
	}

	private static void requireImage(final ImagePlus imp) {
		if (imp == null || imp.getWidth() == 0 || imp.getHeight() == 0 || imp.getStackSize() == 0 || imp.getProcessor() == null)
			throw new InputException("No image: open one first, or give its title or file.");
	}
}
