package org.motionlayers.dreamer.objects;

import java.util.List;

import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Pose;
import org.motionlayers.simulate.body.Texture;

/** Clips of simulated bodies: what is known of their shapes is that of their outlines, so nothing is drawn. */
public final class BodyClips {

	private BodyClips() {}

	/**
	 * @param sample bodies in motion; its first frame becomes the reference frame
	 * @param frames number of future frames, which the sample must have
	 * @return where its bodies go, the camera's motion taken out; bodies whose centre leaves the frame are not seen from then on
	 */
	public static ObjectClip clip(final BodySample sample, final int frames) {
		final List<Body> bodies = sample.paths().bodies();
		final int n = bodies.size();
		final double[][] centres = new double[n][], reaches = new double[n][];
		final double[] areas = new double[n], brightness = new double[n], depths = new double[n];
		final float[][] velocities = new float[n][];
		final float[][][] displacements = new float[frames][n][];
		for (int i = 0; i < n; i++) {
			final Pose pose = sample.paths().poses()[0][i];
			centres[i] = new double[] { pose.x(), pose.y() };
			reaches[i] = Reach.of(bodies.get(i).outline(), pose.angle());
			areas[i] = bodies.get(i).outline().area();
			brightness[i] = brightness(bodies.get(i).texture());
			depths[i] = bodies.get(i).depth();
			velocities[i] = new float[] { (float) sample.paths().velocities()[0][2 * i], (float) sample.paths().velocities()[0][2 * i + 1] };
			boolean seen = true;
			for (int t = 1; t <= frames; t++) {
				seen &= sample.inside(t, i);
				final Pose then = sample.paths().poses()[t][i];
				displacements[t - 1][i] = seen ? new float[] { (float) (then.x() - pose.x()), (float) (then.y() - pose.y()) } : new float[] {
					Float.NaN, Float.NaN };
			}
		}
		return new ObjectClip(new ObjectScene(new double[] { sample.shape().width(), sample.shape().height() }, centres, reaches, areas,
			brightness, depths), displacements, new float[frames][n], velocities);
	}

	/** The mean of both colours over all channels: about what is seen of the surface. */
	private static double brightness(final Texture texture) {
		double sum = 0;
		for (int c = 0; c < texture.first().length; c++) sum += texture.pattern() == Texture.Pattern.FLAT ? texture.first()[c] : (texture
			.first()[c] + texture.second()[c]) / 2;
		return sum / texture.first().length;
	}
}
