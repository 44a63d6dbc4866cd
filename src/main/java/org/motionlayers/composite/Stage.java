package org.motionlayers.composite;

import java.util.Arrays;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Shape;

/**
 * The objects at their places in one frame, in the order in which they are painted: the farthest first. Painting goes band by band: the
 * background of some rows, then what of every object lies in them, while they are in the processor's cache.
 */
final class Stage {

	/** Pixels of a band: half of a usual second-level cache at 16 bit, with what of the background they are copied from. */
	private static final int BAND_PIXELS = 1 << 16;

	private final SpriteSheet sheet;
	private final Shape shape;
	private final int bandRows;
	private final Placement placement;
	private final RunList ownRuns = new RunList();
	private final int[] objects;
	private final int[] bases;
	private final int[] firstRuns;
	private final int[] endRuns;
	private final boolean[] owns;
	private final int[] firstBands;
	private final int[] lastBands;
	private int count;

	/** @param sheet the objects */
	Stage(final SpriteSheet sheet) {
		this.sheet = sheet;
		this.shape = sheet.shape();
		this.bandRows = Math.max(1, BAND_PIXELS / shape.width());
		this.placement = new Placement(sheet);
		this.objects = new int[sheet.sprites()];
		this.bases = new int[objects.length];
		this.firstRuns = new int[objects.length];
		this.endRuns = new int[objects.length];
		this.owns = new boolean[objects.length];
		this.firstBands = new int[objects.length];
		this.lastBands = new int[objects.length];
	}

	/** Puts an object, moved by whole pixels, in front of those already there; it vanishes where none of it lies inside the frame. */
	void add(final int object, final long shiftX, final long shiftY, final long shiftZ) {
		final Box box = sheet.box(object);
		final long x = box.x() + shiftX, y = box.y() + shiftY, z = box.z() + shiftZ;
		if (x >= 0 && y >= 0 && z >= 0 && x + box.width() <= shape.width() && y + box.height() <= shape.height() && z + box.depth() <= shape
			.depth())
		{
			final int row = (int) z * shape.height() + (int) y;
			firstRuns[count] = sheet.firstRun(object);
			endRuns[count] = sheet.endRun(object);
			owns[count] = false;
			append(object, row * shape.width() + (int) x, row, row + (box.depth() - 1) * shape.height() + box.height() - 1);
			return;
		}
		final int first = ownRuns.size();
		placement.clipped(object, shiftX, shiftY, shiftZ, ownRuns);
		appendOwn(object, first);
	}

	/** Puts a rotated object in front of those already there. */
	void add(final int object, final Pose pose) {
		final int first = ownRuns.size();
		placement.rotated(object, pose, ownRuns);
		appendOwn(object, first);
	}

	private void appendOwn(final int object, final int first) {
		final int end = ownRuns.size();
		if (first == end) return;
		firstRuns[count] = first;
		endRuns[count] = end;
		owns[count] = true;
		append(object, 0, ownRuns.runs()[first] / shape.width(), ownRuns.runs()[end - SpriteSheet.STRIDE] / shape.width());
	}

	private void append(final int object, final int base, final int firstRow, final int lastRow) {
		objects[count] = object;
		bases[count] = base;
		firstBands[count] = firstRow / bandRows;
		lastBands[count++] = lastRow / bandRows;
	}

	/**
	 * Paints one channel.
	 *
	 * @param canvas takes background and objects
	 * @param halos takes the halos, the same pixels
	 */
	void paint(final Canvas canvas, final Canvas halos) {
		final int rows = shape.height() * shape.depth();
		final int[] starts = new int[(rows - 1) / bandRows + 2];
		final int[] bucket = sortIntoBands(starts);
		final int[] cursors = Arrays.copyOf(firstRuns, count);
		for (int band = 0; band + 1 < starts.length; band++) {
			final int end = Math.min(rows, (band + 1) * bandRows) * shape.width();
			canvas.background(band * bandRows * shape.width(), end);
			for (int k = starts[band]; k < starts[band + 1]; k++) {
				final int i = bucket[k];
				final Canvas target = objects[i] < sheet.objects() ? canvas : halos;
				cursors[i] = target.paint(objects[i], owns[i] ? ownRuns.runs() : sheet.runs(), cursors[i], endRuns[i], bases[i], end);
			}
		}
	}

	/** Counting sort of the objects into the bands they reach, in their order; fills in where every band starts. */
	private int[] sortIntoBands(final int[] starts) {
		for (int i = 0; i < count; i++) for (int band = firstBands[i]; band <= lastBands[i]; band++) starts[band + 1]++;
		for (int band = 1; band < starts.length; band++) starts[band] += starts[band - 1];
		final int[] bucket = new int[starts[starts.length - 1]];
		final int[] next = starts.clone();
		for (int i = 0; i < count; i++) for (int band = firstBands[i]; band <= lastBands[i]; band++) bucket[next[band]++] = i;
		return bucket;
	}
}
