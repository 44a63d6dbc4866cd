package org.motionlayers.segmentation.trackmate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;

/**
 * Where TrackMate says that the objects of a scene go: each follows the spot that lies on it in the reference frame, along the links of its
 * track, at a division the first one in the file.
 */
public final class TrackMatePaths {

	/** Columns of the rows. */
	public static final List<String> COLUMNS = List.of("label", "t (frame)", "x (pixel)", "y (pixel)", "z (pixel)");

	private final TrackMateModel model;
	private final Calibration calibration;
	private final int reference;
	private final Map<Integer, Integer> next = new HashMap<>();

	private TrackMatePaths(final TrackMateModel model, final Calibration calibration, final int reference) {
		this.model = model;
		this.calibration = calibration;
		this.reference = reference;
		for (final Edge edge : model.edges()) {
			final Spot a = model.spots().get(edge.source()), b = model.spots().get(edge.target());
			if (a == null || b == null || !model.visible(edge.track())) continue;
			// links within a frame lead nowhere, and could lead there for ever
			if (a.frame() < b.frame()) next.putIfAbsent(a.id(), b.id());
			else if (a.frame() > b.frame()) next.putIfAbsent(b.id(), a.id());
		}
	}

	/**
	 * Reads paths.
	 *
	 * @param file TrackMate XML
	 * @param scene the objects in the reference frame
	 * @param reference the number of that frame in the file, from 0
	 * @param progress told how many bytes were read
	 * @return rows of {@link #COLUMNS}
	 * @throws IOException where it cannot be read
	 * @throws InputException where no spot lies on an object
	 */
	public static List<double[]> read(final Path file, final Scene scene, final int reference, final Progress progress) throws IOException {
		final TrackMateModel model = TrackMateModel.read(file, progress);
		final TrackMatePaths paths = new TrackMatePaths(model, model.calibration() == null ? scene.calibration() : model.calibration(), reference);
		final List<double[]> rows = new ArrayList<>();
		for (final ObjectLayer layer : scene.layers()) paths.follow(layer, rows);
		if (rows.isEmpty()) throw new InputException("tracks=" + file + ": none of its " + model.spots().size() +
			" spots lies on an object in frame " + reference + ", the reference frame.");
		return rows;
	}

	private void follow(final ObjectLayer layer, final List<double[]> rows) {
		for (Spot spot = spotOn(layer); spot != null; spot = next.containsKey(spot.id()) ? model.spots().get(next.get(spot.id())) : null) rows.add(
			new double[] { layer.label(), (double) spot.frame() - reference, pixel(spot, 0), pixel(spot, 1), pixel(spot, 2) });
	}

	private double pixel(final Spot spot, final int dimension) {
		return spot.position()[dimension] / calibration.pixelSize(dimension);
	}

	/** @return the spot within the box of an object that is nearest to its centroid, or null */
	private Spot spotOn(final ObjectLayer layer) {
		Spot nearest = null;
		double least = Double.POSITIVE_INFINITY;
		for (final Spot spot : model.spots().values()) {
			if (spot.frame() != reference || !spot.visible() || !isIn(layer.bounds(), spot)) continue;
			double distance = 0;
			for (int d = 0; d < 3; d++) distance += Math.pow(pixel(spot, d) - layer.centroid(d), 2);
			if (distance >= least) continue;
			nearest = spot;
			least = distance;
		}
		return nearest;
	}

	private boolean isIn(final Box box, final Spot spot) {
		return isIn(pixel(spot, 0), box.x(), box.width()) && isIn(pixel(spot, 1), box.y(), box.height()) && isIn(pixel(spot, 2), box.z(), box
			.depth());
	}

	private static boolean isIn(final double coordinate, final int first, final int size) {
		return coordinate >= first - 1 && coordinate <= first + size;
	}
}
