package org.motionlayers.io.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;

/**
 * Every object in every frame, observed and predicted. Frames count from the first observed one; frame {@code observed() - 1} is the
 * reference frame at time 0. Objects are those of the scene in its order, then those seen only in earlier frames, by label. A stack of labels
 * alone makes a table too: then all is measured on the labels.
 * Coordinates are pixels; writers calibrate.
 */
public final class TrackTable {

	private final Video video;
	private final Scene scene;
	private final Motion motion;
	private final Tracks tracks;
	private final Segmentation observed;
	private final String image;
	private final boolean observedInVideo;
	private final int firstPredicted;
	private final List<SegmentedObject> objects = new ArrayList<>();
	private final Map<Integer, Integer> indices = new HashMap<>();
	private final List<Map<Integer, Blob>> blobs = new ArrayList<>();
	private final int[][] seenPixels;
	private final Map<Integer, Outline> layerOutlines = new HashMap<>();

	/**
	 * Looks through all labels once, frame by frame.
	 *
	 * @param video the predicted frames
	 * @param tracks where the objects of its scene were
	 * @param observed labels of the observed frames, as many as the tracks have
	 * @param image the file of the observed image, or an empty string where there is none
	 * @param observedInVideo whether the written video has the observed frames in front
	 * @param progress is told and asked once a frame
	 */
	public TrackTable(final Video video, final Tracks tracks, final Segmentation observed, final String image, final boolean observedInVideo,
		final Progress progress)
	{
		this(video, tracks, observed, image, observedInVideo, observed.frames(), progress);
	}

	private TrackTable(final Video video, final Tracks tracks, final Segmentation observed, final String image, final boolean observedInVideo,
		final int firstPredicted, final Progress progress)
	{
		if (observed.frames() != tracks.frames()) throw new IllegalArgumentException("Tracks of " + tracks.frames() +
			" observed frames do not fit labels of " + observed.frames() + ".");
		this.video = video;
		this.scene = video.scene();
		this.motion = video.motion();
		this.tracks = tracks;
		this.observed = observed;
		this.image = image;
		this.observedInVideo = observedInVideo;
		this.firstPredicted = firstPredicted;
		for (final ObjectLayer layer : scene.layers()) add(layer.object());
		lookThroughObserved(progress);
		seenPixels = video.visiblePixels(t -> progress.update(observed.frames() + t - 1, observed.frames() + video.frames(), "measuring objects"));
	}

	/**
	 * A table of labels alone, whoever made them.
	 *
	 * @param labels a label names the same object in every frame
	 * @param observed number of leading frames that were observed, 0 to all; the rest is predicted
	 * @param title what the image is called
	 * @param calibration of the image
	 * @param image the file of the image, or an empty string where there is none
	 * @param progress is told and asked once a frame
	 * @return positions are centroids of what is seen; nothing is known of hidden parts
	 */
	public static TrackTable of(final Segmentation labels, final int observed, final String title, final Calibration calibration,
		final String image, final Progress progress)
	{
		if (observed < 0 || observed > labels.frames()) throw new IllegalArgumentException(observed + " of " + labels.frames() +
			" frames cannot be observed ones.");
		final int dimensions = labels.shape().dimensions();
		final Tracks none = new Tracks(new int[0], labels.frames(), dimensions, new double[0], new boolean[0], new double[labels.frames() *
			dimensions]);
		return new TrackTable(new NoVideo(labels.shape(), title, calibration), none, labels, image, false, observed, progress);
	}

	private void add(final SegmentedObject object) {
		indices.put(object.label(), objects.size());
		objects.add(object);
	}

	private void lookThroughObserved(final Progress progress) {
		for (int k = 0; k < observed.frames(); k++) {
			progress.update(k, observed.frames() + video.frames(), "measuring objects");
			blobs.add(Blob.inFrame(observed.shape(), observed.labels(k)));
		}
		// without identities, a label of an earlier frame means nothing here
		if (observed.identified()) blobs.stream().flatMap(b -> b.keySet().stream()).distinct().filter(l -> !indices.containsKey(l)).sorted()
			.forEach(l -> add(observed.object(l)));
	}

	/** @return number of objects */
	public int objects() {
		return objects.size();
	}

	/** @return label and what else is known of an object */
	public SegmentedObject object(final int o) {
		return objects.get(o);
	}

	/** @return the place of a label among the objects, or -1 */
	public int indexOf(final int label) {
		return indices.getOrDefault(label, -1);
	}

	/** @return whether an object is in the reference frame, and so predicted */
	public boolean inScene(final int o) {
		return o < scene.objects();
	}

	/** @return number of frames, observed and predicted */
	public int frames() {
		return observed.frames() + video.frames();
	}

	/** @return number of observed frames; 0 where a stack of labels begins after the reference frame */
	public int observed() {
		return firstPredicted;
	}

	/** @return whether frame f is predicted */
	public boolean predicted(final int f) {
		return f >= firstPredicted;
	}

	/** @return whether frame f is composited out of layers, so that more is known of it than its labels show */
	boolean composited(final int f) {
		return f >= observed.frames();
	}

	/** @return time of frame f against the reference frame */
	public int time(final int f) {
		return f - firstPredicted + 1;
	}

	/** @return size of a frame, with one channel */
	public Shape shape() {
		return scene.shape().withChannels(1);
	}

	/** @return calibration of the image */
	public Calibration calibration() {
		return scene.calibration();
	}

	/** @return what the image is called */
	public String title() {
		return scene.title();
	}

	/** @return the file of the observed image, or an empty string where there is none */
	public String image() {
		return image;
	}

	/** @return whether the written video has the observed frames in front */
	public boolean observedInVideo() {
		return observedInVideo;
	}

	/** @return labels of frame f as seen, x fastest, then y, z; not to be written to */
	public int[] labels(final int f) {
		return composited(f) ? video.labels(time(f)) : observed.labels(f);
	}

	/** @return pixels of an object that are seen in frame f; 0 where it is hidden, out of the frame or not there */
	public int pixels(final int f, final int o) {
		if (composited(f)) return inScene(o) ? seenPixels[time(f) - 1][o] : 0;
		final Blob blob = blob(f, o);
		return blob == null ? 0 : blob.pixels();
	}

	/** @return pixels seen of an object in predicted frame f, as a share of its mask; NaN in observed frames */
	public double visibleFraction(final int f, final int o) {
		return composited(f) && inScene(o) ? (double) pixels(f, o) / layer(o).area() : Double.NaN;
	}

	/** @return whether a pixel of an object lies within frame f, hidden by others or not */
	public boolean inFrame(final int f, final int o) {
		if (pixels(f, o) > 0) return true;
		return composited(f) && inScene(o) && overlapsFrame(layer(o), o, time(f));
	}

	private boolean overlapsFrame(final ObjectLayer layer, final int o, final int t) {
		final Shape shape = shape();
		final long dx = Math.round(motion.layerDisplacement(t, o, 0));
		final long dy = Math.round(motion.layerDisplacement(t, o, 1));
		final long dz = Math.round(motion.layerDisplacement(t, o, 2));
		for (int r = 0; r < layer.mask().runs(); r++) {
			final long x = layer.bounds().x() + layer.mask().x(r) + dx;
			final long y = layer.bounds().y() + layer.mask().y(r) + dy;
			final long z = layer.bounds().z() + layer.mask().z(r) + dz;
			if (x + layer.mask().length(r) > 0 && x < shape.width() && y >= 0 && y < shape.height() && z >= 0 && z < shape.depth()) return true;
		}
		return false;
	}

	/** @return position of an object in frame f along x (0), y (1) or z (2), pixels; NaN where it was not seen or is not predicted */
	public double position(final int f, final int o, final int dimension) {
		if (composited(f)) return inScene(o) ? layer(o).centroid(dimension) + motion.displacement(time(f), o, dimension) : Double.NaN;
		if (inScene(o) && tracks.seen(f, o)) return dimension < tracks.dimensions() ? tracks.position(f, o, dimension) : 0;
		final Blob blob = blob(f, o);
		return blob == null ? Double.NaN : blob.centroid(dimension);
	}

	/** @return the motion of the objects of the scene, which come first among all */
	Motion motion() {
		return motion;
	}

	/** @return radius of the circle (2D) or ball (3D) of the same size as an object in frame f, calibrated; a hidden part counts */
	double radius(final int f, final int o) {
		final Calibration c = calibration();
		final int size = composited(f) && inScene(o) ? layer(o).area() : pixels(f, o);
		if (shape().dimensions() == 2) return Math.sqrt(size * c.pixelWidth() * c.pixelHeight() / Math.PI);
		return Math.cbrt(size * c.pixelWidth() * c.pixelHeight() * c.pixelDepth() * 0.75 / Math.PI);
	}

	/** @return whether an object was seen in observed frame f, or is in scene and within predicted frame f */
	public boolean present(final int f, final int o) {
		return composited(f) ? inFrame(f, o) : !Double.isNaN(position(f, o, 0));
	}

	/** @return outline of an object in frame f, in pixels relative to its position; null in 3D and where there is none */
	Outline outline(final int f, final int o, final int[] labels) {
		if (shape().dimensions() == 3) return null;
		if (composited(f)) return inScene(o) ? movedOutline(o, time(f)) : null;
		final Blob blob = blob(f, o);
		return blob == null ? null : Outline.of(shape(), labels, object(o).label(), blob.bounds()).relativeTo(position(f, o, 0), position(f, o,
			1));
	}

	/** @return the outline of a layer at time t, relative to the position of its object, which may move a little otherwise */
	private Outline movedOutline(final int o, final int t) {
		return layerOutline(o).rotated(motion.angle(t, o)).relativeTo(motion.displacement(t, o, 0) - motion.layerDisplacement(t, o, 0), motion
			.displacement(t, o, 1) - motion.layerDisplacement(t, o, 1));
	}

	private Outline layerOutline(final int o) {
		return layerOutlines.computeIfAbsent(o, i -> Outline.of(layer(i)).relativeTo(layer(i).centroid(0), layer(i).centroid(1)));
	}

	private ObjectLayer layer(final int o) {
		return scene.layers().get(o);
	}

	private Blob blob(final int f, final int o) {
		return blobs.get(f).get(objects.get(o).label());
	}
}
