package org.motionlayers.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;

/**
 * A picture of frames in rows and columns, such as the truth above predictions of it. All frames are of one size and enlarged by whole
 * steps; each row's contrast is that of its first frame, RGB is shown as it is. Needs neither a window nor a font.
 *
 * <pre>
 * new FrameTable(List.of("t = 0", "t = 8")).with("truth", frames).with("predicted", others).write(path);
 * </pre>
 */
public final class FrameTable {

	private record Row(String caption, List<Frame> frames) {}

	/** Enlarged frames together stay within this width, pixels. */
	private static final int WIDTH = 1400;

	private static final int GAP = 6;
	private static final int PAPER = 0xffffff;
	private static final int INK = 0x202020;
	private static final int TEXT = Glyphs.height() + 4;

	private final List<String> columns;
	private final List<Row> rows;

	/** @param columns what stands above each column */
	public FrameTable(final List<String> columns) {
		this(columns, List.of());
	}

	private FrameTable(final List<String> columns, final List<Row> rows) {
		this.columns = List.copyOf(columns);
		this.rows = rows;
	}

	/** @return the same with one row more: a caption, and a frame for every column */
	public FrameTable with(final String caption, final List<Frame> frames) {
		if (frames.size() != columns.size()) throw new IllegalArgumentException("Row '" + caption + "' has " + frames.size() +
			" frames for " + columns.size() + " columns.");
		final List<Row> more = new ArrayList<>(rows);
		more.add(new Row(caption, List.copyOf(frames)));
		return new FrameTable(columns, more);
	}

	/**
	 * Draws the picture into a PNG file.
	 *
	 * @param path is made, or replaced
	 * @throws IOException where it cannot be written
	 */
	public void write(final Path path) throws IOException {
		try (OutputStream out = Files.newOutputStream(path)) {
			ImageIO.write(draw(), "png", out);
		}
	}

	/** @return the picture */
	public BufferedImage draw() {
		final Frame first = rows.get(0).frames().get(0);
		final int scale = Math.max(1, WIDTH / (columns.size() * (first.shape().width() + GAP)));
		final int cellWidth = scale * first.shape().width() + GAP, cellHeight = scale * first.shape().height() + TEXT + GAP;
		final BufferedImage page = new BufferedImage(GAP + columns.size() * cellWidth, GAP + TEXT + rows.size() * cellHeight,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = page.createGraphics();
		try {
			graphics.setColor(new Color(PAPER));
			graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
			for (int c = 0; c < columns.size(); c++) Glyphs.draw(columns.get(c), page, GAP + c * cellWidth, GAP, INK);
			for (int r = 0; r < rows.size(); r++) row(page, graphics, rows.get(r), GAP + TEXT + r * cellHeight, scale, cellWidth);
		}
		finally {
			graphics.dispose();
		}
		return page;
	}

	private static void row(final BufferedImage page, final Graphics2D graphics, final Row row, final int y, final int scale,
		final int cellWidth)
	{
		Glyphs.draw(row.caption(), page, GAP, y, INK);
		final Contrast contrast = new Contrast(row.frames().get(0), Display.DEFAULT);
		for (int c = 0; c < row.frames().size(); c++) {
			final BufferedImage picture = picture(row.frames().get(c), contrast);
			graphics.drawImage(picture, GAP + c * cellWidth, y + TEXT, scale * picture.getWidth(), scale * picture.getHeight(), null);
		}
	}

	private static BufferedImage picture(final Frame frame, final Contrast contrast) {
		final int width = frame.shape().width(), height = frame.shape().height();
		final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		picture.setRGB(0, 0, width, height, contrast.colours(frame), 0, width);
		return picture;
	}
}
