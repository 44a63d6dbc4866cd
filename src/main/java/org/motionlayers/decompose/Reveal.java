package org.motionlayers.decompose;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/**
 * What earlier frames show of the pixels that are hidden in the reference frame: the median over time, as far from masks as objects glow, and the smooth difference between
 * the reference frame and that median around a hole carried on into it, so that changes of light leave no seam.
 */
final class Reveal {

	/** Frames that are looked at, evenly spread over those observed. */
	private static final int MOST_FRAMES = 32;

	/** Samples that are held at once; where holes are so large that there would be more, fewer frames are looked at. */
	private static final int MOST_SAMPLES = 1 << 26;

	/** Width of the margin of known pixels around holes over which the light is compared, pixels. */
	private static final int MARGIN = 6;

	/** Side of the blocks whose means are compared to find a frame's brightness, pixels. */
	private static final int BLOCK = 8;

	private final Plate plate;
	private final Movie observed;
	private final Segmentation labels;
	private final double[] camera;
	private final Progress progress;
	private final Shape shape;
	/** Hidden pixels and the margin around them. */
	private final int[] pixels;
	private final int frames;
	/** By channel: for every pixel the values that it has in the frames that show it. */
	private final float[][] samples;
	private final int[] counts;

	/**
	 * @param plate the reference frame
	 * @param observed the observed frames, the last being the reference frame
	 * @param labels their labels
	 * @param camera frames x dimensions: shift of the background against the reference frame, pixels; empty where it stands still
	 * @param progress is told and asked
	 */
	Reveal(final Plate plate, final Movie observed, final Segmentation labels, final double[] camera, final Progress progress) {
		if (camera.length != 0 && camera.length != observed.frames() * plate.shape().dimensions()) throw new IllegalArgumentException(
			camera.length + " camera shifts do not fit " + observed.frames() + " frames.");
		this.camera = camera;
		this.plate = plate;
		this.observed = observed;
		this.labels = labels;
		this.progress = progress;
		this.shape = plate.shape();
		this.pixels = wanted(plate);
		final int count = pixels.length;
		frames = Math.max(1, Math.min(Math.min(MOST_FRAMES, observed.frames() - 1), MOST_SAMPLES / Math.max(1, count * shape.channels())));
		samples = new float[shape.channels()][count * frames];
		counts = new int[count];
	}

	private static int[] wanted(final Plate plate) {
		final boolean[] wanted = new boolean[plate.shape().pixels()];
		for (int i = 0; i < wanted.length; i++) wanted[i] = !plate.known()[i];
		Clearance.spread(wanted, plate.shape(), MARGIN);
		for (int i = 0; i < wanted.length; i++) wanted[i] &= plate.known()[i];
		for (final int i : plate.hidden()) wanted[i] = true;
		return IntStream.range(0, wanted.length).filter(i -> wanted[i]).toArray();
	}

	/** Fills the hidden values that were revealed, and makes them known. */
	void fill() {
		for (int n = 0; n < frames; n++) {
			progress.update(n, frames, "looking behind the objects");
			look(observed.frames() - 2 - n * (observed.frames() - 1) / frames);
		}
		final boolean[] seen = new boolean[shape.pixels()], margin = new boolean[shape.pixels()];
		for (int k = 0; k < pixels.length; k++) {
			seen[pixels[k]] = counts[k] > 0;
			margin[pixels[k]] = counts[k] > 0 && plate.known()[pixels[k]];
		}
		for (int c = 0; c < samples.length; c++) {
			final float[] medians = medians(c), light = light(plate.values(c), medians, margin);
			for (final int i : plate.hidden()) if (seen[i]) plate.values(c)[i] = medians[i] + light[i];
		}
		for (final int i : plate.hidden()) if (seen[i]) plate.known()[i] = true;
	}

	/** The median over time of one channel, where there is one. */
	private float[] medians(final int channel) {
		final float[] medians = new float[shape.pixels()];
		for (int k = 0; k < pixels.length; k++) if (counts[k] > 0) medians[pixels[k]] = median(samples[channel], k * frames, counts[k]);
		return medians;
	}

	/** Adds the values of frame t, brought to the brightness of the reference frame, to the samples of the pixels that it shows. */
	private void look(final int t) {
		final Frame frame = observed.frame(t);
		final boolean[] clear = Clearance.of(labels.labels(t), shape, plate.clearance());
		final float[][] values = new float[samples.length][];
		final boolean[] shown = new boolean[shape.pixels()];
		Arrays.fill(shown, true);
		for (int c = 0; c < values.length; c++) {
			values[c] = Plate.values(frame, c);
			for (int i = 0; i < shown.length; i++) if (!clear[i]) values[c][i] = Float.NaN;
			align(values[c], t);
			for (int i = 0; i < shown.length; i++) shown[i] &= Float.isFinite(values[c][i]);
		}
		for (int c = 0; c < values.length; c++) {
			final float gain = gain(plate.values(c), values[c]);
			for (int k = 0; k < pixels.length; k++) if (shown[pixels[k]]) samples[c][k * frames + counts[k]] = gain * values[c][pixels[k]];
		}
		for (int k = 0; k < pixels.length; k++) if (shown[pixels[k]]) counts[k]++;
	}

	/** Moves a frame to where the background is in the reference frame; what it does not show becomes NaN. */
	private void align(final float[] values, final int t) {
		final int x = shift(t, 0), y = shift(t, 1), z = shift(t, 2);
		if (x == 0 && y == 0 && z == 0) return;
		final float[] seen = values.clone();
		for (int p = 0, k = z; k < z + shape.depth(); k++) for (int j = y; j < y + shape.height(); j++) for (int i = x; i < x + shape
			.width(); i++, p++)
		{
			final boolean inside = i >= 0 && j >= 0 && k >= 0 && i < shape.width() && j < shape.height() && k < shape.depth();
			values[p] = inside ? seen[shape.index(i, j, k)] : Float.NaN;
		}
	}

	private int shift(final int t, final int dimension) {
		return camera.length == 0 || dimension >= shape.dimensions() ? 0 : (int) Math.round(camera[t * shape.dimensions() + dimension]);
	}

	/** The brightness of the reference frame against another one: the median over blocks of pixels that both show of the ratio of means. */
	private float gain(final float[] reference, final float[] other) {
		final int across = (shape.width() + BLOCK - 1) / BLOCK, down = (shape.height() + BLOCK - 1) / BLOCK;
		final float[] ratios = new float[across * down * shape.depth()];
		int count = 0;
		for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y += BLOCK) for (int x = 0; x < shape.width(); x += BLOCK) {
			final double ratio = ratio(reference, other, x, y, z);
			if (ratio > 0) ratios[count++] = (float) ratio;
		}
		return count == 0 ? 1 : median(ratios, 0, count);
	}

	private double ratio(final float[] reference, final float[] other, final int x0, final int y0, final int z) {
		double here = 0, there = 0;
		int count = 0;
		for (int y = y0; y < Math.min(shape.height(), y0 + BLOCK); y++) for (int x = x0; x < Math.min(shape.width(), x0 + BLOCK); x++) {
			final int i = shape.index(x, y, z);
			if (!plate.known()[i] || !Float.isFinite(other[i])) continue;
			here += reference[i];
			there += other[i];
			count++;
		}
		return count > BLOCK && here > 0 && there > 0 ? here / there : 0;
	}

	/** How much lighter the reference frame is than the median: measured over the margin, smoothed, and carried on as a soap film. */
	private float[] light(final float[] reference, final float[] median, final boolean[] margin) {
		final float[] light = new float[shape.pixels()];
		final boolean[] fixed = plate.known().clone();
		for (final int i : pixels) if (plate.known()[i]) {
			if (margin[i]) light[i] = difference(reference, median, margin, i);
			else fixed[i] = false;
		}
		new HarmonicFill(shape, fixed, progress).fill(light);
		return light;
	}

	private float difference(final float[] reference, final float[] median, final boolean[] margin, final int pixel) {
		final int x0 = pixel % shape.width(), y0 = pixel / shape.width() % shape.height(), z = pixel / shape.planeSize();
		double sum = 0;
		int count = 0;
		for (int y = Math.max(0, y0 - MARGIN / 2); y <= Math.min(shape.height() - 1, y0 + MARGIN / 2); y++)
			for (int x = Math.max(0, x0 - MARGIN / 2); x <= Math.min(shape.width() - 1, x0 + MARGIN / 2); x++) {
				final int i = shape.index(x, y, z);
				if (!margin[i]) continue;
				sum += reference[i] - median[i];
				count++;
			}
		return (float) (sum / count);
	}

	private static float median(final float[] values, final int from, final int count) {
		Arrays.sort(values, from, from + count);
		return (values[from + (count - 1) / 2] + values[from + count / 2]) / 2;
	}
}
