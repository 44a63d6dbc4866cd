package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.segmentation.outline.LabelPainter;
import org.motionlayers.segmentation.outline.Mask;
import org.motionlayers.segmentation.outline.PixelOrigin;
import org.motionlayers.segmentation.outline.PolygonMask;
import org.scijava.plugin.Plugin;

/**
 * Cellpose's outlines as text (NAME_cp_outlines.txt): a line "x,y,x,y,..." for every object, through the outermost pixels of its mask. Line n
 * is label n; an empty line is a label without outline.
 */
@Plugin(type = SegmentationReader.class)
public final class CellposeOutlinesReader implements SegmentationReader {

	private static final String ENDING = "_cp_outlines.txt";
	private static final Pattern FIRST_LINE = Pattern.compile("\\A\\s*\\d+(\\.\\d+)?(,\\d+(\\.\\d+)?){5,}+");

	@Override
	public String format() {
		return "Cellpose outlines text";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		if (head.length == 0) return false;
		return source.toString().endsWith(ENDING) || source.toString().endsWith(".txt") && FIRST_LINE.matcher(new String(head,
			StandardCharsets.ISO_8859_1)).lookingAt();
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final LabelPainter painter = new LabelPainter(source, format(), target.shape(), target.frames(),
			LabelPainter.Order.SMALLER_ON_TOP);
		if (target.shape().depth() > 1) throw new InputException("Labels '" + source + "': " + format() +
			" has no planes along z, the image is " + target.shape().space() + "; use label images for 3D.");
		final List<String> lines = new String(Files.readAllBytes(source), StandardCharsets.ISO_8859_1).lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			progress.update(i, lines.size(), "drawing outlines");
			final String line = lines.get(i);
			if (!line.isBlank()) painter.add(0, i + 1, "line " + (i + 1), () -> mask(line));
		}
		return painter.segmentation(1, true, Calibration.NONE, progress);
	}

	private static Mask mask(final String line) {
		final StringTokenizer tokens = new StringTokenizer(line, ", \t");
		final double[] ring = new double[tokens.countTokens()];
		for (int i = 0; i < ring.length; i++) {
			final String token = tokens.nextToken();
			try {
				ring[i] = Double.parseDouble(token);
			}
			catch (final NumberFormatException e) {
				throw new InputException("has '" + (token.length() > 20 ? token.substring(0, 20) + "..." : token) + "' for a coordinate", e);
			}
		}
		return new PolygonMask(List.of(List.of(ring)), PixelOrigin.CENTRE, 0, PolygonMask.Edge.TRACED_PIXELS);
	}
}
