package org.motionlayers.io.image;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the description of an OME-TIFF says of its first image: which page holds which channel, slice and time, and what pixels measure
 * (OME model 2016-06; older models alike, since only these names are looked at).
 *
 * Read by ourselves and not by the library ome-xml: pom-scijava 45 manages 6.5.3, with ome-common 6.2.1, and Maven Central has none newer
 * than 6.5.1, which would be a second version in a Fiji. That one brings 29 more jars, most of them through ome-common 6.1.1, among them
 * second versions of guava, jackson, kryo and httpclient. In a Fiji, Bio-Formats reads OME-TIFF; this is for where there is none.
 */
final class OmeXml {

	private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

	private static final int MOST_PLANES = 1 << 26;

	private static final String DEFAULT_ORDER = "XYCZT";

	/** Metres in the units of length that the model knows and microscopes use. */
	private static final Map<String, Double> METRES = Map.of("m", 1.0, "cm", 1e-2, "mm", 1e-3, "\u00b5m", 1e-6, "nm", 1e-9, "pm", 1e-12,
		"\u00c5", 1e-10, "in", 0.0254);

	private static final String DEFAULT_LENGTH = "\u00b5m";

	private final int channels;
	private final int samples;
	private final int slices;
	private final int frames;
	private final int images;
	private final int[] pages;
	private final Calibration calibration;

	private OmeXml(final Path path, final Element root) {
		final List<Element> all = children(root, "Image");
		final Element pixels = all.isEmpty() ? null : child(all.get(0), "Pixels");
		if (pixels == null) throw new InputException(path + ": the OME description of this TIFF has no image in it.");
		images = all.size();
		samples = samplesPerPixel(pixels);
		channels = Math.max(1, size(path, pixels, "SizeC") / samples);
		slices = size(path, pixels, "SizeZ");
		frames = size(path, pixels, "SizeT");
		if ((double) channels * slices * frames > MOST_PLANES) throw new InputException(path + ": the OME description of this TIFF says " +
			channels + " channels, " + slices + " slices, " + frames + " frames; at most " + MOST_PLANES + " planes are accepted.");
		calibration = calibration(pixels);
		pages = pages(path, pixels);
	}

	/** @return whether a TIFF's description is OME's */
	static boolean isOme(final String description) {
		return description != null && description.contains("<OME") && description.contains("openmicroscopy.org/");
	}

	/**
	 * Reads a description.
	 *
	 * @throws InputException where it is not well-formed, or speaks of other files
	 */
	static OmeXml parse(final Path path, final String description) {
		try {
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature(NO_DOCTYPE, true);
			factory.setNamespaceAware(true);
			final javax.xml.parsers.DocumentBuilder builder = factory.newDocumentBuilder();
			// else the parser writes to standard error what we tell anyway
			builder.setErrorHandler(null);
			return new OmeXml(path, builder.parse(new InputSource(new StringReader(description.trim()))).getDocumentElement());
		}
		catch (final SAXException | IOException exc) {
			throw new InputException(path + ": the OME description of this TIFF cannot be read (" + exc.getMessage() + ").", exc);
		}
		catch (final ParserConfigurationException exc) {
			throw new IllegalStateException("Every Java can refuse a DOCTYPE.", exc);
		}
	}

	private static List<Element> children(final Element parent, final String name) {
		final List<Element> found = new ArrayList<>();
		final NodeList nodes = parent.getChildNodes();
		for (int i = 0; i < nodes.getLength(); i++) if (nodes.item(i) instanceof Element element && name.equals(element.getLocalName())) found
			.add(element);
		return found;
	}

	private static Element child(final Element parent, final String name) {
		return children(parent, name).stream().findFirst().orElse(null);
	}

	private static int size(final Path path, final Element pixels, final String name) {
		final int size = number(pixels, name, 0);
		if (size < 1) throw new InputException(path + ": the OME description of this TIFF says " + name + "=\"" + pixels.getAttribute(name) +
			"\"; a number of at least 1 is needed.");
		return size;
	}

	private static int number(final Element element, final String name, final int otherwise) {
		final String text = element.getAttribute(name).trim();
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
	}

	private static int samplesPerPixel(final Element pixels) {
		final Element channel = child(pixels, "Channel");
		return channel == null ? 1 : Math.max(1, number(channel, "SamplesPerPixel", 1));
	}

	private static Calibration calibration(final Element pixels) {
		final String unit = unit(pixels, "PhysicalSizeXUnit", DEFAULT_LENGTH);
		final boolean spatial = decimal(pixels, "PhysicalSizeX") > 0;
		final boolean temporal = decimal(pixels, "TimeIncrement") > 0;
		final String time = unit(pixels, "TimeIncrementUnit", "s");
		return new Calibration(length(pixels, "PhysicalSizeX", unit), length(pixels, "PhysicalSizeY", unit), length(pixels, "PhysicalSizeZ",
			unit), spatial ? unit : Calibration.NONE.unit(), temporal ? decimal(pixels, "TimeIncrement") : 1, !temporal ? Calibration.NONE
				.timeUnit() : time.equals("s") ? "sec" : time);
	}

	private static String unit(final Element pixels, final String name, final String otherwise) {
		final String unit = Units.of(pixels.getAttribute(name));
		return unit.isEmpty() ? otherwise : unit;
	}

	private static double length(final Element pixels, final String name, final String unit) {
		final double value = decimal(pixels, name);
		if (!(value > 0)) return 1;
		final double from = METRES.getOrDefault(unit(pixels, name + "Unit", DEFAULT_LENGTH), 0.0), to = METRES.getOrDefault(unit, 0.0);
		return from > 0 && to > 0 && from != to ? value * from / to : value;
	}

	private static double decimal(final Element element, final String name) {
		try {
			return Double.parseDouble(element.getAttribute(name));
		}
		catch (final NumberFormatException exc) {
			return Double.NaN;
		}
	}

	/** @return the page of every plane, in the order channel, slice, time; -1 where there is none */
	private int[] pages(final Path path, final Element pixels) {
		final int[] found = new int[channels * slices * frames];
		java.util.Arrays.fill(found, -1);
		final String order = pixels.getAttribute("DimensionOrder").isEmpty() ? DEFAULT_ORDER : pixels.getAttribute("DimensionOrder").toUpperCase(
			Locale.ROOT);
		final List<Element> data = children(pixels, "TiffData");
		requireOneFile(path, data);
		int next = 0;
		for (final Element entry : data) {
			final int page = number(entry, "IFD", next);
			final int count = number(entry, "PlaneCount", entry.hasAttribute("IFD") ? 1 : found.length);
			final int first = rank(order, number(entry, "FirstC", 0) / samples, number(entry, "FirstZ", 0), number(entry, "FirstT", 0));
			for (int i = 0; i < count && first + i < found.length; i++) found[plane(order, first + i)] = page + i;
			next = page + count;
		}
		if (data.isEmpty()) for (int i = 0; i < found.length; i++) found[plane(order, i)] = i;
		return found;
	}

	private static void requireOneFile(final Path path, final List<Element> data) {
		final Set<String> files = new HashSet<>();
		for (final Element entry : data) for (final Element uuid : children(entry, "UUID")) files.add(uuid.getAttribute("FileName"));
		if (files.size() > 1) throw new InputException(path + ": this OME-TIFF is one of a set of " + files.size() +
			" files; install Bio-Formats (it is part of Fiji) to open the set, or save it as one file.");
	}

	/** @return the place of a plane in the order of the file */
	private int rank(final String order, final int c, final int z, final int t) {
		int rank = 0, stride = 1;
		for (final char axis : order.substring(2).toCharArray()) {
			rank += stride * (axis == 'C' ? c : axis == 'Z' ? z : t);
			stride *= axis == 'C' ? channels : axis == 'Z' ? slices : frames;
		}
		return rank;
	}

	/** @return the index of the plane at a place in the order of the file */
	private int plane(final String order, final int rank) {
		int rest = rank, c = 0, z = 0, t = 0;
		for (final char axis : order.substring(2).toCharArray()) {
			final int size = axis == 'C' ? channels : axis == 'Z' ? slices : frames;
			if (axis == 'C') c = rest % size;
			else if (axis == 'Z') z = rest % size;
			else t = rest % size;
			rest /= size;
		}
		return index(c, z, t);
	}

	private int index(final int c, final int z, final int t) {
		return (t * slices + z) * channels + c;
	}

	/** @return number of channels; samples of one colour pixel count as one */
	int channels() {
		return channels;
	}

	/** @return number of slices */
	int slices() {
		return slices;
	}

	/** @return number of frames */
	int frames() {
		return frames;
	}

	/** @return number of images in the file, of which this is the first */
	int images() {
		return images;
	}

	/** @return what pixels and frames measure */
	Calibration calibration() {
		return calibration;
	}

	/** @return the page of a plane from 0, each coordinate from 0; -1 where the file has none */
	int page(final int c, final int z, final int t) {
		return pages[index(c, z, t)];
	}
}
