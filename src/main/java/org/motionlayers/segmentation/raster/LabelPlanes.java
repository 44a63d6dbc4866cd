package org.motionlayers.segmentation.raster;

import org.motionlayers.scene.Calibration;

/** Label planes of one file, one behind the other; each is read when asked for. */
public interface LabelPlanes {

	/** What to say of a colour image. */
	String COLOUR = "it is a colour image, which has no labels; save the label image as 8, 16 or 32-bit greyscale, or with a palette";

	/** @return what kind of file it is, such as "16-bit TIFF" */
	String title();

	/** @return pixels along x */
	int width();

	/** @return pixels along y */
	int height();

	/** @return number of planes, at least 1 */
	int planes();

	/** @return what the file says its planes are */
	Layout layout();

	/** @return what the file says of pixel size and interval */
	Calibration calibration();

	/**
	 * Reads one plane.
	 *
	 * @param plane 0 to {@link #planes()} - 1
	 * @return labels, x fastest, 0 = background
	 * @throws org.motionlayers.scene.InputException where the file is damaged or a value is no label
	 */
	int[] read(int plane);
}
