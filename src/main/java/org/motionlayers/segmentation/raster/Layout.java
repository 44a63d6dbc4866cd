package org.motionlayers.segmentation.raster;

/**
 * What the planes of a file are.
 *
 * @param channels number of channels
 * @param slices number of planes along z
 * @param frames number of time points
 * @param timeFirst whether the next plane is the next time point; else it is the next slice
 * @param declared whether the file says so; else it is only a number of planes
 */
public record Layout(int channels, int slices, int frames, boolean timeFirst, boolean declared) {

	/** @return so many planes of which nothing else is known */
	public static Layout unknown(final int planes) {
		return new Layout(1, planes, 1, false, false);
	}

	/** @return channels x slices x frames */
	public long planes() {
		return (long) channels * slices * frames;
	}
}
