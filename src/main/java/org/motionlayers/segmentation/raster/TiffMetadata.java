package org.motionlayers.segmentation.raster;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.motionlayers.scene.Calibration;

/**
 * What ImageJ or OME-TIFF wrote into the image description of a TIFF file.
 *
 * @param images number of planes that ImageJ says there are, 1 where it says nothing
 * @param layout what the planes are
 * @param calibration pixel size and interval
 */
record TiffMetadata(int images, Layout layout, Calibration calibration) {

	private static final Pattern PIXELS = Pattern.compile("<(?:\\w+:)?Pixels\\s([^>]*)>");
	private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");
	/** Field 296 of TIFF. */
	private static final int INCH = 2;
	private static final int CENTIMETRE = 3;
	/** ImageJ and others write 72 dots per inch where nothing is known. */
	private static final double SCREEN_DPI = 72;

	/** @return what the first directory of a file says */
	static TiffMetadata of(final Ifd ifd) {
		final String description = ifd.text(Ifd.IMAGE_DESCRIPTION);
		final Matcher ome = PIXELS.matcher(description);
		if (description.startsWith("ImageJ=")) return imageJ(ifd, lines(description));
		if (description.contains("<OME") && ome.find()) return ome(attributes(ome.group(1)));
		return new TiffMetadata(1, Layout.unknown(1), calibration(ifd, Map.of()));
	}

	private static TiffMetadata imageJ(final Ifd ifd, final Map<String, String> of) {
		final int images = count(of, "images");
		final Layout layout = new Layout(count(of, "channels"), count(of, "slices"), count(of, "frames"), false, true);
		// A stack that nobody gave dimensions to opens as slices.
		final boolean plain = layout.planes() == 1 && images > 1;
		return new TiffMetadata(images, plain ? Layout.unknown(images) : layout, calibration(ifd, of));
	}

	private static TiffMetadata ome(final Map<String, String> of) {
		final String order = of.getOrDefault("DimensionOrder", "XYZCT");
		final Layout layout = new Layout(count(of, "SizeC"), count(of, "SizeZ"), count(of, "SizeT"), order.indexOf('T') < order.indexOf('Z'),
			true);
		final String unit = of.getOrDefault("PhysicalSizeXUnit", "µm");
		final double x = number(of, "PhysicalSizeX", Double.NaN);
		final boolean known = x > 0;
		final Calibration calibration = new Calibration(known ? x : 1, known ? number(of, "PhysicalSizeY", x) : 1, known ? number(of,
			"PhysicalSizeZ", 1) : 1, known ? unit : Calibration.NONE.unit(), number(of, "TimeIncrement", 1), of.containsKey("TimeIncrement") ? of
				.getOrDefault("TimeIncrementUnit", "s") : Calibration.NONE.timeUnit());
		return new TiffMetadata(1, layout, calibration);
	}

	private static Calibration calibration(final Ifd ifd, final Map<String, String> of) {
		final double x = ifd.rational(Ifd.X_RESOLUTION), y = ifd.rational(Ifd.Y_RESOLUTION);
		final long code = ifd.integer(Ifd.RESOLUTION_UNIT, INCH);
		String unit = of.getOrDefault("unit", "").replace("\\u00B5", "µ");
		if (unit.isEmpty()) unit = code == CENTIMETRE ? "cm" : code == INCH && x != SCREEN_DPI ? "inch" : "";
		final boolean known = !unit.isEmpty() && x > 0 && y > 0 && Double.isFinite(1 / x) && Double.isFinite(1 / y);
		final double interval = number(of, "finterval", 0);
		return new Calibration(known ? 1 / x : 1, known ? 1 / y : 1, number(of, "spacing", 1), known ? unit : Calibration.NONE.unit(), interval > 0
			? interval : 1, interval > 0 ? of.getOrDefault("tunit", "sec") : Calibration.NONE.timeUnit());
	}

	private static Map<String, String> lines(final String description) {
		final Map<String, String> values = new HashMap<>();
		description.lines().map(line -> line.split("=", 2)).filter(pair -> pair.length == 2).forEach(pair -> values.put(pair[0].trim(), pair[1]
			.trim()));
		return values;
	}

	private static Map<String, String> attributes(final String tag) {
		final Map<String, String> values = new HashMap<>();
		for (final Matcher m = ATTRIBUTE.matcher(tag); m.find();) values.put(m.group(1), m.group(2));
		return values;
	}

	private static int count(final Map<String, String> values, final String key) {
		return (int) Math.max(1, Math.min(Integer.MAX_VALUE, number(values, key, 1)));
	}

	private static double number(final Map<String, String> values, final String key, final double missing) {
		try {
			return values.containsKey(key) ? Double.parseDouble(values.get(key)) : missing;
		}
		catch (final NumberFormatException e) {
			// Free text in a field that anybody may write: as good as nothing.
			return missing;
		}
	}
}
