package org.motionlayers.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/**
 * A line plot as a picture: lines and grid by JFreeChart, text by {@link Glyphs}, so that it needs neither a window nor a font.
 *
 * <pre>
 * new LinePlot("Displacement", "frame", "pixel").with("cell 3", frames, displacements).write(path);
 * </pre>
 */
public final class LinePlot {

	/** One line; values that are not finite are gaps, and so are ends of intervals. */
	private record Line(String name, double[] x, double[] y, double[] low, double[] high) {}

	private static final int WIDTH = 960;

	private static final int HEIGHT = 600;

	private static final int MARGIN = 12;

	private static final int INK = 0x303030;

	/** Colours that people with any colour vision tell apart (Okabe and Ito, 2008). */
	static final int[] COLOURS = { 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x000000, 0x8c8c00 };

	private static final float LINE_WIDTH = 2.2f;

	private static final double DOT = 5;

	/** Lines of so many points or fewer have a dot at every one. */
	private static final int DOTTED = 40;

	private static final int LEGEND_LINE = 26;

	private final String title;
	private final String xLabel;
	private final String yLabel;
	private final boolean logarithmic;
	private final List<Line> lines;

	/**
	 * @param title above the plot
	 * @param xLabel what x is, with its unit
	 * @param yLabel what y is, with its unit
	 */
	public LinePlot(final String title, final String xLabel, final String yLabel) {
		this(title, xLabel, yLabel, false, List.of());
	}

	private LinePlot(final String title, final String xLabel, final String yLabel, final boolean logarithmic, final List<Line> lines) {
		this.title = title;
		this.xLabel = xLabel;
		this.yLabel = yLabel;
		this.logarithmic = logarithmic;
		this.lines = lines;
	}

	/** @return the same with one line more; x and y of one length */
	public LinePlot with(final String name, final double[] x, final double[] y) {
		final double[] none = new double[y.length];
		Arrays.fill(none, Double.NaN);
		return with(name, x, y, none, none);
	}

	/** @return the same with one line more whose points have intervals, from low to high; all arrays of one length */
	public LinePlot with(final String name, final double[] x, final double[] y, final double[] low, final double[] high) {
		if (x.length != y.length || low.length != y.length || high.length != y.length) throw new IllegalArgumentException("Line '" + name +
			"' has " + x.length + " x, " + y.length + " y, " + low.length + " lower and " + high.length + " upper ends.");
		final List<Line> more = new ArrayList<>(lines);
		more.add(new Line(name, x.clone(), y.clone(), low.clone(), high.clone()));
		return new LinePlot(title, xLabel, yLabel, logarithmic, more);
	}

	/** @return the same with y by its powers of ten; values of 0 or less are gaps */
	public LinePlot withLogarithmicY() {
		return new LinePlot(title, xLabel, yLabel, true, lines);
	}

	/**
	 * Draws the plot into a PNG file.
	 *
	 * @param path is made, or replaced
	 * @throws IOException where it cannot be written
	 */
	public void write(final Path path) throws IOException {
		try (OutputStream out = Files.newOutputStream(path)) {
			ImageIO.write(draw(WIDTH, HEIGHT), "png", out);
		}
	}

	/** @return the plot, of a size in pixels */
	public BufferedImage draw(final int width, final int height) {
		final BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = page.createGraphics();
		try {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, width, height);
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			draw(page, graphics);
		}
		finally {
			graphics.dispose();
		}
		return page;
	}

	private void draw(final BufferedImage page, final Graphics2D graphics) {
		final Ticks x = Ticks.of(finite(lines.stream().flatMapToDouble(l -> Arrays.stream(l.x()))), false);
		final Ticks y = Ticks.of(finite(lines.stream().flatMap(l -> Stream.of(l.y(), l.low(), l.high())).flatMapToDouble(Arrays::stream).map(
			this::scaled)), logarithmic);
		final int text = Glyphs.height();
		final int left = 2 * MARGIN + text + y.texts().stream().mapToInt(Glyphs::width).max().orElse(0);
		final int top = 2 * MARGIN + 2 * text, bottom = page.getHeight() - 2 * MARGIN - 2 * text;
		final NumberAxis xAxis = axis(x), yAxis = axis(y);
		final XYPlot plot = new XYPlot(dataset(), xAxis, yAxis, renderer());
		plot.setInsets(RectangleInsets.ZERO_INSETS);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
		plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
		final PlotRenderingInfo info = new PlotRenderingInfo(null);
		plot.draw(graphics, new Rectangle2D.Double(left, top, page.getWidth() - left - 2.0 * MARGIN, bottom - (double) top), null, null, info);
		label(page, graphics, info.getDataArea(), xAxis, x, yAxis, y);
	}

	private double[] finite(final DoubleStream values) {
		return values.filter(Double::isFinite).toArray();
	}

	/** @return the power of ten where y is logarithmic; not finite where there is none */
	private double scaled(final double y) {
		return logarithmic ? y > 0 ? Math.log10(y) : Double.NaN : y;
	}

	private static NumberAxis axis(final Ticks ticks) {
		final NumberAxis axis = new NumberAxis();
		axis.setRange(ticks.low(), ticks.high());
		axis.setTickUnit(new NumberTickUnit(ticks.step()));
		axis.setTickLabelsVisible(false);
		return axis;
	}

	private DefaultIntervalXYDataset dataset() {
		final DefaultIntervalXYDataset dataset = new DefaultIntervalXYDataset();
		for (int i = 0; i < lines.size(); i++) {
			final Line line = lines.get(i);
			dataset.addSeries(i, new double[][] { line.x(), line.x(), line.x(), scaled(line.y()), scaled(line.low()), scaled(line.high()) });
		}
		return dataset;
	}

	private double[] scaled(final double[] values) {
		return Arrays.stream(values).map(this::scaled).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
	}

	private XYErrorRenderer renderer() {
		final XYErrorRenderer renderer = new XYErrorRenderer();
		renderer.setDrawXError(false);
		renderer.setDefaultLinesVisible(true);
		renderer.setErrorStroke(new BasicStroke(LINE_WIDTH));
		for (int i = 0; i < lines.size(); i++) {
			renderer.setSeriesPaint(i, new Color(COLOURS[i % COLOURS.length]));
			renderer.setSeriesStroke(i, new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
			renderer.setSeriesShape(i, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
			renderer.setSeriesShapesVisible(i, lines.get(i).x().length <= DOTTED);
		}
		return renderer;
	}

	private void label(final BufferedImage page, final Graphics2D graphics, final Rectangle2D area, final NumberAxis xAxis, final Ticks x,
		final NumberAxis yAxis, final Ticks y)
	{
		final int text = Glyphs.height();
		for (int i = 0; i < x.values().size(); i++) {
			final double at = xAxis.valueToJava2D(x.values().get(i), area, RectangleEdge.BOTTOM);
			Glyphs.draw(x.texts().get(i), page, (int) at - Glyphs.width(x.texts().get(i)) / 2, (int) area.getMaxY() + 6, INK);
		}
		for (int i = 0; i < y.values().size(); i++) {
			final double at = yAxis.valueToJava2D(y.values().get(i), area, RectangleEdge.LEFT);
			Glyphs.draw(y.texts().get(i), page, (int) area.getMinX() - 6 - Glyphs.width(y.texts().get(i)), (int) at - text / 2, INK);
		}
		Glyphs.draw(title, page, (int) area.getMinX(), MARGIN / 2, INK);
		Glyphs.draw(xLabel, page, (int) area.getCenterX() - Glyphs.width(xLabel) / 2, page.getHeight() - text - MARGIN / 2, INK);
		Glyphs.drawUpwards(yLabel, page, MARGIN / 2, (int) area.getCenterY() + Glyphs.width(yLabel) / 2, INK);
		legend(page, graphics, (int) area.getMinX(), MARGIN / 2 + text + 4);
	}

	private void legend(final BufferedImage page, final Graphics2D graphics, final int x, final int y) {
		int left = x;
		for (int i = 0; i < lines.size(); i++) {
			final String rest = "and " + (lines.size() - i) + " more";
			final boolean fits = left + LEGEND_LINE + Glyphs.width(lines.get(i).name()) + (i < lines.size() - 1 ? 3 * MARGIN + Glyphs.width(
				rest) : 0) < page.getWidth();
			if (!fits) {
				Glyphs.draw(rest, page, left, y, INK);
				return;
			}
			graphics.setColor(new Color(COLOURS[i % COLOURS.length]));
			graphics.setStroke(new BasicStroke(LINE_WIDTH));
			graphics.drawLine(left, y + Glyphs.height() / 2, left + LEGEND_LINE, y + Glyphs.height() / 2);
			Glyphs.draw(lines.get(i).name(), page, left + LEGEND_LINE + 5, y, INK);
			left += LEGEND_LINE + Glyphs.width(lines.get(i).name()) + 2 * MARGIN;
		}
	}
}
