package org.motionlayers.io.track;

import java.nio.file.Path;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Shape;

/** The parts of a TrackMate file that are not tracks: what features mean, which image it is, and that tracking was not TrackMate's. */
final class TrackMateSettings {

	/**
	 * A number that spots, edges or tracks carry.
	 *
	 * @param key name of the attribute
	 * @param name for people
	 * @param shortName for narrow tables
	 * @param dimension one of TrackMate's
	 * @param whole whether it is a whole number
	 */
	private record Feature(String key, String name, String shortName, String dimension, boolean whole) {}

	private static final List<Feature> SPOT = List.of(new Feature("QUALITY", "Quality", "Quality", "QUALITY", false), new Feature("POSITION_X",
		"X", "X", "POSITION", false), new Feature("POSITION_Y", "Y", "Y", "POSITION", false), new Feature("POSITION_Z", "Z", "Z", "POSITION",
			false), new Feature("POSITION_T", "T", "T", "TIME", false), new Feature("FRAME", "Frame", "Frame", "NONE", true), new Feature("RADIUS",
				"Radius", "R", "LENGTH", false), new Feature("VISIBILITY", "Visibility", "Visibility", "NONE", true), new Feature(
					"MOTION_LAYERS_LABEL", "Label in the label image", "Label", "NONE", true), new Feature("MOTION_LAYERS_PREDICTED",
						"Predicted (1) or observed (0)", "Predicted", "NONE", true), new Feature("MOTION_LAYERS_VISIBLE",
							"Visible fraction of a predicted object", "Visible", "NONE", false));

	private static final List<Feature> EDGE = List.of(new Feature("SPOT_SOURCE_ID", "Source spot ID", "Source ID", "NONE", true), new Feature(
		"SPOT_TARGET_ID", "Target spot ID", "Target ID", "NONE", true));

	private static final List<Feature> TRACK = List.of(new Feature("TRACK_INDEX", "Track index", "Index", "NONE", true), new Feature(
		"TRACK_ID", "Track ID", "ID", "NONE", true));

	private TrackMateSettings() {}

	/** Writes which numbers spots, edges and tracks carry. */
	static void features(final XmlText xml) throws XMLStreamException {
		xml.open("FeatureDeclarations");
		features(xml, "SpotFeatures", SPOT);
		features(xml, "EdgeFeatures", EDGE);
		features(xml, "TrackFeatures", TRACK);
		xml.close();
	}

	private static void features(final XmlText xml, final String element, final List<Feature> features) throws XMLStreamException {
		xml.open(element);
		for (final Feature f : features) xml.leaf("Feature", "feature", f.key(), "name", f.name(), "shortname", f.shortName(), "dimension", f
			.dimension(), "isint", f.whole());
		xml.close();
	}

	/**
	 * Writes the settings, the state of the wizard and the display.
	 *
	 * @param image the image that the frames belong to, or null; a bare name lies beside the file
	 */
	static void write(final XmlText xml, final TrackTable tracks, final Path image) throws XMLStreamException {
		xml.open("Settings");
		imageData(xml, tracks, image);
		final Shape shape = tracks.shape();
		xml.leaf("BasicSettings", "xstart", 0, "xend", shape.width() - 1, "ystart", 0, "yend", shape.height() - 1, "zstart", 0, "zend", shape
			.depth() - 1, "tstart", 0, "tend", tracks.frames() - 1);
		xml.leaf("DetectorSettings", "DETECTOR_NAME", "MANUAL_DETECTOR", "RADIUS", "5.0");
		xml.leaf("InitialSpotFilter", "feature", "QUALITY", "value", "0.0", "isabove", true);
		xml.leaf("SpotFilterCollection");
		xml.leaf("TrackerSettings", "TRACKER_NAME", "MANUAL_TRACKER");
		xml.leaf("TrackFilterCollection");
		xml.open("AnalyzerCollection");
		for (final String kind : List.of("SpotAnalyzers", "EdgeAnalyzers", "TrackAnalyzers")) xml.leaf(kind);
		xml.close();
		xml.close();
		xml.leaf("GUIState", "state", "ConfigureViews");
		// an empty object: TrackMate's defaults
		xml.open("DisplaySettings");
		xml.text("{}");
		xml.close();
	}

	private static void imageData(final XmlText xml, final TrackTable tracks, final Path image) throws XMLStreamException {
		final Calibration c = tracks.calibration();
		final Shape shape = tracks.shape();
		final String folder = image == null || image.getParent() == null ? "" : image.getParent().toString();
		xml.leaf("ImageData", "filename", image == null ? "" : image.getFileName(), "folder", folder, "width", shape.width(), "height", shape
			.height(), "nslices", shape.depth(), "nframes", tracks.frames(), "pixelwidth", c.pixelWidth(), "pixelheight", c.pixelHeight(),
			"voxeldepth", c.pixelDepth(), "timeinterval", c.frameInterval());
	}
}
