package org.motionlayers.segmentation.outline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

/**
 * Collects the masks of objects and makes label images of them. Frames are painted when they are asked for; until then only the masks are
 * held, in the form in which the file gave them.
 * <p>
 * Where masks overlap, the smaller one is on top, and of two of one size the later; with {@link Order#LATER_ON_TOP} always the later.
 *
 * <pre>
 * LabelPainter painter = new LabelPainter(Path.of("cells.json"), "COCO", shape, 10, LabelPainter.Order.SMALLER_ON_TOP);
 * painter.add(0, 7, "annotation 7", () -&gt; PolygonMask.of(ring, PixelOrigin.CORNER, 0));
 * Segmentation labels = painter.segmentation(1, true, Calibration.NONE, Progress.NONE);
 * </pre>
 */
public final class LabelPainter {

	/** Which of two overlapping masks is seen. */
	public enum Order {
		/** The one of fewer pixels, of two of one size the later. */
		SMALLER_ON_TOP("the smaller on top"),
		/** The one added later: for formats whose order is the order of drawing. */
		LATER_ON_TOP("the later on top");

		private final String words;

		Order(final String words) {
			this.words = words;
		}
	}

	/** The frame of masks that hold in every frame. */
	public static final int EVERY_FRAME = -1;

	/** Masks may cover a frame this many times over before they are taken for damage or an attack... */
	private static final int MAX_COVERAGE = 100;
	/** ...but this many pixels are always all right. */
	private static final long FREE_COVERAGE = 1L << 26;

	private final Path source;
	private final String format;
	private final Shape shape;
	private final int maxFrames;
	private final Order order;
	private final Map<Integer, List<PaintedMask>> masks = new HashMap<>();
	private final Map<Integer, Long> covered = new HashMap<>();
	private final Map<Integer, SegmentedObject> objects = new HashMap<>();
	private final List<String> notes = new ArrayList<>();
	private int count;
	private int withoutPixels;
	private int lastFrame = -1;

	/**
	 * @param source the file or folder, for messages
	 * @param format what users call its format
	 * @param shape size of a frame
	 * @param maxFrames frames of the image: masks of later ones are refused
	 * @param order which of two overlapping masks is seen
	 */
	public LabelPainter(final Path source, final String format, final Shape shape, final int maxFrames, final Order order) {
		this.source = source;
		this.format = format;
		this.shape = shape.withChannels(1);
		this.maxFrames = maxFrames;
		this.order = order;
	}

	/** Remembers what the file says of an object beside its pixels. */
	public void describe(final SegmentedObject object) {
		objects.put(object.label(), object);
	}

	/** Adds a remark to the description. */
	public void note(final String note) {
		notes.add(note);
	}

	/** Adds a remark on a number of things, such as 2, "hidden spot", "left out"; none where the number is 0. */
	public void note(final long number, final String noun, final String remark) {
		if (number > 0) notes.add(plural(number, noun) + " " + remark);
	}

	/**
	 * Adds what an object covers in a frame. A mask too small to hold the centre of any pixel is counted and left out.
	 *
	 * @param frame 0-based, or {@link #EVERY_FRAME}
	 * @param label not 0
	 * @param name of the object in messages, such as "spot 12"
	 * @param mask makes the mask; its own complaints are completed with file and name
	 * @throws InputException where the mask is wrong, lies outside the image, or the frame after the last
	 */
	public void add(final int frame, final int label, final String name, final Supplier<? extends Mask> mask) {
		if (frame < EVERY_FRAME || frame >= maxFrames) throw refuse(name, "is in frame " + (frame + 1L) + "; the image has " + maxFrames +
			(maxFrames == 1 ? " frame" : " frames"));
		final Mask made = complete(name, mask);
		final Box box = made.bounds();
		if (outside(box)) throw refuse(name, "lies outside the image: it is at x " + range(box.x(), box.width()) + ", y " + range(box.y(), box
			.height()) + (shape.depth() > 1 || box.z() != 0 ? ", z " + range(box.z(), box.depth()) : "") + ", the image is " + shape.space());
		final long area = complete(name, () -> made.area(shape));
		if (area == 0) {
			withoutPixels++;
			return;
		}
		if (covered.merge(frame, area, Long::sum) > Math.max(FREE_COVERAGE, (long) MAX_COVERAGE * shape.pixels())) throw refuse(name,
			"and the masks before it cover their frame more than " + MAX_COVERAGE + " times over");
		masks.computeIfAbsent(frame, f -> new ArrayList<>()).add(new PaintedMask(label, made, area, count++));
		lastFrame = Math.max(lastFrame, frame);
	}

	private <T> T complete(final String name, final Supplier<? extends T> part) {
		try {
			return part.get();
		}
		catch (final InputException e) {
			throw refuse(name, e.getMessage());
		}
	}

	private InputException refuse(final String name, final String complaint) {
		return new InputException("Labels '" + source + "': " + name + " " + complaint + ".");
	}

	private boolean outside(final Box box) {
		return outside(box.x(), box.width(), shape.width()) || outside(box.y(), box.height(), shape.height()) || outside(box.z(), box.depth(),
			shape.depth());
	}

	/** A mask between the centres of two pixels has size 0, and is too small rather than outside. */
	private static boolean outside(final int first, final int size, final int pixels) {
		return first >= pixels || first + size < (size > 0 ? 1 : 0);
	}

	private static String range(final int first, final int size) {
		return size <= 1 ? Integer.toString(first) : first + " to " + (first + size - 1);
	}

	/** @return number of frames up to the last that has a mask of its own, at least 1 */
	public int framesUsed() {
		return Math.max(1, lastFrame + 1);
	}

	/**
	 * Makes the segmentation. Its description says the format, the number of outlines, the remarks, and how many pixels overlap.
	 *
	 * @param frames number of frames
	 * @param identified whether a label names the same object in every frame
	 * @param calibration what the file says of pixel size and interval
	 * @param progress is told and asked
	 * @return labels that are painted when asked for
	 * @throws InputException where no mask has any pixel
	 */
	public Segmentation segmentation(final int frames, final boolean identified, final Calibration calibration, final Progress progress) {
		if (count == 0) throw new InputException("Labels '" + source + "' hold no object that covers a pixel" + (withoutPixels > 0 ? ": all " +
			withoutPixels + " outlines are too small; is the pixel size right?" : "; " + format + " with at least one outline is needed."));
		final PaintedFrames painted = new PaintedFrames(shape, order == Order.SMALLER_ON_TOP, masks);
		final StringBuilder text = new StringBuilder(source.getFileName() + ": " + format + ", " + plural(count, "outline") + " in " + plural(frames, "frame"));
		note(withoutPixels, "outline", "too small to cover a pixel left out");
		for (final String note : notes) text.append("; ").append(note);
		final PaintedFrames.Overlap overlap = painted.overlap(frames, progress);
		if (overlap.pixels() > 0) text.append("; ").append(plural(overlap.pixels(), "pixel")).append(" in several outlines, ").append(order.words);
		if (overlap.hidden() > 0) text.append("; ").append(plural(overlap.hidden(), "outline")).append(" wholly under others");
		return new Segmentation(shape, frames, painted, objects, identified, calibration, text.toString());
	}

	private static String plural(final long count, final String noun) {
		return count + " " + noun + (count == 1 ? "" : "s");
	}
}
