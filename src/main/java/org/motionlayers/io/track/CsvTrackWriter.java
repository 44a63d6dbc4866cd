package org.motionlayers.io.track;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/**
 * A table of one row per object and frame, units in the header, RFC 4180 in UTF-8. Frames count from 0 as in the image; t is 0 at the
 * reference frame. Displacement is against the reference frame, speed against the frame before. Calibrated columns are there where the
 * image is calibrated. What is not known is empty.
 */
@Plugin(type = TrackWriter.class, name = "csv")
public final class CsvTrackWriter implements TrackWriter {

	private static final List<String> AXES = List.of("x", "y", "z");

	@Override
	public String fileName() {
		return "tracks.csv";
	}

	@Override
	public boolean isDefault() {
		return true;
	}

	@Override
	public void write(final Path path, final TrackTable tracks, final Progress progress) throws IOException {
		try (Writer out = Files.newBufferedWriter(path)) {
			line(out, header(tracks));
			for (int o = 0; o < tracks.objects(); o++) {
				progress.update(o, tracks.objects(), "writing " + fileName());
				for (int f = 0; f < tracks.frames(); f++) if (tracks.predicted(f) ? tracks.inScene(o) : tracks.present(f, o)) line(out, row(tracks,
					o, f));
			}
		}
	}

	private static void line(final Writer out, final List<String> cells) throws IOException {
		for (int i = 0; i < cells.size(); i++) {
			if (i > 0) out.write(',');
			out.write(quoted(cells.get(i)));
		}
		out.write('\n');
	}

	private static String quoted(final String cell) {
		final boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	private static List<String> header(final TrackTable tracks) {
		final Calibration c = tracks.calibration();
		final List<String> cells = new ArrayList<>(List.of("label", "name", "frame", "t (frame)"));
		if (c.isTemporal()) cells.add("t (" + c.timeUnit() + ")");
		cells.add("kind");
		final int dimensions = tracks.shape().dimensions();
		for (final String axis : AXES.subList(0, dimensions)) cells.add(axis + " (pixel)");
		if (c.isSpatial()) for (final String axis : AXES.subList(0, dimensions)) cells.add(axis + " (" + c.unit() + ")");
		cells.add("displacement (pixel)");
		if (c.isSpatial()) cells.add("displacement (" + c.unit() + ")");
		cells.add("speed (pixel/frame)");
		if (c.isSpatial() || c.isTemporal()) cells.add("speed (" + c.unit() + "/" + c.timeUnit() + ")");
		cells.addAll(List.of("pixels seen", "visible fraction", "in frame"));
		return cells;
	}

	private static List<String> row(final TrackTable tracks, final int o, final int f) {
		final Calibration c = tracks.calibration();
		final List<String> cells = new ArrayList<>();
		cells.add(String.valueOf(tracks.object(o).label()));
		cells.add(tracks.object(o).name());
		cells.add(String.valueOf(f));
		cells.add(String.valueOf(tracks.time(f)));
		if (c.isTemporal()) cells.add(Decimals.text(tracks.time(f) * c.frameInterval()));
		cells.add(tracks.predicted(f) ? "predicted" : "observed");
		final int dimensions = tracks.shape().dimensions();
		for (int d = 0; d < dimensions; d++) cells.add(Decimals.text(tracks.position(f, o, d)));
		if (c.isSpatial()) for (int d = 0; d < dimensions; d++) cells.add(Decimals.text(tracks.position(f, o, d) * c.pixelSize(d)));
		final int reference = tracks.observed() - 1;
		cells.add(Decimals.text(distance(tracks, o, f, reference, Calibration.NONE)));
		if (c.isSpatial()) cells.add(Decimals.text(distance(tracks, o, f, reference, c)));
		final int before = Math.max(0, f - 1);
		cells.add(f == 0 ? "" : Decimals.text(distance(tracks, o, f, before, Calibration.NONE)));
		if (c.isSpatial() || c.isTemporal()) cells.add(f == 0 ? "" : Decimals.text(distance(tracks, o, f, before, c) / c.frameInterval()));
		cells.add(String.valueOf(tracks.pixels(f, o)));
		cells.add(Decimals.text(tracks.visibleFraction(f, o)));
		cells.add(String.valueOf(tracks.inFrame(f, o)));
		return cells;
	}

	/** @return how far an object is in frame f from where it is in another, in units of a calibration; NaN where either is not known */
	private static double distance(final TrackTable tracks, final int o, final int f, final int other, final Calibration unit) {
		double sum = 0;
		for (int d = 0; d < tracks.shape().dimensions(); d++) {
			final double step = (tracks.position(f, o, d) - tracks.position(other, o, d)) * unit.pixelSize(d);
			sum += step * step;
		}
		return Math.sqrt(sum);
	}
}
