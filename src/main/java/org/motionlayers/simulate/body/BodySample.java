package org.motionlayers.simulate.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Tracks;

/**
 * One simulated movie and all that is true of it: frames, labels, depth, flow, tracks, contacts. Everything is computed when asked for,
 * from the same paths, so that all agree exactly.
 */
public final class BodySample {

	private static final float BRIGHTEST = 255;

	private final String title;
	private final Shape shape;
	private final Look look;
	private final Paths paths;
	private final Drawing drawing;
	private final long seed;
	private final Map<String, String> facts;

	/**
	 * @param title what the scene is called
	 * @param width pixels along x
	 * @param height pixels along y
	 * @param look how it is drawn
	 * @param paths where everything is
	 * @param seed that it was made with
	 */
	public BodySample(final String title, final int width, final int height, final Look look, final Paths paths, final long seed) {
		this.title = title + " " + seed;
		this.shape = new Shape(width, height, 1, look.channels());
		this.look = look;
		this.paths = paths;
		this.drawing = new Drawing(width, height, look, paths);
		this.seed = seed;
		this.facts = Map.of();
	}

	private BodySample(final BodySample other, final Paths paths, final Map<String, String> facts) {
		this.title = other.title;
		this.shape = other.shape;
		this.look = other.look;
		this.paths = paths;
		this.drawing = new Drawing(shape.width(), shape.height(), look, paths);
		this.seed = other.seed;
		this.facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
	}

	/** @return the same bodies, drawn as these are, where other paths take them */
	public BodySample withPaths(final Paths others) {
		return new BodySample(this, others, facts);
	}

	/** @return the same with what else is true of it */
	public BodySample withFacts(final Map<String, String> others) {
		return new BodySample(this, paths, others);
	}

	/** @return what else is true of it, by name, such as the caption that describes it; often nothing */
	public Map<String, String> facts() {
		return facts;
	}

	/** @return the paths */
	public Paths paths() {
		return paths;
	}

	/** @return number of frames, the first included */
	public int frames() {
		return paths.frames();
	}

	/** @return number of bodies, labels 1, 2, ... */
	public int objects() {
		return paths.objects();
	}

	/** @return size of a frame */
	public Shape shape() {
		return shape;
	}

	/** @return what touched what, and when */
	public List<Contact> contacts() {
		return paths.contacts();
	}

	/** @return the frames: 8 bit, RGB or grey */
	public Movie movie() {
		final Display display = shape.channels() == 3 ? Display.RGB : Display.DEFAULT;
		return new Movie(title, PixelType.UINT8, shape, frames(), Calibration.NONE, display, t -> new Frame(PixelType.UINT8, shape, drawing
			.image(t)));
	}

	/**
	 * The frames as networks take them, drawn at once: the values of {@link #movie} over 255.
	 *
	 * @return channels x frames x height x width, 0 to 1
	 */
	public float[] clip() {
		final int plane = shape.planeSize(), channels = shape.channels(), frames = frames();
		final float[] clip = new float[channels * frames * plane];
		for (int t = 0; t < frames; t++) {
			final byte[] values = drawing.image(t);
			for (int c = 0; c < channels; c++) for (int p = 0; p < plane; p++) clip[(c * frames + t) * plane + p] = (values[c * plane + p] & 0xff) / BRIGHTEST;
		}
		return clip;
	}

	/** @return the label of the body seen at every pixel of every frame */
	public Segmentation labels() {
		return new Segmentation(shape, frames(), drawing::labels, Map.of(), true, Calibration.NONE, "the labels of " + title);
	}

	/** @return depth of what is seen at every pixel of frame t, {@link Float#POSITIVE_INFINITY} for the background */
	public float[] depth(final int t) {
		return drawing.depth(t);
	}

	/**
	 * Optical flow as {@link org.motionlayers.scene.Video#flow} has it.
	 *
	 * @param t the frame
	 * @return displacement since frame t - 1 of the point seen at every pixel of frame t: all x, then all y, pixels; 0 at t = 0
	 */
	public float[] flow(final int t) {
		return drawing.flow(t, Math.max(0, t - 1));
	}

	/**
	 * Optical flow over several frames.
	 *
	 * @param t the frame
	 * @param since an earlier frame, or t
	 * @return displacement since that frame of the point seen at every pixel of frame t, hidden there or not: all x, then all y, pixels
	 */
	public float[] flow(final int t, final int since) {
		return drawing.flow(t, since);
	}

	/** @return centre of a body in frame t along x (0) or y (1), camera motion included, pixels */
	public double position(final int t, final int object, final int dimension) {
		final Pose pose = paths.poses()[t][object];
		return (dimension == 0 ? pose.x() : pose.y()) + paths.camera()[t][dimension];
	}

	/** @return whether the centre of a body lies in frame t */
	public boolean inside(final int t, final int object) {
		final double x = position(t, object, 0), y = position(t, object, 1);
		return x >= -.5 && y >= -.5 && x < shape.width() - .5 && y < shape.height() - .5;
	}

	/**
	 * True displacements.
	 *
	 * @param reference index of the frame that is the reference, less than the last
	 * @return displacement of every body's centre, rotation and camera motion against that frame, up to the last frame
	 */
	public Motion motion(final int reference) {
		final int future = frames() - 1 - reference, n = objects();
		final double[] displacements = new double[future * n * 2], angles = new double[future * n], camera = new double[future * 2];
		for (int t = 1; t <= future; t++) for (int d = 0; d < 2; d++) {
			camera[(t - 1) * 2 + d] = paths.camera()[reference + t][d] - paths.camera()[reference][d];
			for (int i = 0; i < n; i++) {
				displacements[((t - 1) * n + i) * 2 + d] = position(reference + t, i, d) - position(reference, i, d);
				angles[(t - 1) * n + i] = paths.poses()[reference + t][i].angle() - paths.poses()[reference][i].angle();
			}
		}
		return new Motion(labelsInOrder(), future, 2, displacements, angles, camera, new Motion.Provenance("truth", seed, Map.of("scene",
			title)));
	}

	/**
	 * True tracks of the first frames.
	 *
	 * @param observed how many, the last of them being the reference frame
	 * @return centres of all bodies, NaN where the centre is outside the frame
	 */
	public Tracks tracks(final int observed) {
		final int n = objects();
		final double[] positions = new double[observed * n * 2], camera = new double[observed * 2];
		final boolean[] cut = new boolean[observed * n];
		for (int k = 0; k < observed; k++) for (int d = 0; d < 2; d++) {
			camera[k * 2 + d] = paths.camera()[k][d] - paths.camera()[observed - 1][d];
			for (int i = 0; i < n; i++) {
				positions[(k * n + i) * 2 + d] = inside(k, i) ? position(k, i, d) : Double.NaN;
				cut[k * n + i] |= isCut(k, i, d);
			}
		}
		return new Tracks(labelsInOrder(), observed, 2, positions, cut, camera);
	}

	private boolean isCut(final int t, final int object, final int dimension) {
		final double reach = paths.bodies().get(object).outline().reach() * paths.poses()[t][object].scale(), position = position(t, object, dimension);
		final int size = dimension == 0 ? shape.width() : shape.height();
		return position - reach < 0 || position + reach > size - 1;
	}

	private int[] labelsInOrder() {
		return paths.bodies().stream().mapToInt(Body::label).toArray();
	}
}
