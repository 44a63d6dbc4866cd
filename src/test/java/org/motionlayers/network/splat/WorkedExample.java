package org.motionlayers.network.splat;

/**
 * The worked example of softmax splatting, computed with the definition of github.com/sniklaus/softmax-splatting: one channel, 4 x 3
 * pixels, with displacements below a pixel, two collisions, two pixels partly and two fully outside.
 */
public final class WorkedExample {

	/** 1 to 12. */
	public static final float[] IMAGE = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
	/** Where the pixels go. */
	public static final FlowField FLOW = new FlowField(4, 3, new float[] { 0, .5f, -1, 1.5f, -.25f, 0, 0, -1, 2.75f, 0, -10, 0 },
		new float[] { 0, .25f, 1, 0, 0, 0, 0, 0, -1.5f, .5f, 0, 0 });
	/** Importance of the pixels. */
	public static final float[] METRIC = { 0, 1, 2, 0, .5f, -1, .25f, 1.5f, .3f, -.5f, 0, 0 };
	/** Sums of weights where they land. */
	public static final float[] SUM_OF_ONES = { 1, .375f, .5f, .375f, .75f, 2.125f, 2.25f, .375f, 0, .5f, 0, 1 };
	/** Mode sum. */
	public static final float[] SUM = { 1, .75f, 1.875f, 3.375f, 3.75f, 9.25f, 16.375f, 3.375f, 0, 5, 0, 12 };
	/** Mode average, zeros count as one. */
	public static final float[] AVERAGE = { 1, 2, 3.75f, 9, 5, 4.352941f, 7.277778f, 9, 0, 10, 0, 12 };
	/** Mode average, 1e-7 added. */
	public static final float[] AVERAGE_ADDED = { 1, 1.999999f, 3.749999f, 8.999998f, 4.999999f, 4.352941f, 7.277777f, 8.999998f, 0,
		9.999998f, 0, 11.999999f };
	/** Mode soft, zeros count as one. */
	public static final float[] SOFT = { 1, 2, 2.994141f, 9, 5, 3.094341f, 7.497308f, 9, 0, 10, 0, 12 };
	/** Loss sum(soft * k / 10), 1e-7 added. */
	public static final double LOSS = 40.044377;
	/** Its gradient by the image. */
	public static final float[] BY_IMAGE = { 0, .325072f, .456299f, 0, .4f, .022718f, .122790f, .428580f, 1.044540f, .9f, 0, 1.1f };
	/** Its gradient by the metric. */
	public static final float[] BY_METRIC = { 0, -.372179f, -.043048f, 0, 0, .066010f, -.061065f, .215444f, .194839f, 0, 0, 0 };

	private WorkedExample() {}

	/** @return k / 10 for k = 0 to 11: the gradient of the loss by the output */
	public static float[] lossWeights() {
		final float[] weights = new float[IMAGE.length];
		for (int k = 0; k < weights.length; k++) weights[k] = k / 10f;
		return weights;
	}
}
