package org.motionlayers.io.image;

import java.util.Locale;
import java.util.Set;

/** What an image is called. */
final class Titles {

	private static final Set<String> ENDINGS = Set.of("tif", "tiff", "png", "jpg", "jpeg", "avi", "gif", "bmp", "pgm", "zip", "zarr", "ome");

	private Titles() {}

	/** @return a file name without the ending of an image format, "a.ome.tif" being "a" */
	static String withoutEnding(final String name) {
		final int dot = name.lastIndexOf('.');
		if (dot <= 0 || !ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) return name;
		return withoutEnding(name.substring(0, dot));
	}
}
