package org.motionlayers.segmentation.trackmate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.motionlayers.segmentation.document.XmlDocument;
import org.motionlayers.segmentation.document.XmlElement;

/** What a TrackMate file of versions 3 to 8 says of spots and tracks. */
final class TrackMateModel {

	/** An outline has at least three corners; fewer mean that the spot is a circle. */
	private static final int MIN_CORNERS = 3;

	private final Map<Integer, Spot> spots = new LinkedHashMap<>();
	private final Map<Integer, String> tracks = new TreeMap<>();
	private final List<Edge> edges = new ArrayList<>();
	private Set<Integer> filtered;
	private Calibration calibration;
	private int imageWidth;
	private int imageHeight;
	private String spatialUnits = Calibration.NONE.unit();
	private String timeUnits = Calibration.NONE.timeUnit();
	private int track;
	private int frame;

	private TrackMateModel() {}

	/**
	 * Reads a file.
	 *
	 * @param source the file
	 * @param progress told how many bytes were read
	 * @return what it says
	 * @throws IOException where it cannot be read
	 */
	static TrackMateModel read(final Path source, final Progress progress) throws IOException {
		final TrackMateModel model = new TrackMateModel();
		XmlDocument.read(source, progress, model::element);
		return model;
	}

	private void element(final XmlElement element) {
		switch (element.name()) {
			case "Model" -> units(element);
			case "SpotsInFrame" -> frame = element.integer("frame");
			case "Spot" -> spot(element);
			case "Track" -> {
				track = element.integer("TRACK_ID");
				tracks.put(track, element.attribute("name", "Track_" + track));
			}
			case "Edge" -> edges.add(new Edge(track, element.integer("SPOT_SOURCE_ID"), element.integer("SPOT_TARGET_ID")));
			case "FilteredTracks" -> filtered = new HashSet<>();
			case "TrackID" -> {
				if (filtered != null) filtered.add(element.integer("TRACK_ID"));
			}
			case "ImageData" -> imageData(element);
			default -> {
				// log, settings, display: nothing of the objects
			}
		}
	}

	private void units(final XmlElement element) {
		spatialUnits = element.attribute("spatialunits", spatialUnits);
		timeUnits = element.attribute("timeunits", timeUnits);
	}

	private void spot(final XmlElement element) {
		final int id = element.integer("ID");
		final double[] position = { element.number("POSITION_X"), element.number("POSITION_Y"), element.number("POSITION_Z", 0) };
		final boolean visible = element.number("VISIBILITY", 1) != 0;
		final String name = element.attribute("name", "ID" + id);
		final int spotFrame = element.has("FRAME") ? element.integer("FRAME") : frame;
		final int corners = element.has("ROI_N_POINTS") ? element.integer("ROI_N_POINTS") : 0;
		final double radius = corners < MIN_CORNERS ? element.number("RADIUS") : element.number("RADIUS", 0);
		final double[] outline = corners < MIN_CORNERS ? new double[0] : outline(element, corners);
		if (spots.put(id, new Spot(id, name, spotFrame, position, radius, outline, visible)) != null) throw element.refuse("spot ID " + id +
			" is there twice", null);
	}

	private static double[] outline(final XmlElement element, final int corners) {
		final String text = element.text();
		final StringTokenizer tokens = new StringTokenizer(text);
		final int count = tokens.countTokens();
		if (count != 2L * corners) throw element.refuse("ROI_N_POINTS is " + corners + ", but the outline has " + count +
			" numbers; it needs two for every point", null);
		final double[] outline = new double[count];
		for (int i = 0; i < count; i++) outline[i] = coordinate(element, tokens.nextToken());
		return outline;
	}

	private static double coordinate(final XmlElement element, final String token) {
		try {
			return Double.parseDouble(token);
		}
		catch (final NumberFormatException e) {
			throw element.refuse("the outline has '" + (token.length() > 20 ? token.substring(0, 20) + "..." : token) + "' for a number", e);
		}
	}

	private void imageData(final XmlElement element) {
		imageWidth = element.has("width") ? element.integer("width") : 0;
		imageHeight = element.has("height") ? element.integer("height") : 0;
		calibration = new Calibration(pixelSize(element, "pixelwidth"), pixelSize(element, "pixelheight"), pixelSize(element, "voxeldepth"),
			spatialUnits, element.number("timeinterval", 1), timeUnits);
	}

	private static double pixelSize(final XmlElement element, final String name) {
		final double size = element.number(name, 1);
		if (size <= 0) throw element.refuse(name + " is " + size + "; a pixel size is more than 0", null);
		return size;
	}

	/** @return spots by id, in the order of the file */
	Map<Integer, Spot> spots() {
		return spots;
	}

	/** @return names of tracks by id */
	Map<Integer, String> tracks() {
		return tracks;
	}

	/** @return all links */
	List<Edge> edges() {
		return edges;
	}

	/** @return whether the track filters let a track pass; all do where the file has no filters */
	boolean visible(final int id) {
		return filtered == null || filtered.contains(id);
	}

	/** @return pixel size and interval, or null where the file has none */
	Calibration calibration() {
		return calibration;
	}

	/** @return columns of the image it was made of, 0 where unknown */
	int imageWidth() {
		return imageWidth;
	}

	/** @return rows of the image it was made of, 0 where unknown */
	int imageHeight() {
		return imageHeight;
	}
}
