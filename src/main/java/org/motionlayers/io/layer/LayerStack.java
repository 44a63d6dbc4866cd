package org.motionlayers.io.layer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/**
 * A scene as a stack: frame 1 is the background, then one frame of full size for every object in the scene's order with its halo, 0 outside
 * of both. Type, channels, slices and calibration are those of the image. Planes are called "background", "label 12" or "label 12 NAME".
 *
 * <pre>
 * LayerStack.of(scene, 0).image().show();
 * </pre>
 */
public final class LayerStack {

	/** What the planes of the background are called. */
	static final String BACKGROUND = "background";

	private static final Pattern LABEL = Pattern.compile("label (-?\\d{1,10})(\\s.*)?", Pattern.DOTALL);

	private LayerStack() {}

	/**
	 * @param whole the layers; what edits moved out of the frame is left out
	 * @param reference number of the frame that was taken apart, from 0
	 * @return the stack, computed when it is looked at
	 */
	public static FrameSeries of(final Scene whole, final int reference) {
		final Scene scene = Clip.of(whole);
		final Movie movie = new Movie(scene.title() + "-layers", scene.type(), scene.shape(), 1 + scene.objects(), scene.calibration(), scene
			.display(), k -> k == 0 ? scene.background() : frame(scene, scene.layers().get(k - 1)));
		return new FrameSeries(movie, (k, c) -> k == 0 ? BACKGROUND : name(scene.layers().get(k - 1)), LayerNotes.text(scene, reference));
	}

	private static String name(final ObjectLayer layer) {
		final String name = layer.object().name().replaceAll("[\\p{Cntrl}]", " ").strip();
		final boolean telling = !name.isEmpty() && !name.equals(String.valueOf(layer.label()));
		return "label " + layer.label() + (telling ? " " + name : "");
	}

	/** @return the label that a plane of an object is called by, 0 where it is called otherwise */
	static int label(final String plane) {
		final Matcher matcher = LABEL.matcher(plane == null ? "" : plane.strip());
		if (!matcher.matches()) return 0;
		final long label = Long.parseLong(matcher.group(1));
		return label == (int) label ? (int) label : 0;
	}

	/** @return an object and its halo alone in a frame, as far as they lie in it */
	static Frame frame(final Scene scene, final ObjectLayer layer) {
		final Object data = scene.type().newArray(scene.shape().values());
		paint(layer, data, scene.shape());
		halo(scene, layer.label()).ifPresent(halo -> paint(halo, data, scene.shape()));
		return new Frame(scene.type(), scene.shape(), data);
	}

	/** @return what moves with an object outside its mask, where there is something */
	static Optional<ObjectLayer> halo(final Scene scene, final int label) {
		return scene.halos().stream().filter(halo -> halo.label() == label).findFirst();
	}

	/** Copies the pixels of a layer into a frame, as far as they lie in it. */
	static void paint(final ObjectLayer layer, final Object data, final Shape shape) {
		final RunMask mask = layer.mask();
		final Box box = layer.bounds();
		for (int r = 0; r < mask.runs(); r++) {
			final int x = box.x() + mask.x(r), y = box.y() + mask.y(r), z = box.z() + mask.z(r);
			final int from = Math.max(0, x), to = Math.min(shape.width(), x + mask.length(r));
			if (from >= to || y < 0 || y >= shape.height() || z < 0 || z >= shape.depth()) continue;
			for (int c = 0; c < shape.channels(); c++) System.arraycopy(layer.patch(c), mask.offset(r) + from - x, data, c * shape.pixels() + shape
				.index(from, y, z), to - from);
		}
	}
}
