package org.motionlayers.simulate;

import org.motionlayers.scene.InputException;

/**
 * What is asked of a {@link Scenario}.
 *
 * @param size width and height, pixels, {@value Sample#SMALLEST} to {@value Sample#LARGEST}
 * @param frames number of frames, the first included, {@value Sample#FEWEST} to {@value Sample#MOST}
 * @param objects number of objects, 0 for as many as the scenario usually has
 * @param pushed how many bodies move in the first frame, where some rest until they are hit
 * @param restitution part of the speed kept in a contact: 1 is elastic, 0 is not
 * @param camera largest speed of the camera along an axis, pixels per frame
 */
public record ScenarioOptions(int size, int frames, int objects, int pushed, double restitution, double camera) {

	/** 64 x 64, 16 frames, the usual objects, one pushed, elastic, camera at rest. */
	public static final ScenarioOptions DEFAULT = new ScenarioOptions(64, 16, 0, 1, 1, 0);

	/** The most objects that may be asked for. */
	public static final int MOST_OBJECTS = 1000;

	/** The fastest camera, pixels per frame. */
	private static final double FASTEST_CAMERA = 8;

	/** Checks the ranges. */
	public ScenarioOptions {
		if (size < Sample.SMALLEST || size > Sample.LARGEST) throw new InputException("size=" + size +
			": the width and height in pixels is needed, " + Sample.SMALLEST + " to " + Sample.LARGEST + ".");
		if (frames < Sample.FEWEST || frames > Sample.MOST) throw new InputException("frames=" + frames +
			": the number of frames is needed, " + Sample.FEWEST + " to " + Sample.MOST + ".");
		if (objects < 0 || objects > MOST_OBJECTS) throw new InputException("objects=" + objects +
			": the number of objects is needed, 1 to " + MOST_OBJECTS + ", or 0 for the usual number.");
		if (pushed < 0) throw new InputException("pushed=" + pushed + ": the number of bodies that are pushed is needed, 0 or more.");
		if (!(restitution >= 0 && restitution <= 1)) throw new InputException("restitution=" + restitution +
			": the part of the speed kept in a contact is needed, 0 to 1.");
		if (!(camera >= 0 && camera <= FASTEST_CAMERA)) throw new InputException("camera=" + camera +
			": the largest speed of the camera is needed, 0 to " + FASTEST_CAMERA + " pixels per frame.");
	}

	/** @return the same with another frame size and number of frames */
	public ScenarioOptions withSize(final int newSize, final int newFrames) {
		return new ScenarioOptions(newSize, newFrames, objects, pushed, restitution, camera);
	}

	/** @return the same with another number of objects, 0 for the usual number */
	public ScenarioOptions withObjects(final int count) {
		return new ScenarioOptions(size, frames, count, pushed, restitution, camera);
	}

	/** @return the same with other pushes and contacts */
	public ScenarioOptions withContacts(final int newPushed, final double newRestitution) {
		return new ScenarioOptions(size, frames, objects, newPushed, newRestitution, camera);
	}

	/** @return the same with another camera speed */
	public ScenarioOptions withCamera(final double speed) {
		return new ScenarioOptions(size, frames, objects, pushed, restitution, speed);
	}

	/** @return the number of objects asked for, or the usual one */
	int objects(final int usual) {
		return objects == 0 ? usual : objects;
	}
}
