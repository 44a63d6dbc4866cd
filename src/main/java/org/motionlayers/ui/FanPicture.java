package org.motionlayers.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;

/**
 * A picture of what may come: the reference frame, over it for every object a fan of sampled futures, and the expected path with a dot at
 * its end, in the colours of the labels. 3D frames are shown by the brightest value along z. Needs neither a window nor a font.
 */
public final class FanPicture {

	/** More futures of an object than these are not told apart in a picture. */
	private static final int MOST = 60;

	private final Frame reference;
	private final Futures futures;
	private final Contrast contrast;

	/**
	 * @param reference the last observed frame
	 * @param futures of the objects in it
	 */
	public FanPicture(final Frame reference, final Futures futures) {
		this.reference = reference;
		this.futures = futures;
		this.contrast = new Contrast(reference, futures.scene().display());
	}

	/**
	 * Draws the picture into a PNG file.
	 *
	 * @param path is made, or replaced
	 * @param progress is told and asked once an object
	 * @throws IOException where it cannot be written
	 */
	public void write(final Path path, final Progress progress) throws IOException {
		try (OutputStream out = Files.newOutputStream(path)) {
			ImageIO.write(draw(progress), "png", out);
		}
	}

	/** @return the picture */
	public BufferedImage draw(final Progress progress) {
		final Scene scene = futures.scene();
		final Panel panel = new Panel(scene.shape());
		panel.pixels(contrast.colours(reference));
		panel.outlines(scene.labelImage());
		for (int o = 0; o < scene.objects(); o++) {
			progress.update(o, scene.objects(), "drawing futures");
			final double[][][] seen = futures.paths(o).seen();
			for (int s = 0; s < Math.min(MOST, seen.length); s++) panel.faint(along(o, seen[s], 0), along(o, seen[s], 1), scene.layers().get(o)
				.label());
		}
		for (int o = 0; o < scene.objects(); o++) {
			final double[][] expected = new double[futures.expected().frames() + 1][2];
			for (int t = 0; t < expected.length; t++) for (int d = 0; d < 2; d++) expected[t][d] = futures.expected().displacement(t, o, d);
			panel.path(along(o, expected, 0), along(o, expected, 1), scene.layers().get(o).label());
		}
		return panel.picture();
	}

	private double[] along(final int object, final double[][] displacements, final int dimension) {
		final double start = futures.scene().layers().get(object).centroid(dimension);
		final double[] positions = new double[displacements.length];
		for (int t = 0; t < positions.length; t++) positions[t] = start + displacements[t][dimension];
		return positions;
	}
}
