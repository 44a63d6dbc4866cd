package org.motionlayers.scene;

/**
 * What a pixel and a frame measure in the world.
 *
 * @param pixelWidth size of a pixel along x in {@code unit}
 * @param pixelHeight size of a pixel along y in {@code unit}
 * @param pixelDepth distance of planes along z in {@code unit}
 * @param unit unit of length, "pixel" where unknown
 * @param frameInterval time from frame to frame in {@code timeUnit}
 * @param timeUnit unit of time, "frame" where unknown
 */
public record Calibration(double pixelWidth, double pixelHeight, double pixelDepth, String unit, double frameInterval, String timeUnit) {

	/** One pixel per pixel, one frame per frame. */
	public static final Calibration NONE = new Calibration(1, 1, 1, "pixel", 1, "frame");

	/** @return the size of a pixel along x (0), y (1) or z (2), in {@link #unit} */
	public double pixelSize(final int dimension) {
		return switch (dimension) {
			case 0 -> pixelWidth;
			case 1 -> pixelHeight;
			case 2 -> pixelDepth;
			default -> throw new IndexOutOfBoundsException("dimension " + dimension);
		};
	}

	/** @return whether lengths have a real unit */
	public boolean isSpatial() {
		return !NONE.unit.equals(unit);
	}

	/** @return whether times have a real unit */
	public boolean isTemporal() {
		return !NONE.timeUnit.equals(timeUnit);
	}
}
