package org.motionlayers.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.Shape;

/**
 * One picture of a filmstrip: a frame enlarged pixel by pixel or reduced by averaging, with the outlines of its objects and the paths that
 * they came along.
 */
final class Panel {

	/** A picture's longer side stays within this, and beyond its half where enlarging by whole steps allows. */
	private static final int LONGER_SIDE = 448;

	/** Enlarged so many times or more, outlines are two pixels wide. */
	private static final int THICK_FROM = 2;

	private static final float PATH_WIDTH = 1.8f;

	private static final float HALO_WIDTH = 3.6f;

	private static final float FAINT_WIDTH = 0.8f;

	/** Opacity of a path among many, of 255. */
	private static final int FAINT = 80;

	private static final double DOT_RADIUS = 2.6;

	private static final Color HALO = new Color(0, 0, 0, 150);

	private final Shape shape;
	private final double scale;
	private final BufferedImage picture;

	/** @param shape of the frames */
	Panel(final Shape shape) {
		this.shape = shape;
		final int longer = Math.max(shape.width(), shape.height());
		scale = longer <= LONGER_SIDE ? Math.max(1, LONGER_SIDE / longer) : (double) LONGER_SIDE / longer;
		picture = new BufferedImage(side(shape.width()), side(shape.height()), BufferedImage.TYPE_INT_RGB);
	}

	private int side(final int pixels) {
		return Math.max(1, (int) Math.round(pixels * scale));
	}

	/** @return the picture as it is so far */
	BufferedImage picture() {
		return picture;
	}

	/** Draws the pixels: each as a square, or the mean of those that fall together. */
	void pixels(final int[] colours) {
		final int[] line = new int[picture.getWidth()];
		for (int v = 0; v < picture.getHeight(); v++) {
			for (int u = 0; u < line.length; u++) line[u] = scale >= 1 ? colours[row(v) * shape.width() + column(u)] : mean(colours, u, v);
			picture.setRGB(0, v, line.length, 1, line, 0, line.length);
		}
	}

	private int mean(final int[] colours, final int u, final int v) {
		final int x0 = column(u), y0 = row(v);
		final int x1 = Math.max(x0 + 1, Math.min(shape.width(), (int) ((u + 1) / scale))), y1 = Math.max(y0 + 1, Math.min(shape.height(),
			(int) ((v + 1) / scale)));
		long red = 0, green = 0, blue = 0;
		for (int y = y0; y < y1; y++) for (int x = x0; x < x1; x++) {
			final int colour = colours[y * shape.width() + x];
			red += colour >> 16 & 0xff;
			green += colour >> 8 & 0xff;
			blue += colour & 0xff;
		}
		final long count = (long) (x1 - x0) * (y1 - y0);
		return (int) (red / count << 16 | green / count << 8 | blue / count);
	}

	private int column(final int u) {
		return Math.min(shape.width() - 1, (int) (u / scale));
	}

	private int row(final int v) {
		return Math.min(shape.height() - 1, (int) (v / scale));
	}

	/** Draws the inner edge of every object in the colour of its label; of 3D frames, of the first label along z. */
	void outlines(final int[] labels) {
		final int width = picture.getWidth(), height = picture.getHeight();
		final int[] seen = new int[width * height];
		for (int v = 0; v < height; v++) for (int u = 0; u < width; u++) seen[v * width + u] = first(labels, column(u), row(v));
		final int reach = scale < THICK_FROM ? 1 : 2;
		for (int v = 0; v < height; v++) for (int u = 0; u < width; u++) {
			final int label = seen[v * width + u];
			if (label != 0 && isEdge(seen, width, height, u, v, reach)) picture.setRGB(u, v, LabelColors.rgb(label));
		}
	}

	private static boolean isEdge(final int[] seen, final int width, final int height, final int u, final int v, final int reach) {
		if (u < reach || v < reach || u >= width - reach || v >= height - reach) return true;
		final int i = v * width + u;
		for (int d = 1; d <= reach; d++) if (seen[i - d] != seen[i] || seen[i + d] != seen[i] || seen[i - d * width] != seen[i] || seen[i + d *
			width] != seen[i]) return true;
		return false;
	}

	private int first(final int[] labels, final int x, final int y) {
		for (int z = 0; z < shape.depth(); z++) {
			final int label = labels[shape.index(x, y, z)];
			if (label != 0) return label;
		}
		return 0;
	}

	/**
	 * Draws a path that may be, so thin that many of them show where they are dense.
	 *
	 * @param x along the path, pixels of the frame
	 * @param y along the path
	 * @param label whose colour is used
	 */
	void faint(final double[] x, final double[] y, final int label) {
		final Graphics2D graphics = picture.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			final Path2D line = new Path2D.Double();
			line.moveTo(at(x[0]), at(y[0]));
			for (int i = 1; i < x.length; i++) line.lineTo(at(x[i]), at(y[i]));
			stroke(graphics, line, new Color(LabelColors.rgb(label) & 0xffffff | FAINT << 24, true), FAINT_WIDTH);
		}
		finally {
			graphics.dispose();
		}
	}

	/**
	 * Draws where an object came along, and a dot where it is.
	 *
	 * @param x along the path, pixels of the frame; NaN where it was not seen
	 * @param y along the path
	 * @param label whose colour is used
	 */
	void path(final double[] x, final double[] y, final int label) {
		final Graphics2D graphics = picture.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			final Path2D line = new Path2D.Double();
			int last = -1;
			for (int i = 0; i < x.length; i++) {
				if (Double.isNaN(x[i])) continue;
				if (last < 0) line.moveTo(at(x[i]), at(y[i]));
				else line.lineTo(at(x[i]), at(y[i]));
				last = i;
			}
			if (last < 0) return;
			stroke(graphics, line, HALO, HALO_WIDTH);
			stroke(graphics, line, new Color(LabelColors.rgb(label)), PATH_WIDTH);
			dot(graphics, at(x[last]), at(y[last]), label);
		}
		finally {
			graphics.dispose();
		}
	}

	/** @return a coordinate in the picture, the centre of a pixel at a half */
	private double at(final double coordinate) {
		return (coordinate + 0.5) * scale;
	}

	private static void stroke(final Graphics2D graphics, final Path2D line, final Color colour, final float width) {
		graphics.setColor(colour);
		graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		graphics.draw(line);
	}

	private static void dot(final Graphics2D graphics, final double u, final double v, final int label) {
		graphics.setColor(HALO);
		graphics.fill(new Ellipse2D.Double(u - DOT_RADIUS - 1, v - DOT_RADIUS - 1, 2 * DOT_RADIUS + 2, 2 * DOT_RADIUS + 2));
		graphics.setColor(new Color(LabelColors.rgb(label)));
		graphics.fill(new Ellipse2D.Double(u - DOT_RADIUS, v - DOT_RADIUS, 2 * DOT_RADIUS, 2 * DOT_RADIUS));
	}
}
