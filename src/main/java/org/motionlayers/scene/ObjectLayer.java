package org.motionlayers.scene;

import java.util.List;
import java.util.function.IntFunction;

/**
 * One object of the reference frame, cut out once and never written again (MeloMotion, Eq. 1: F_obj = F_0 * mask).
 * The frozen patch holds the pixels under the mask alone, run after run, one array a channel.
 */
public final class ObjectLayer {

	private final SegmentedObject object;
	private final Box bounds;
	private final RunMask mask;
	private final PixelType type;
	private final int channels;
	private final IntFunction<Object> patch;
	private final double[] centroid;
	private final double[] meanValues;
	private final boolean touchesBorder;
	private final float depth;

	/**
	 * @param object label and what the segmentation says of the object
	 * @param bounds bounding box in the reference frame
	 * @param mask its pixels, relative to the first corner of {@code bounds}
	 * @param type pixel type of the patch
	 * @param patch one array a channel, of {@code mask.pixels()} values in the order of the runs; taken over, not copied
	 * @param centroid centre of the mask in the reference frame, pixels: x, y, z
	 * @param meanValues mean of every channel over the mask: the appearance features of MeloMotion, 3.2
	 * @param touchesBorder whether the frame's border may cut the object
	 * @param depth distance from the viewer; nearer objects (smaller) hide farther ones, ties go to the smaller label in front
	 */
	public ObjectLayer(final SegmentedObject object, final Box bounds, final RunMask mask, final PixelType type, final List<Object> patch,
		final double[] centroid, final double[] meanValues, final boolean touchesBorder, final float depth)
	{
		this(object, bounds, mask, type, patch.size(), List.copyOf(patch)::get, centroid, meanValues, touchesBorder, depth);
	}

	/**
	 * A layer whose pixels are read when they are asked for.
	 *
	 * @param object label and what the segmentation says of the object
	 * @param bounds bounding box in the reference frame
	 * @param mask its pixels, relative to the first corner of {@code bounds}
	 * @param type pixel type of the patch
	 * @param patch gives the pixels of a channel, always the same, from any thread; the layer keeps nothing of them
	 * @param centroid centre of the mask in the reference frame, pixels: x, y, z
	 * @param meanValues mean of every channel over the mask, as many as there are channels
	 * @param touchesBorder whether the frame's border may cut the object
	 * @param depth distance from the viewer
	 */
	public ObjectLayer(final SegmentedObject object, final Box bounds, final RunMask mask, final PixelType type, final IntFunction<Object> patch,
		final double[] centroid, final double[] meanValues, final boolean touchesBorder, final float depth)
	{
		this(object, bounds, mask, type, meanValues.length, patch, centroid, meanValues, touchesBorder, depth);
	}

	private ObjectLayer(final SegmentedObject object, final Box bounds, final RunMask mask, final PixelType type, final int channels,
		final IntFunction<Object> patch, final double[] centroid, final double[] meanValues, final boolean touchesBorder, final float depth)
	{
		this.object = object;
		this.bounds = bounds;
		this.mask = mask;
		this.type = type;
		this.patch = patch;
		this.channels = channels;
		this.centroid = centroid.clone();
		this.meanValues = meanValues.clone();
		this.touchesBorder = touchesBorder;
		this.depth = depth;
	}

	/** @return the same layer at another distance from the viewer */
	public ObjectLayer withDepth(final float newDepth) {
		return new ObjectLayer(object, bounds, mask, type, channels, patch, centroid, meanValues, touchesBorder, newDepth);
	}

	/** @return the object's label */
	public int label() {
		return object.label();
	}

	/** @return what the segmentation says of the object */
	public SegmentedObject object() {
		return object;
	}

	/** @return bounding box in the reference frame */
	public Box bounds() {
		return bounds;
	}

	/** @return the object's pixels, relative to the first corner of {@link #bounds()} */
	public RunMask mask() {
		return mask;
	}

	/** @return pixel type of the patch */
	public PixelType type() {
		return type;
	}

	/** @return the frozen pixels of one channel in the order of the mask's runs; never to be written to; read now where they are not in memory */
	public Object patch(final int channel) {
		return patch.apply(channel);
	}

	/** @return number of channels */
	public int channels() {
		return channels;
	}

	/** @return number of pixels of the object */
	public int area() {
		return mask.pixels();
	}

	/** @return centre of the mask in the reference frame along x (0), y (1) or z (2), pixels */
	public double centroid(final int dimension) {
		return centroid[dimension];
	}

	/** @return mean of one channel over the mask */
	public double meanValue(final int channel) {
		return meanValues[channel];
	}

	/** @return whether the frame's border may cut the object */
	public boolean touchesBorder() {
		return touchesBorder;
	}

	/** @return distance from the viewer; smaller is nearer */
	public float depth() {
		return depth;
	}
}
