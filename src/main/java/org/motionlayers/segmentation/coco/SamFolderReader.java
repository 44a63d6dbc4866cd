package org.motionlayers.segmentation.coco;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.SegmentationReader;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.outline.LabelPainter;
import org.motionlayers.segmentation.outline.Mask;
import org.motionlayers.segmentation.outline.PixelMask;
import org.motionlayers.segmentation.raster.PngFile;
import org.scijava.Priority;
import org.scijava.plugin.Plugin;

/**
 * A folder as Segment Anything's mask generator writes it: metadata.csv with a row for every mask, and the masks as 0.png, 1.png, ... with
 * 255 inside and 0 outside. Mask i becomes label i + 1.
 */
@Plugin(type = SegmentationReader.class, priority = Priority.HIGH)
public final class SamFolderReader implements SegmentationReader {

	private static final String TABLE = "metadata.csv";
	private static final String ID = "id";
	private static final String SCORE = "predicted_iou";
	private static final long MAX_TABLE = 1L << 26;

	@Override
	public String format() {
		return "Segment Anything folder";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		final Path table = source.resolve(TABLE);
		if (!Files.isDirectory(source) || !Files.isRegularFile(table)) return false;
		try {
			return columns(header(table)).containsAll(List.of(ID, SCORE));
		}
		catch (final IOException e) {
			// Whoever else knows the folder may have it.
			return false;
		}
	}

	private static String header(final Path table) throws IOException {
		try (var in = Files.newInputStream(table)) {
			return new String(in.readNBytes(1024), StandardCharsets.UTF_8).lines().findFirst().orElse("");
		}
	}

	private static List<String> columns(final String line) {
		return List.of(line.strip().split("\\s*,\\s*", -1));
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final Path table = source.resolve(TABLE);
		if (Files.size(table) > MAX_TABLE) throw new InputException("Labels '" + table + "' have more than " + MAX_TABLE + " bytes: refused.");
		final List<String> lines = new String(Files.readAllBytes(table), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
		final List<String> columns = columns(lines.get(0));
		final LabelPainter painter = new LabelPainter(source, format(), target.shape(), target.frames(),
			LabelPainter.Order.SMALLER_ON_TOP);
		for (int row = 1; row < lines.size(); row++) {
			progress.update(row, lines.size(), "reading masks");
			add(painter, table, columns, new ArrayList<>(columns(lines.get(row))), source, target.shape());
		}
		return painter.segmentation(1, true, Calibration.NONE, progress);
	}

	private static void add(final LabelPainter painter, final Path table, final List<String> columns, final List<String> row, final Path folder,
		final Shape shape)
	{
		if (row.size() != columns.size()) throw new InputException("Labels '" + table + "': the row '" + row.get(0) + ",...' has " + row.size() +
			" values, the header " + columns.size() + ".");
		final int id = (int) number(table, row.get(columns.indexOf(ID)));
		final double score = number(table, row.get(columns.indexOf(SCORE)));
		if (id < 0 || id == Integer.MAX_VALUE) throw new InputException("Labels '" + table + "': the id " + id + " is not 0 or more.");
		painter.add(0, id + 1, "mask " + id, () -> mask(folder.resolve(id + ".png"), shape));
		painter.describe(new SegmentedObject(id + 1, "", Math.max(0, Math.min(1, score)), "", List.of()));
	}

	private static double number(final Path table, final String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			throw new InputException("Labels '" + table + "': '" + text + "' is not a number.", e);
		}
	}

	private static Mask mask(final Path path, final Shape shape) {
		if (!Files.isRegularFile(path)) throw new InputException("is missing: there is no " + path.getFileName());
		final PngFile png = PngFile.open(path);
		if (png.width() != shape.width() || png.height() != shape.height() || shape.depth() > 1) throw new InputException("is " + png.width() +
			" x " + png.height() + ", the image is " + shape.space());
		final int[] pixels = png.read(0);
		return PixelMask.where(shape, i -> pixels[i] != 0);
	}
}
