package org.motionlayers.dreamer.objects;

import java.util.Map;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.diffusion.StepListener;
import org.motionlayers.network.Network;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.StabilizedTracks;
import org.motionlayers.scene.Motion;

/** A request on its way through legs of as many frames as the network takes at once. */
final class ObjectJourney {

	private final PredictionRequest request;
	private final ObjectFormat format;
	private final StabilizedTracks tracks;
	private final double[] camera;
	private final int objects;
	private final int dimensions;

	/**
	 * @param request what is asked
	 * @param format of the network
	 */
	ObjectJourney(final PredictionRequest request, final ObjectFormat format) {
		this.request = request;
		this.format = format;
		this.tracks = new StabilizedTracks(request.tracks());
		this.objects = request.scene().objects();
		this.dimensions = request.scene().shape().dimensions();
		final double[] velocity = tracks.cameraVelocity();
		this.camera = velocity.length == 0 ? new double[dimensions] : velocity;
	}

	/** @return how many legs it takes */
	int legs() {
		return (request.frames() + format.frames() - 1) / format.frames();
	}

	/** @return what is known in the reference frame */
	ObjectInput.Known start() {
		final double[][] velocities = new double[objects][];
		for (int i = 0; i < objects; i++) velocities[i] = seenVelocity(i);
		return new ObjectInput.Known(ObjectScene.of(request.scene()), new ObjectCues(arrows(), velocities));
	}

	/** Arrows without the camera's motion. */
	private double[][] arrows() {
		final double[][] arrows = new double[objects][];
		for (int i = 0; i < objects; i++) {
			final int label = request.scene().layers().get(i).label();
			if (!request.cues().has(label)) continue;
			arrows[i] = new double[dimensions];
			for (int d = 0; d < dimensions; d++) arrows[i][d] = request.cues().velocity(label, d) - camera[d];
		}
		return arrows;
	}

	/** The last step of an object that was seen in both last frames, else null. */
	private double[] seenVelocity(final int object) {
		final int last = request.tracks().frames() - 1;
		if (last < 1 || !request.tracks().seen(last, object) || !request.tracks().seen(last - 1, object)) return null;
		final double[] velocity = new double[dimensions];
		for (int d = 0; d < dimensions; d++) velocity[d] = tracks.position(last, object, d) - tracks.position(last - 1, object, d);
		return velocity;
	}

	/** Adds leg after leg to the first one. */
	double[][][] goOn(final double[][][] first, final int sample, final ObjectSampler sampler, final Drawing drawing,
		final StepListener listener)
	{
		final double[][][] path = new double[request.frames()][][];
		System.arraycopy(first, 0, path, 0, first.length);
		final ObjectInput.Known start = start();
		for (int done = first.length; done < path.length;) {
			final int count = Math.min(format.frames(), path.length - done);
			final long seed = Network.mix(request.seed(), 31L * sample + done);
			final double[][][] leg = sampler.draw(from(start, path, done), count, 1, drawing, seed, listener)[0];
			for (int t = 0; t < count; t++) path[done + t] = sum(path[done - 1], leg[t]);
			done += count;
		}
		return path;
	}

	/** The scene as it is after some frames; arrows are what is left of them. */
	private ObjectInput.Known from(final ObjectInput.Known start, final double[][][] path, final int done) {
		final double[][] centres = new double[objects][], arrows = new double[objects][], velocities = new double[objects][];
		for (int i = 0; i < objects; i++) {
			centres[i] = sum(start.scene().centres()[i], path[done - 1][i]);
			velocities[i] = done == 1 ? path[0][i] : difference(path[done - 1][i], path[done - 2][i]);
			if (start.cues().arrows()[i] == null) continue;
			arrows[i] = new double[dimensions];
			for (int d = 0; d < dimensions; d++) arrows[i][d] = (path.length * start.cues().arrows()[i][d] - path[done - 1][i][d]) / (path.length -
				done);
		}
		return new ObjectInput.Known(start.scene().withCentres(centres), new ObjectCues(arrows, velocities));
	}

	private static double[][] sum(final double[][] a, final double[][] b) {
		final double[][] sums = new double[a.length][];
		for (int i = 0; i < a.length; i++) sums[i] = sum(a[i], b[i]);
		return sums;
	}

	private static double[] sum(final double[] a, final double[] b) {
		final double[] sum = a.clone();
		for (int d = 0; d < sum.length; d++) sum[d] += b[d];
		return sum;
	}

	private static double[] difference(final double[] a, final double[] b) {
		final double[] difference = a.clone();
		for (int d = 0; d < difference.length; d++) difference[d] -= b[d];
		return difference;
	}

	/** The motion of a path: arrows are kept to the pixel, the camera goes on as it did. */
	Motion motion(final double[][][] path, final String predictor, final Map<String, String> said) {
		final int frames = request.frames();
		final double[] displacements = new double[frames * objects * dimensions], shifts = new double[tracks.cameraVelocity().length == 0 ? 0
			: frames * dimensions];
		final double[][] arrows = arrows();
		for (int t = 0; t < frames; t++) for (int d = 0; d < dimensions; d++) {
			if (shifts.length > 0) shifts[t * dimensions + d] = (t + 1) * camera[d];
			for (int i = 0; i < objects; i++) {
				// what an arrow's end lacks is spread evenly over the frames
				final double lacks = arrows[i] == null ? 0 : frames * arrows[i][d] - path[frames - 1][i][d];
				displacements[(t * objects + i) * dimensions + d] = path[t][i][d] + lacks * (t + 1) / frames + (t + 1) * camera[d];
			}
		}
		return new Motion(request.scene().labels(), frames, dimensions, displacements, new double[0], shifts, new Motion.Provenance(predictor,
			request.seed(), said));
	}
}
