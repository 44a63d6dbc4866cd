package org.motionlayers.io.track;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/**
 * TrackMate's own file: a spot for every object in every frame where it is, with its outline in 2D, and a track for every family, divisions
 * being split edges. Positions are calibrated. Frames count from the first observed one, as in the observed image; the file refers
 * to video.tif where that has the observed frames in front, else to the observed image.
 */
@Plugin(type = TrackWriter.class, name = "trackmate")
public final class TrackMateWriter implements TrackWriter {

	/** The version of TrackMate whose reader and writer the names were checked against. */
	private static final String TRACKMATE_VERSION = "8.1.6";

	private static final String VIDEO = "video.tif";

	@Override
	public String fileName() {
		return "tracks.xml";
	}

	@Override
	public boolean isDefault() {
		return true;
	}

	@Override
	public void write(final Path path, final TrackTable tracks, final Progress progress) throws IOException {
		if ((long) tracks.frames() * tracks.objects() > Integer.MAX_VALUE) throw new InputException(fileName() + ": " + tracks.objects() +
			" objects in " + tracks.frames() + " frames are more spots than TrackMate can number; ask for fewer frames.");
		try (BufferedWriter out = Files.newBufferedWriter(path)) {
			final XmlText xml = new XmlText(XMLOutputFactory.newInstance().createXMLStreamWriter(out));
			xml.open("TrackMate", "version", TRACKMATE_VERSION);
			model(xml, tracks, progress);
			TrackMateSettings.write(xml, tracks, observedFile(tracks));
			xml.close();
			xml.end();
		}
		catch (final XMLStreamException exc) {
			throw new IOException(exc);
		}
	}

	/** @return the image that the frames of the file belong to, or null */
	private static Path observedFile(final TrackTable tracks) {
		if (tracks.observedInVideo()) return Path.of(VIDEO);
		return tracks.image().isEmpty() ? null : Path.of(tracks.image()).toAbsolutePath();
	}

	private static void model(final XmlText xml, final TrackTable tracks, final Progress progress) throws XMLStreamException {
		final Calibration calibration = tracks.calibration();
		xml.open("Model", "spatialunits", calibration.unit(), "timeunits", calibration.timeUnit());
		TrackMateSettings.features(xml);
		spots(xml, tracks, progress);
		final List<List<TrackLinks.Link>> families = new TrackLinks(tracks).families();
		edges(xml, tracks, families);
		xml.open("FilteredTracks");
		for (int id = 0; id < families.size(); id++) xml.leaf("TrackID", "TRACK_ID", id);
		xml.close();
		xml.close();
	}

	private static void spots(final XmlText xml, final TrackTable tracks, final Progress progress) throws XMLStreamException {
		int count = 0;
		for (int f = 0; f < tracks.frames(); f++) for (int o = 0; o < tracks.objects(); o++) if (tracks.present(f, o)) count++;
		xml.open("AllSpots", "nspots", count);
		for (int f = 0; f < tracks.frames(); f++) {
			progress.update(f, tracks.frames(), "writing tracks.xml");
			xml.open("SpotsInFrame", "frame", f);
			final int[] labels = tracks.composited(f) ? null : tracks.labels(f);
			for (int o = 0; o < tracks.objects(); o++) if (tracks.present(f, o)) spot(xml, tracks, f, o, labels);
			xml.close();
		}
		xml.close();
	}

	private static void spot(final XmlText xml, final TrackTable tracks, final int f, final int o, final int[] labels)
		throws XMLStreamException
	{
		final Calibration c = tracks.calibration();
		final String name = tracks.object(o).name();
		final Outline outline = tracks.outline(f, o, labels);
		xml.open("Spot", "ID", id(tracks, f, o), "name", name.isEmpty() ? String.valueOf(tracks.object(o).label()) : name, "QUALITY", tracks
			.predicted(f) ? 0 : 1, "POSITION_T", Decimals.text(f * c.frameInterval()), "POSITION_X", coordinate(tracks, f, o, 0), "POSITION_Y",
			coordinate(tracks, f, o, 1), "POSITION_Z", coordinate(tracks, f, o, 2), "FRAME", f, "RADIUS", Decimals.text(tracks.radius(f, o)),
			"VISIBILITY", 1, "MOTION_LAYERS_LABEL", tracks.object(o).label(), "MOTION_LAYERS_PREDICTED", tracks.predicted(f) ? 1 : 0);
		if (!Double.isNaN(tracks.visibleFraction(f, o))) xml.attribute("MOTION_LAYERS_VISIBLE", Decimals.text(tracks.visibleFraction(f, o)));
		if (outline != null) {
			xml.attribute("ROI_N_POINTS", outline.x().length);
			final StringBuilder text = new StringBuilder();
			for (int i = 0; i < outline.x().length; i++) text.append(Decimals.text(outline.x()[i] * c.pixelWidth())).append(' ').append(Decimals
				.text(outline.y()[i] * c.pixelHeight())).append(' ');
			xml.text(text.toString().trim());
		}
		xml.close();
	}

	private static String coordinate(final TrackTable tracks, final int f, final int o, final int dimension) {
		return Decimals.text(tracks.position(f, o, dimension) * tracks.calibration().pixelSize(dimension));
	}

	private static int id(final TrackTable tracks, final int f, final int o) {
		return f * tracks.objects() + o;
	}

	private static void edges(final XmlText xml, final TrackTable tracks, final List<List<TrackLinks.Link>> families)
		throws XMLStreamException
	{
		xml.open("AllTracks");
		for (int track = 0; track < families.size(); track++) {
			xml.open("Track", "name", "Track_" + track, "TRACK_ID", track, "TRACK_INDEX", track);
			for (final TrackLinks.Link link : families.get(track)) xml.leaf("Edge", "SPOT_SOURCE_ID", id(tracks, link.fromFrame(), link.from()),
				"SPOT_TARGET_ID", id(tracks, link.toFrame(), link.to()));
			xml.close();
		}
		xml.close();
	}
}
