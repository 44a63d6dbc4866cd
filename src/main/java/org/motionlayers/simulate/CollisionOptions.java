package org.motionlayers.simulate;

import org.motionlayers.scene.InputException;

/**
 * What collides, and how.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param frames number of frames, the first included
 * @param objects number of bodies
 * @param bodies what they are
 * @param pushed how many of them move in the first frame; the others rest until they are hit
 * @param slowest lowest speed of a push, pixels per frame
 * @param fastest highest speed of a push, pixels per frame
 * @param restitution part of the speed kept in a contact: 1 is elastic, 0 is not
 * @param drag part of the speed lost per frame by sliding over the table
 * @param walls whether bodies bounce off the borders of the frame
 * @param camera largest speed of the camera along an axis, pixels per frame
 */
public record CollisionOptions(int width, int height, int frames, int objects, Bodies bodies, int pushed, double slowest, double fastest,
	double restitution, double drag, Walls walls, double camera) {

	/** What the bodies are. */
	public enum Bodies {
		/** Discs. */
		DISCS,
		/** Boxes at any angle. */
		BOXES,
		/** Both. */
		MIXED,
		/** A row of thin boxes seen from above; the push goes along the row. */
		DOMINOES
	}

	/** What happens at the borders of the frame. */
	public enum Walls {
		/** Bodies leave. */
		NONE,
		/** Bodies bounce off. */
		FRAME
	}

	/** 64 x 64, 16 frames, five discs and boxes, one pushed, elastic, within walls, camera at rest. */
	public static final CollisionOptions DEFAULT = new CollisionOptions(64, 64, 16, 5, Bodies.MIXED, 1, 1.5, 4, 1, 0, Walls.FRAME, 0);

	/** Checks the numbers. */
	public CollisionOptions {
		if (width < 16 || height < 16 || frames < 2) throw new InputException("Collisions need at least 16 x 16 pixels and 2 frames, found " +
			width + " x " + height + ", " + frames + " frames.");
		if (objects < 1 || pushed < 0 || pushed > objects) throw new InputException(pushed + " of " + objects +
			" bodies pushed: at least one body is needed, and no more can be pushed than there are.");
		if (!(slowest >= 0 && fastest >= slowest && fastest <= Math.min(width, height) / 4.0)) throw new InputException("Pushes of " + slowest +
			" to " + fastest + " pixels per frame: from 0 up to a quarter of the frame are accepted.");
		if (!(restitution >= 0 && restitution <= 1 && drag >= 0 && drag < 1 && camera >= 0)) throw new InputException("Restitution " +
			restitution + ", drag " + drag + ", camera " + camera + ": restitution from 0 to 1, drag from 0 to below 1 and a camera speed of at" +
			" least 0 are accepted.");
	}

	/** @return the same with another frame size and number of frames */
	public CollisionOptions withSize(final int newWidth, final int newHeight, final int newFrames) {
		return new CollisionOptions(newWidth, newHeight, newFrames, objects, bodies, pushed, slowest, fastest, restitution, drag, walls, camera);
	}

	/** @return the same with other bodies */
	public CollisionOptions withBodies(final int count, final Bodies kind, final int newPushed) {
		return new CollisionOptions(width, height, frames, count, kind, newPushed, slowest, fastest, restitution, drag, walls, camera);
	}

	/** @return the same with other contacts and sliding */
	public CollisionOptions withContacts(final double newRestitution, final double newDrag) {
		return new CollisionOptions(width, height, frames, objects, bodies, pushed, slowest, fastest, newRestitution, newDrag, walls, camera);
	}

	/** @return the same with or without walls */
	public CollisionOptions withWalls(final Walls newWalls) {
		return new CollisionOptions(width, height, frames, objects, bodies, pushed, slowest, fastest, restitution, drag, newWalls, camera);
	}

	/** @return the same with another camera speed */
	public CollisionOptions withCamera(final double speed) {
		return new CollisionOptions(width, height, frames, objects, bodies, pushed, slowest, fastest, restitution, drag, walls, speed);
	}
}
