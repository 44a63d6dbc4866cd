package org.motionlayers.io.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
