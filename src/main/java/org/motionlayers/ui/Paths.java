package org.motionlayers.ui;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;

/** Where the objects of a scene were and will be: observed frames, then predicted ones, in one count from 0. */
final class Paths {

	private final Tracks tracks;
	private final Scene scene;
	private final Motion motion;

	/**
	 * @param tracks where the objects were
	 * @param video where they go
	 */
	Paths(final Tracks tracks, final Video video) {
		this.tracks = tracks;
		this.scene = video.scene();
		this.motion = video.motion();
	}

	/** @return number of objects */
	int objects() {
		return scene.objects();
	}

	/** @return label of an object */
	int label(final int object) {
		return scene.layers().get(object).label();
	}

	/** @return 2 or 3 */
	int dimensions() {
		return motion.dimensions();
	}

	/** @return number of observed frames; the last of them is the reference frame */
	int observed() {
		return tracks.frames();
	}

	/** @return number of frames, observed and predicted */
	int frames() {
		return tracks.frames() + motion.frames();
	}

	/** @return where an object was or will be in frame i, counted from the first observed one, pixels; NaN where it was not seen */
	double position(final int object, final int i, final int dimension) {
		if (i < tracks.frames()) return tracks.position(i, object, dimension);
		return scene.layers().get(object).centroid(dimension) + motion.displacement(i - tracks.frames() + 1, object, dimension);
	}
}
