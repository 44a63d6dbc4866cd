package org.motionlayers.predict;

import org.motionlayers.scene.Tracks;

/** Tracks with the camera's motion taken out: positions where they would have been had the camera stood as in the reference frame. */
public final class StabilizedTracks {

	/** How many recent frames tell a velocity; more would hold on to what is past. */
	public static final int RECENT = 4;

	private final Tracks tracks;

	/** @param tracks positions and camera shifts as measured */
	public StabilizedTracks(final Tracks tracks) {
		this.tracks = tracks;
	}

	/** @return the tracks as measured */
	public Tracks measured() {
		return tracks;
	}

	/** @return position of an object in observed frame k without the camera's motion, pixels; NaN where not seen */
	public double position(final int k, final int object, final int dimension) {
		return tracks.position(k, object, dimension) - tracks.camera(k, dimension);
	}

	/** @return displacement d_gt of an object in observed frame k against the reference frame, pixels; NaN where not seen */
	public double displacement(final int k, final int object, final int dimension) {
		return position(k, object, dimension) - position(tracks.frames() - 1, object, dimension);
	}

	/** @return the first of the unbroken frames up to the reference frame in which the object was seen, of which it takes some at most */
	public int recentStart(final int object, final int atMost) {
		int k = tracks.frames();
		while (k > 0 && tracks.frames() - k < atMost && tracks.seen(k - 1, object)) k--;
		return k;
	}

	/** @return velocity of the camera over its {@value #RECENT} recent frames, pixels per frame; empty where it stands still */
	public double[] cameraVelocity() {
		if (!tracks.cameraMoves()) return new double[0];
		final int first = Math.max(0, tracks.frames() - RECENT);
		final double[] velocity = new double[tracks.dimensions()];
		for (int d = 0; d < velocity.length; d++) {
			final int dimension = d;
			velocity[d] = Line.fit(first - tracks.frames() + 1, 0, t -> tracks.camera(t + tracks.frames() - 1, dimension)).slope();
		}
		return velocity;
	}
}
