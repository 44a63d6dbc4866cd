package org.motionlayers.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;

/**
 * A picture of a prediction: up to eight observed and predicted frames in reading order, each with the outlines of its objects and the paths
 * that they came along, in the colours of their labels. 3D frames are shown by the brightest value along z. Needs neither a window
 * nor a font.
 */
public final class Filmstrip {

	private static final int OBSERVED = 3;

	private static final int PICTURES = 8;

	private static final int COLUMNS = 4;

	private static final int GAP = 8;

	private static final int FRAME = 2;

	private static final int TITLE = Glyphs.height() + 5;

	private static final int PAPER = 0xffffff;

	private static final int INK = 0x202020;

	private static final int OBSERVED_COLOUR = 0x808080;

	private static final int PREDICTED_COLOUR = 0xd0480f;

	private final Movie observed;
	private final Segmentation labels;
	private final Video video;
	private final Paths paths;
	private final Contrast contrast;

	/**
	 * @param observed the frames that were looked at; the last one is the reference frame
	 * @param labels their labels, as many frames
	 * @param tracks where the objects of the scene were in them
	 * @param video the predicted frames
	 */
	public Filmstrip(final Movie observed, final Segmentation labels, final Tracks tracks, final Video video) {
		this.observed = observed;
		this.labels = labels;
		this.video = video;
		this.paths = new Paths(tracks, video);
		this.contrast = new Contrast(observed.frame(observed.frames() - 1), observed.display());
	}

	/**
	 * Draws the picture into a PNG file.
	 *
	 * @param path is made, or replaced
	 * @param progress is told and asked once a frame
	 * @throws IOException where it cannot be written
	 */
	public void write(final Path path, final Progress progress) throws IOException {
		try (java.io.OutputStream out = Files.newOutputStream(path)) {
			ImageIO.write(draw(progress), "png", out);
		}
	}

	/** @return the picture */
	public BufferedImage draw(final Progress progress) {
		final List<Integer> times = times();
		final int columns = Math.min(COLUMNS, times.size());
		final int rows = (times.size() + columns - 1) / columns;
		final BufferedImage first = new Panel(video.scene().shape()).picture();
		final int cellWidth = Math.max(first.getWidth() + 2 * FRAME, widestTitle(times)), cellHeight = first.getHeight() + 2 * FRAME + TITLE;
		final String note = note();
		final BufferedImage strip = new BufferedImage(GAP + Math.max(columns * (cellWidth + GAP), Glyphs.width(note) + GAP), GAP + rows *
			(cellHeight + GAP) + Glyphs.height() + GAP, BufferedImage.TYPE_INT_RGB);
		fill(strip, 0, 0, strip.getWidth(), strip.getHeight(), PAPER);
		for (int i = 0; i < times.size(); i++) {
			final int done = i;
			cell(strip, GAP + i % columns * (cellWidth + GAP), GAP + i / columns * (cellHeight + GAP), times.get(i), () -> progress.update(done, times
				.size(), "drawing the preview"));
		}
		Glyphs.draw(note, strip, GAP, strip.getHeight() - GAP - Glyphs.height(), OBSERVED_COLOUR);
		return strip;
	}

	/** @return times of the pictures: the last observed ones, then predicted ones evenly spaced up to the last */
	private List<Integer> times() {
		final int before = Math.min(OBSERVED, observed.frames());
		final int after = Math.min(PICTURES - before, video.frames());
		return IntStream.concat(IntStream.rangeClosed(1 - before, 0), IntStream.rangeClosed(1, after).map(i -> (int) Math.round((double) i *
			video.frames() / after))).boxed().toList();
	}

	private static int widestTitle(final List<Integer> times) {
		return times.stream().mapToInt(t -> Glyphs.width(title(t))).max().orElse(0);
	}

	private static String title(final int time) {
		return time == 0 ? "t  observed" : time < 0 ? "t\u2212" + -time + "  observed" : "t+" + time + "  predicted";
	}

	private String note() {
		final Scene scene = video.scene();
		final String depth = scene.shape().dimensions() == 3 ? ", brightest of " + scene.shape().depth() + " slices" : "";
		return scene.title() + "  " + scene.shape().space() + depth + "   " + scene.objects() + (scene.objects() == 1 ? " object" : " objects") +
			"   " + video.motion().provenance().predictor();
	}

	private void cell(final BufferedImage strip, final int x, final int y, final int time, final Runnable stopIfCanceled) {
		final int colour = time > 0 ? PREDICTED_COLOUR : OBSERVED_COLOUR;
		Glyphs.draw(title(time), strip, x, y, time > 0 ? PREDICTED_COLOUR : INK);
		final BufferedImage picture = panel(time, stopIfCanceled);
		fill(strip, x, y + TITLE, picture.getWidth() + 2 * FRAME, picture.getHeight() + 2 * FRAME, colour);
		final Graphics2D graphics = strip.createGraphics();
		graphics.drawImage(picture, x + FRAME, y + TITLE + FRAME, null);
		graphics.dispose();
	}

	private static void fill(final BufferedImage strip, final int x, final int y, final int width, final int height, final int colour) {
		final Graphics2D graphics = strip.createGraphics();
		graphics.setColor(new Color(colour));
		graphics.fillRect(x, y, width, height);
		graphics.dispose();
	}

	/** Large frames take long to draw: every part asks whether to stop. */
	private BufferedImage panel(final int time, final Runnable stopIfCanceled) {
		stopIfCanceled.run();
		final int k = observed.frames() - 1 + time;
		final Frame frame = time > 0 ? video.image(time) : observed.frame(k);
		final Panel panel = new Panel(frame.shape());
		stopIfCanceled.run();
		final int[] colours = contrast.colours(frame);
		stopIfCanceled.run();
		panel.pixels(colours);
		stopIfCanceled.run();
		panel.outlines(time > 0 ? video.labels(time) : labels.labels(k));
		for (int o = 0; o < paths.objects(); o++) {
			stopIfCanceled.run();
			path(panel, o, time);
		}
		return panel.picture();
	}

	private void path(final Panel panel, final int o, final int time) {
		final int points = observed.frames() + time;
		final double[] x = new double[points], y = new double[points];
		for (int i = 0; i < points; i++) {
			x[i] = paths.position(o, i, 0);
			y[i] = paths.position(o, i, 1);
		}
		panel.path(x, y, paths.label(o));
	}
}
