package org.motionlayers.evaluate.melomotion;

import org.motionlayers.network.melomotion.LatentDecoder;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;

/**
 * A scene in MeloMotion's latent space: 16 channels on a grid of 8 x 8 pixels a cell, [mask, red, green, blue, 0, ...], every value the mean
 * over the cell's pixels. The paper's VAE is said to hold the colours in channels 1 to 3, which no VAE does; this latent is made
 * that way. The background is black, so it is 0. Objects are kept apart, like the layers they are made of (Eq. 1).
 */
final class LatentScene {

	/** How objects are put at a place between cells. */
	enum Placement {
		/** At the nearest whole cell, by slicing: the paper's (Eq. 4). */
		WHOLE_CELLS,
		/** Interpolated between cells, as warping by flow does. */
		INTERPOLATED
	}

	/** Channels that are not 0: mask and colours. */
	private static final int USED = 4;

	private static final int CELL = LatentDecoder.CELL;

	private final int width;
	private final int height;
	private final float[][] objects;

	private LatentScene(final int width, final int height, final float[][] objects) {
		this.width = width;
		this.height = height;
		this.objects = objects;
	}

	/** @return the latent of an RGB scene whose sides are multiples of 8 */
	static LatentScene of(final Scene scene) {
		final int width = scene.shape().width() / CELL, height = scene.shape().height() / CELL;
		final float[][] objects = new float[scene.objects()][];
		for (int i = 0; i < objects.length; i++) objects[i] = downsample(scene.layers().get(i), width, height);
		return new LatentScene(width, height, objects);
	}

	private static float[] downsample(final ObjectLayer layer, final int width, final int height) {
		final float[] latent = new float[USED * width * height];
		final RunMask mask = layer.mask();
		final Box box = layer.bounds();
		final double pixels = CELL * CELL, maximum = PixelType.UINT8.maximum();
		for (int r = 0; r < mask.runs(); r++) for (int k = 0; k < mask.length(r); k++) {
			final int cell = (box.y() + mask.y(r)) / CELL * width + (box.x() + mask.x(r) + k) / CELL;
			latent[cell] += 1 / pixels;
			for (int c = 0; c < Lesson.COLOURS; c++) latent[(c + 1) * width * height + cell] += layer.type().get(layer.patch(c), mask.offset(r) +
				k) / maximum / pixels;
		}
		return latent;
	}

	/** @return cells along x */
	int width() {
		return width;
	}

	/** @return cells along y */
	int height() {
		return height;
	}

	/** @return values of one latent frame */
	int size() {
		return LatentDecoder.LATENT_CHANNELS * width * height;
	}

	/** @return one object alone where it was, (16, height, width): F_obj of Eq. 1 */
	float[] object(final int i) {
		final float[] frame = new float[size()];
		add(i, 0, 0, 1, frame, 0);
		return frame;
	}

	/**
	 * Puts the objects at their places in one frame (Eq. 4: F_t = F_bg + sum of place(F_obj, mask, d(t))).
	 *
	 * @param displacements objects x 2, pixels
	 * @param placement how places between cells are met
	 * @param frames receives the frame, added
	 * @param at where it begins
	 */
	void place(final double[] displacements, final Placement placement, final float[] frames, final int at) {
		for (int i = 0; i < objects.length; i++) {
			final double x = displacements[Lesson.DIMENSIONS * i] / CELL, y = displacements[Lesson.DIMENSIONS * i + 1] / CELL;
			if (placement == Placement.WHOLE_CELLS) add(i, (int) Math.round(x), (int) Math.round(y), 1, frames, at);
			else interpolate(i, x, y, frames, at);
		}
	}

	private void interpolate(final int i, final double x, final double y, final float[] frames, final int at) {
		final int left = (int) Math.floor(x), top = (int) Math.floor(y);
		final float right = (float) (x - left), bottom = (float) (y - top);
		add(i, left, top, (1 - right) * (1 - bottom), frames, at);
		add(i, left + 1, top, right * (1 - bottom), frames, at);
		add(i, left, top + 1, (1 - right) * bottom, frames, at);
		add(i, left + 1, top + 1, right * bottom, frames, at);
	}

	/** Adds an object moved by whole cells, clipped at the border. */
	private void add(final int i, final int dx, final int dy, final float weight, final float[] frames, final int at) {
		final int fromX = Math.max(0, -dx), toX = Math.min(width, width - dx);
		for (int c = 0; c < USED; c++) for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
			final int source = (c * height + y) * width, target = at + (c * height + y + dy) * width + dx;
			for (int x = fromX; x < toX; x++) frames[target + x] += weight * objects[i][source + x];
		}
	}
}
