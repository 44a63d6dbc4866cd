package org.motionlayers.evaluate.forecast;

/**
 * Composited frames against the frames that then came.
 *
 * @param predictor who predicted, or {@link #LAST_FRAME}
 * @param horizon frames ahead
 * @param count frames compared
 * @param psnr mean over frames, decibels
 * @param maskPsnr mean over frames of the PSNR over the pixels that are in a mask in the reference frame or the true one, decibels
 * @param ssim mean over frames; NaN where frames are under 11 pixels in a direction
 */
public record PictureScore(String predictor, int horizon, int count, double psnr, double maskPsnr, double ssim) {

	/** The picture to beat: the reference frame shown again. */
	public static final String LAST_FRAME = "last frame";
}
