package org.motionlayers.composite;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Shape;

/** The runs of objects that do not lie in the frame as they are: cut by its border, or rotated (MeloMotion, 3.3: place). */
final class Placement {

	private final SpriteSheet sheet;
	private final Shape shape;

	/** @param sheet the objects */
	Placement(final SpriteSheet sheet) {
		this.sheet = sheet;
		this.shape = sheet.shape();
	}

	/** Appends the runs of an object moved by whole pixels and clipped at the border of the frame. */
	void clipped(final int object, final long shiftX, final long shiftY, final long shiftZ, final RunList list) {
		final RunMask mask = sheet.layer(object).mask();
		final Box box = sheet.box(object);
		for (int r = 0; r < mask.runs(); r++) {
			final long row = box.y() + mask.y(r) + shiftY, plane = box.z() + mask.z(r) + shiftZ;
			if (row < 0 || row >= shape.height() || plane < 0 || plane >= shape.depth()) continue;
			final long first = box.x() + mask.x(r) + shiftX;
			final long from = Math.max(0, first), to = Math.min(shape.width(), first + mask.length(r));
			if (from < to) list.add(shape.index((int) from, (int) row, (int) plane), (int) (to - from), sheet.firstValue(object) + mask.offset(
				r) + (int) (from - first));
		}
	}

	/**
	 * Appends the runs of an object rotated about its centroid, then moved, clipped at the border: every pixel of the frame looks up its
	 * nearest neighbour in the frozen patch.
	 */
	void rotated(final int object, final Pose pose, final RunList list) {
		final ObjectLayer layer = sheet.layer(object);
		final Box box = sheet.box(object);
		final double reach = reach(box, pose);
		final int x0 = first(pose.centreX() + pose.shiftX() - reach), x1 = last(pose.centreX() + pose.shiftX() + reach, shape.width());
		final int y0 = first(pose.centreY() + pose.shiftY() - reach), y1 = last(pose.centreY() + pose.shiftY() + reach, shape.height());
		final int z0 = first(box.z() + pose.shiftZ()), z1 = last(box.z() + box.depth() - 1 + pose.shiftZ(), shape.depth());
		for (int z = z0; z <= z1; z++)
			for (int y = y0; y <= y1; y++)
				for (int x = x0; x <= x1; x++) {
					final int value = layer.mask().indexOf(Pose.nearest(pose.sourceX(x, y)) - box.x(), Pose.nearest(pose.sourceY(x, y)) - box.y(),
						(int) (z - pose.shiftZ()) - box.z());
					if (value >= 0) list.add(shape.index(x, y, z), 1, sheet.firstValue(object) + value);
				}
	}

	/** The farthest that a corner of the box is from the centroid, and a pixel more: no rotation takes the object farther. */
	private static double reach(final Box box, final Pose pose) {
		final double x = Math.max(pose.centreX() - box.x(), box.x() + box.width() - pose.centreX());
		final double y = Math.max(pose.centreY() - box.y(), box.y() + box.height() - pose.centreY());
		return 1 + Math.hypot(x, y);
	}

	private static int first(final double coordinate) {
		return (int) Math.max(0, coordinate);
	}

	private static int last(final double coordinate, final int size) {
		return (int) Math.max(-1, Math.min(size - 1, coordinate));
	}
}
