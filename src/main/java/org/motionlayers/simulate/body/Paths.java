package org.motionlayers.simulate.body;

import java.util.List;

/**
 * Where every body is in every frame.
 *
 * @param bodies what moves; labels are 1, 2, ... in this order
 * @param poses frame by frame, a pose a body
 * @param velocities frame by frame, x and y of every body, pixels per frame, as the generator knows them
 * @param camera frame by frame, x and y by which the whole image is displaced, pixels; 0 in frame 0
 * @param contacts in the order of time
 */
public record Paths(List<Body> bodies, Pose[][] poses, double[][] velocities, double[][] camera, List<Contact> contacts) {

	/** Checks that everything has a value for every frame and body. */
	public Paths {
		bodies = List.copyOf(bodies);
		contacts = List.copyOf(contacts);
		for (int i = 0; i < bodies.size(); i++) if (bodies.get(i).label() != i + 1) throw new IllegalArgumentException("Body " + i +
			" has label " + bodies.get(i).label() + ".");
		if (poses.length == 0 || velocities.length != poses.length || camera.length != poses.length) throw new IllegalArgumentException(poses.length +
			" frames of poses, " + velocities.length + " of velocities, " + camera.length + " of camera.");
		for (int t = 0; t < poses.length; t++) if (poses[t].length != bodies.size() || velocities[t].length != 2 * bodies.size())
			throw new IllegalArgumentException("Frame " + t + " has " + poses[t].length + " poses of " + bodies.size() + " bodies.");
	}

	/** @return number of frames, the first included */
	public int frames() {
		return poses.length;
	}

	/** @return number of bodies */
	public int objects() {
		return bodies.size();
	}
}
