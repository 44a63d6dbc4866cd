package org.motionlayers.io.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.trackmate.TrackMateReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What TrackMate 8.1's TmXmlReader asks of a file, element by element and attribute by attribute, as read in its source; and that our own
 * reader, made from the same description by others, finds the same objects.
 */
class TrackMateWriterTest {

	@TempDir
	Path temp;

	private Path file(final BoxWorld world, final boolean observedInVideo) throws IOException {
		final Path path = temp.resolve("tracks.xml");
		new TrackMateWriter().write(path, new TrackTable(world, world.tracks(), world.segmentation(), "/data/image.tif", observedInVideo,
			Progress.NONE), Progress.NONE);
		return path;
	}

	private Element root(final BoxWorld world) throws IOException {
		return parse(file(world, false));
	}

	private static Element parse(final Path path) throws IOException {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(path.toFile()).getDocumentElement();
		}
		catch (final SAXException | ParserConfigurationException exc) {
			throw new IOException(exc);
		}
	}

	private static Element child(final Element parent, final String... path) {
		Element element = parent;
		for (final String name : path) {
			final List<Element> found = children(element, name);
			assertEquals(1, found.size(), "elements " + name + " in " + element.getTagName());
			element = found.get(0);
		}
		return element;
	}

	private static List<Element> children(final Element parent, final String name) {
		final List<Element> found = new ArrayList<>();
		final NodeList nodes = parent.getChildNodes();
		for (int i = 0; i < nodes.getLength(); i++) if (nodes.item(i) instanceof Element e && e.getTagName().equals(name)) found.add(e);
		return found;
	}

	@Test
	void hasAllThatTheReaderLooksFor() throws IOException {
		final Element root = root(BoxWorld.flat());
		assertEquals("TrackMate", root.getTagName());
		assertTrue(root.getAttribute("version").matches("[78]\\.\\d+\\.\\d+"), root.getAttribute("version"));
		for (final String part : List.of("FeatureDeclarations", "AllSpots", "AllTracks", "FilteredTracks")) child(root, "Model", part);
		for (final String part : List.of("ImageData", "BasicSettings", "DetectorSettings", "InitialSpotFilter", "SpotFilterCollection",
			"TrackerSettings", "TrackFilterCollection", "AnalyzerCollection")) child(root, "Settings", part);
		for (final String part : List.of("SpotAnalyzers", "EdgeAnalyzers", "TrackAnalyzers")) child(root, "Settings", "AnalyzerCollection",
			part);
		assertEquals("MANUAL_DETECTOR", child(root, "Settings", "DetectorSettings").getAttribute("DETECTOR_NAME"));
		assertEquals("MANUAL_TRACKER", child(root, "Settings", "TrackerSettings").getAttribute("TRACKER_NAME"));
		assertEquals("ConfigureViews", child(root, "GUIState").getAttribute("state"));
		assertEquals("{}", child(root, "DisplaySettings").getTextContent());
	}

	@Test
	void everyNumberIsDeclared() throws IOException {
		final Element model = child(root(BoxWorld.flat()), "Model");
		final Map<String, String> whole = new HashMap<>();
		for (final Element feature : children(child(model, "FeatureDeclarations", "SpotFeatures"), "Feature")) {
			whole.put(feature.getAttribute("feature"), feature.getAttribute("isint"));
			assertTrue(Set.of("QUALITY", "POSITION", "TIME", "NONE", "LENGTH").contains(feature.getAttribute("dimension")));
		}
		for (final Element frame : children(child(model, "AllSpots"), "SpotsInFrame")) for (final Element spot : children(frame, "Spot"))
			for (int i = 0; i < spot.getAttributes().getLength(); i++) {
				final String name = spot.getAttributes().item(i).getNodeName(), value = spot.getAttributes().item(i).getNodeValue();
				if (Set.of("ID", "name", "ROI_N_POINTS").contains(name)) continue;
				assertTrue(whole.containsKey(name), name + " is not declared");
				assertTrue(value.matches(whole.get(name).equals("true") ? "-?\\d+" : "-?\\d+(\\.\\d+)?"), name + "=" + value);
			}
	}

	@Test
	void positionsAreCalibrated() throws IOException {
		final Element model = child(root(BoxWorld.flat()), "Model");
		assertEquals("\u00b5m", model.getAttribute("spatialunits"));
		assertEquals("sec", model.getAttribute("timeunits"));
		final List<Element> frames = children(child(model, "AllSpots"), "SpotsInFrame");
		assertEquals(7, frames.size());
		assertEquals("14", child(model, "AllSpots").getAttribute("nspots"));
		final Element spot = children(frames.get(4), "Spot").get(0);
		assertEquals("4", frames.get(4).getAttribute("frame"));
		assertEquals("4", spot.getAttribute("FRAME"));
		// centre at pixel 11.5, 5 of 0.5 x 0.25 um, frames of 20 s, 12 pixels
		assertEquals(5.75, Double.parseDouble(spot.getAttribute("POSITION_X")));
		assertEquals(1.25, Double.parseDouble(spot.getAttribute("POSITION_Y")));
		assertEquals(80, Double.parseDouble(spot.getAttribute("POSITION_T")));
		assertEquals(Math.sqrt(12 * 0.5 * 0.25 / Math.PI), Double.parseDouble(spot.getAttribute("RADIUS")), 1e-6);
		assertEquals("1", spot.getAttribute("MOTION_LAYERS_PREDICTED"));
	}

	@Test
	void outlinesAreRelativeToTheSpotAndCalibrated() throws IOException {
		final Element spot = children(children(child(root(BoxWorld.flat()), "Model", "AllSpots"), "SpotsInFrame").get(0), "Spot").get(0);
		assertEquals("4", spot.getAttribute("ROI_N_POINTS"));
		// a box of 4 x 3 pixels of 0.5 x 0.25 um about its centre
		assertEquals("-1 -0.375 1 -0.375 1 0.375 -1 0.375", spot.getTextContent());
	}

	@Test
	void edgesGoForwardBetweenKnownSpots() throws IOException {
		final Element model = child(root(BoxWorld.flat()), "Model");
		final Map<String, Integer> frameOf = new HashMap<>();
		for (final Element frame : children(child(model, "AllSpots"), "SpotsInFrame")) for (final Element spot : children(frame, "Spot"))
			assertEquals(null, frameOf.put(spot.getAttribute("ID"), Integer.valueOf(spot.getAttribute("FRAME"))), "an ID is there twice");
		final List<Element> tracks = children(child(model, "AllTracks"), "Track");
		assertEquals(2, tracks.size());
		final Set<String> visible = new HashSet<>();
		for (final Element id : children(child(model, "FilteredTracks"), "TrackID")) visible.add(id.getAttribute("TRACK_ID"));
		for (final Element track : tracks) {
			assertTrue(visible.contains(track.getAttribute("TRACK_ID")), "track shown");
			assertEquals(6, children(track, "Edge").size());
			for (final Element edge : children(track, "Edge")) assertEquals(frameOf.get(edge.getAttribute("SPOT_TARGET_ID")), frameOf.get(edge
				.getAttribute("SPOT_SOURCE_ID")) + 1);
		}
	}

	@Test
	void divisionsAreSplitEdgesOfOneTrack() throws IOException {
		final BoxWorld world = TrackTableTest.plain().withObject(SegmentedObject.of(8).withParents(List.of(4))).withObject(SegmentedObject.of(9)
			.withParents(List.of(4))).with(8, new Box(2, 2, 0, 2, 2, 1), 0, 0, 0).with(9, new Box(6, 2, 0, 2, 2, 1), 0, 0, 0);
		final int[] before = new int[200];
		before[2 * 20 + 4] = 4;
		final Segmentation labels = new Segmentation(Shape.of(20, 10), 2, k -> k == 0 ? before : world.labels(0), world.segmentation()
			.objects(), true, Calibration.NONE, "division");
		final org.motionlayers.scene.Tracks tracks = new org.motionlayers.scene.Tracks(new int[] { 8, 9 }, 2, 2, new double[] { Double.NaN,
			Double.NaN, Double.NaN, Double.NaN, 2.5, 2.5, 6.5, 2.5 }, new boolean[4], new double[4]);
		final Path path = temp.resolve("tracks.xml");
		new TrackMateWriter().write(path, new TrackTable(world, tracks, labels, "", false, Progress.NONE), Progress.NONE);
		final Element model = child(parse(path), "Model");
		final List<Element> found = children(child(model, "AllTracks"), "Track");
		assertEquals(1, found.size());
		final String parent = children(children(child(model, "AllSpots"), "SpotsInFrame").get(0), "Spot").get(0).getAttribute("ID");
		assertEquals(2, children(found.get(0), "Edge").stream().filter(e -> e.getAttribute("SPOT_SOURCE_ID").equals(parent)).count());
	}

	@Test
	void namesTheImage() throws IOException {
		final Element data = child(root(BoxWorld.flat()), "Settings", "ImageData");
		assertEquals("image.tif", data.getAttribute("filename"));
		assertEquals("24", data.getAttribute("width"));
		assertEquals("0.25", data.getAttribute("pixelheight"));
		assertEquals("20.0", data.getAttribute("timeinterval"));
		final Element withVideo = child(parse(file(BoxWorld.flat(), true)), "Settings", "ImageData");
		assertEquals("video.tif", withVideo.getAttribute("filename"));
		assertEquals("", withVideo.getAttribute("folder"), "beside the file");
		assertEquals("7", withVideo.getAttribute("nframes"));
	}

	@Test
	void oddNamesDoNoHarm() throws IOException {
		final BoxWorld world = TrackTableTest.plain().withObject(new SegmentedObject(1, "<a & \"b\">\u0001", Double.NaN, "", List.of())).with(1,
			new Box(1, 1, 0, 2, 2, 1), 0, 0, 0);
		final Element spot = children(children(child(root(world), "Model", "AllSpots"), "SpotsInFrame").get(0), "Spot").get(0);
		assertEquals("<a & \"b\">", spot.getAttribute("name"));
	}

	@Test
	void solidsHaveARadiusAndNoOutline() throws IOException {
		final Element spot = children(children(child(root(BoxWorld.solid()), "Model", "AllSpots"), "SpotsInFrame").get(0), "Spot").get(0);
		assertFalse(spot.hasAttribute("ROI_N_POINTS"));
		assertEquals(0.5 * 3, Double.parseDouble(spot.getAttribute("POSITION_Z")), "slice 0.5 of 3 micron");
	}

	@Test
	void ourReaderFindsTheSameObjects() throws IOException {
		// hidden parts are outlined too, so the boxes must not meet
		final BoxWorld world = TrackTableTest.plain().with(1, new Box(2, 1, 0, 4, 3, 1), 1, 0, 0).with(2, new Box(12, 5, 0, 3, 4, 1), -1, 0, 0);
		final Segmentation read = new TrackMateReader().read(file(world, false), new Target(Shape.of(20, 10), 6, Calibration.NONE),
			Progress.NONE);
		for (int f = 0; f < 6; f++) {
			final int[] expected = world.labels(f - 1), actual = read.labels(f);
			final int first = actual[20 + 2 + 20 + f - 1], second = actual[6 * 20 + 13 - (f - 1)];
			assertTrue(first != 0 && second != 0 && first != second, "two objects in frame " + f);
			final int[] renamed = java.util.Arrays.stream(actual).map(l -> l == first ? 1 : l == second ? 2 : l).toArray();
			assertArrayEquals(expected, renamed, "frame " + f);
		}
	}
}
