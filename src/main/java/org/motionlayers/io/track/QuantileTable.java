package org.motionlayers.io.track;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;

/**
 * How uncertain predicted positions are: a row per object and predicted frame with the 10, 50 and 90 % quantiles of the centroid along
 * every axis, and the radius about the expected position (that of tracks.csv) within which 80 % of the futures lie; in pixels, and in the
 * image's units where it is calibrated. Frames count from 0 as in tracks.csv; RFC 4180 in UTF-8.
 */
public final class QuantileTable {

	private static final List<String> AXES = List.of("x", "y", "z");
	private static final double[] SHARES = { 0.1, 0.5, 0.9 };
	private static final double REGION = 0.8;
	private static final int PERCENT = 100;

	private final Futures futures;
	private final int observed;
	private final List<Calibration> units = new ArrayList<>(List.of(Calibration.NONE));

	/**
	 * @param futures of all objects
	 * @param observed number of observed frames, the last being the reference frame
	 */
	public QuantileTable(final Futures futures, final int observed) {
		this.futures = futures;
		this.observed = observed;
		if (futures.scene().calibration().isSpatial()) units.add(futures.scene().calibration());
	}

	/**
	 * Writes the table.
	 *
	 * @param path is made, or replaced
	 * @param progress is told and asked once an object
	 * @throws IOException where it cannot be written
	 */
	public void write(final Path path, final Progress progress) throws IOException {
		final Scene scene = futures.scene();
		try (Writer out = Files.newBufferedWriter(path)) {
			out.write(String.join(",", names()) + "\n");
			for (int o = 0; o < scene.objects(); o++) {
				progress.update(o, scene.objects(), "writing " + path.getFileName());
				final Futures.Paths paths = futures.paths(o);
				for (int t = 1; t <= futures.expected().frames(); t++) out.write(String.join(",", row(paths, o, t)) + "\n");
			}
		}
	}

	private List<String> names() {
		final Calibration time = futures.scene().calibration();
		final List<String> names = new ArrayList<>(List.of("label", "frame", "t (frame)"));
		if (time.isTemporal()) names.add("t (" + time.timeUnit() + ")");
		for (final Calibration unit : units) {
			for (int d = 0; d < futures.expected().dimensions(); d++) for (final double share : SHARES) names.add(AXES.get(d) + " " + Math.round(
				share * PERCENT) + " % (" + unit.unit() + ")");
			names.add(Math.round(REGION * PERCENT) + " % region (" + unit.unit() + ")");
		}
		return names;
	}

	private List<String> row(final Futures.Paths paths, final int object, final int t) {
		final Scene scene = futures.scene();
		final Calibration time = scene.calibration();
		final List<String> row = new ArrayList<>(List.of(String.valueOf(scene.layers().get(object).label()), String.valueOf(observed - 1 + t),
			String.valueOf(t)));
		if (time.isTemporal()) row.add(Decimals.text(t * time.frameInterval()));
		for (final Calibration unit : units) {
			for (int d = 0; d < futures.expected().dimensions(); d++) for (final double shift : futures.quantiles(paths, t, d, SHARES)) row.add(
				Decimals.text((scene.layers().get(object).centroid(d) + shift) * unit.pixelSize(d)));
			row.add(Decimals.text(futures.radius(paths, object, t, REGION, unit)));
		}
		return row;
	}
}
