package org.motionlayers.io.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;

/** Written by hand from the OME model, https://docs.openmicroscopy.org/ome-model/6.2.2/ome-tiff/specification.html. */
class OmeXmlTest {

	private static final String NAMESPACE = "http://www.openmicroscopy.org/Schemas/OME/2016-06";

	private static OmeXml parse(final String image) {
		return OmeXml.parse(Path.of("a.ome.tif"), "<OME xmlns=\"" + NAMESPACE + "\">" + image + "</OME>");
	}

	private static OmeXml pixels(final String attributes, final String content) {
		return parse("<Image ID=\"Image:0\"><Pixels SizeX=\"7\" SizeY=\"5\" " + attributes + ">" + content + "</Pixels></Image>");
	}

	@Test
	void planesWithoutTiffDataComeInTheOrderOfDimensions() {
		final OmeXml ome = pixels("DimensionOrder=\"XYTZC\" SizeC=\"2\" SizeZ=\"3\" SizeT=\"4\"", "");
		assertEquals(3 + 4 * 2 + 12 * 1, ome.page(1, 2, 3));
	}

	/** The page is the place in a walk through the file, the axis named first going fastest. */
	@ParameterizedTest
	@ValueSource(strings = { "CZT", "CTZ", "ZCT", "ZTC", "TCZ", "TZC" })
	void planesAreFoundInEveryOrder(final String order) {
		final OmeXml ome = pixels("DimensionOrder=\"XY" + order + "\" SizeC=\"2\" SizeZ=\"3\" SizeT=\"4\"", "<TiffData/>");
		int page = 0;
		for (int slow = 0; slow < size(order.charAt(2)); slow++) for (int mid = 0; mid < size(order.charAt(1)); mid++) for (int fast = 0; fast < size(
			order.charAt(0)); fast++)
		{
			final Map<Character, Integer> at = Map.of(order.charAt(0), fast, order.charAt(1), mid, order.charAt(2), slow);
			assertEquals(page++, ome.page(at.get('C'), at.get('Z'), at.get('T')), order + " at " + at);
		}
		assertEquals(24, page);
	}

	private static int size(final char axis) {
		return axis == 'C' ? 2 : axis == 'Z' ? 3 : 4;
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00b5m", "\u03bcm", "&#181;m", "&#x3bc;m", "\u00c2\u00b5m", "\u00ce\u00bcm", "?m", "\ufffdm", "um", "micron", "microns",
		"micrometer", "Micrometre", "\\u00B5m" })
	void micrometresAreKnownInEverySpelling(final String unit) {
		final Calibration calibration = pixels("SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\" PhysicalSizeX=\"0.5\" PhysicalSizeXUnit=\"" + unit +
			"\" PhysicalSizeY=\"500\" PhysicalSizeYUnit=\"nm\" PhysicalSizeZ=\"20000\" PhysicalSizeZUnit=\"\u212b\"", "").calibration();
		assertEquals("\u00b5m", calibration.unit());
		assertEquals(0.5, calibration.pixelWidth());
		assertEquals(0.5, calibration.pixelHeight(), 1e-12, "500 nm");
		assertEquals(2, calibration.pixelDepth(), 1e-12, "20,000 angstroms");
	}

	@Test
	void micrometresAreMeantWhereNoUnitIsGiven() {
		assertEquals("\u00b5m", pixels("SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\" PhysicalSizeX=\"0.5\"", "").calibration().unit());
		assertEquals(Calibration.NONE, pixels("SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"", "").calibration());
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '#', value = { "TimeIncrementUnit='ms', ms", "TimeIncrementUnit='min', min", "TimeIncrementUnit='h', h", "TimeIncrementUnit='d', d",
		"TimeIncrementUnit='\u03bcs', \u00b5s", "TimeIncrementUnit='s', sec", "##, sec" })
	void framesAreTimedInTheirUnit(final String attribute, final String unit) {
		final Calibration calibration = pixels("SizeC=\"1\" SizeZ=\"1\" SizeT=\"2\" TimeIncrement=\"2.5\" " + attribute.replace('\'', '"'), "")
			.calibration();
		assertEquals(2.5, calibration.frameInterval());
		assertEquals(unit, calibration.timeUnit());
	}

	@Test
	void tiffDataMayNameEveryPlane() {
		final OmeXml ome = pixels("DimensionOrder=\"XYCZT\" SizeC=\"1\" SizeZ=\"1\" SizeT=\"3\"",
			"<TiffData FirstT=\"0\" IFD=\"2\" PlaneCount=\"1\"/><TiffData FirstT=\"1\" IFD=\"0\"/><TiffData FirstT=\"2\" IFD=\"1\"/>");
		assertEquals(2, ome.page(0, 0, 0));
		assertEquals(0, ome.page(0, 0, 1));
		assertEquals(1, ome.page(0, 0, 2));
	}

	@Test
	void aRunOfPlanesGoesOnInTheOrderOfDimensions() {
		final OmeXml ome = pixels("DimensionOrder=\"XYZTC\" SizeC=\"2\" SizeZ=\"2\" SizeT=\"2\"",
			"<TiffData FirstC=\"1\" IFD=\"0\" PlaneCount=\"4\"/><TiffData FirstC=\"0\" IFD=\"10\" PlaneCount=\"4\"/>");
		assertEquals(3, ome.page(1, 1, 1));
		assertEquals(11, ome.page(0, 1, 0));
	}

	@Test
	void missingPlanesAreTold() {
		assertEquals(-1, pixels("DimensionOrder=\"XYCZT\" SizeC=\"1\" SizeZ=\"1\" SizeT=\"2\"", "<TiffData IFD=\"0\"/>").page(0, 0, 1));
	}

	@Test
	void colourSamplesAreOneChannel() {
		assertEquals(1, pixels("DimensionOrder=\"XYCZT\" SizeC=\"3\" SizeZ=\"1\" SizeT=\"1\"", "<Channel SamplesPerPixel=\"3\"/>").channels());
	}

	@Test
	void setsOfFilesAreRefused() {
		final String message = assertThrows(InputException.class, () -> pixels("SizeC=\"1\" SizeZ=\"1\" SizeT=\"2\"",
			"<TiffData IFD=\"0\"><UUID FileName=\"a.tif\">urn:uuid:1</UUID></TiffData>" +
				"<TiffData FirstT=\"1\" IFD=\"0\"><UUID FileName=\"b.tif\">urn:uuid:2</UUID></TiffData>")).getMessage();
		assertTrue(message.contains("set of 2 files") && message.contains("Bio-Formats"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<Image><Pixels", "", "<Image/>", "<Image><Pixels SizeC=\"0\" SizeZ=\"1\" SizeT=\"1\"/></Image>",
		"<Image><Pixels SizeC=\"99999\" SizeZ=\"99999\" SizeT=\"99999\"/></Image>", "<Image><Pixels SizeC=\"x\" SizeZ=\"1\" SizeT=\"1\"/></Image>" })
	void damagedDescriptionsAreRefusedInOneLine(final String image) {
		final String message = assertThrows(InputException.class, () -> parse(image)).getMessage();
		assertTrue(message.startsWith("a.ome.tif: ") && !message.contains("\n"), message);
	}

	@Test
	void aDoctypeIsRefused() {
		final String attack = "<!DOCTYPE OME [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><OME xmlns=\"" + NAMESPACE + "\">&x;</OME>";
		final String message = assertThrows(InputException.class, () -> OmeXml.parse(Path.of("a.tif"), attack)).getMessage();
		assertTrue(message.contains("DOCTYPE"), message);
	}

	@Test
	void knowsItsOwn() {
		assertTrue(OmeXml.isOme("<?xml version=\"1.0\"?><OME xmlns=\"" + NAMESPACE + "\"/>"));
		assertEquals(false, OmeXml.isOme("ImageJ=1.54p"));
		assertEquals(false, OmeXml.isOme(null));
	}
}
