package org.motionlayers.simulate;

import org.motionlayers.scene.InputException;

/**
 * A road with traffic.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param frames number of frames, the first included
 * @param lanes number of lanes
 * @param vehicles number of vehicles in each lane
 * @param speed wished speed, pixels per frame
 * @param brakes in how many lanes the first vehicle brakes to a stop
 * @param camera largest speed of the camera along an axis, pixels per frame
 */
public record TrafficOptions(int width, int height, int frames, int lanes, int vehicles, double speed, int brakes, double camera) {

	/** 128 x 128, 16 frames, four lanes of three vehicles, in two of which the first one brakes. */
	public static final TrafficOptions DEFAULT = new TrafficOptions(128, 128, 16, 4, 3, 3, 2, 0);

	/** Checks the numbers. */
	public TrafficOptions {
		if (width < 32 || height < 32 || frames < 2) throw new InputException("Traffic needs at least 32 x 32 pixels and 2 frames, found " +
			width + " x " + height + ", " + frames + " frames.");
		if (lanes < 1 || vehicles < 1 || brakes < 0 || brakes > lanes || lanes * 5 > Math.min(width, height)) throw new InputException(lanes +
			" lanes of " + vehicles + " vehicles, braking in " + brakes + ": at least one lane and vehicle, lanes of at least 5 pixels, and no" +
			" more braking lanes than there are.");
		if (!(speed > 0 && speed <= 8 && camera >= 0)) throw new InputException("Speed " + speed + ", camera " + camera +
			": a speed above 0 up to 8 pixels per frame and a camera speed of at least 0 are accepted.");
	}

	/** @return the same with another frame size and number of frames */
	public TrafficOptions withSize(final int newWidth, final int newHeight, final int newFrames) {
		return new TrafficOptions(newWidth, newHeight, newFrames, lanes, vehicles, speed, brakes, camera);
	}

	/** @return the same with other lanes */
	public TrafficOptions withLanes(final int newLanes, final int newVehicles, final int newBrakes) {
		return new TrafficOptions(width, height, frames, newLanes, newVehicles, speed, newBrakes, camera);
	}
}
