package org.motionlayers.segmentation.coco;

import java.io.IOException;
import java.util.Comparator;
import java.util.regex.Pattern;

import org.motionlayers.segmentation.document.JsonInput;

/** One image as the file lists it. */
final class CocoImage {

	private static final Pattern DIGITS = Pattern.compile("\\d+");
	/** Digits of the largest number of 64 bit. */
	private static final int LONGEST = 19;

	String id = "";
	String name = "";
	/** 0 where unknown. */
	int width;
	/** 0 where unknown. */
	int height;

	/**
	 * Reads an image's entry.
	 *
	 * @param in at its object
	 * @throws IOException where reading fails
	 */
	static CocoImage read(final JsonInput in) throws IOException {
		final CocoImage image = new CocoImage();
		in.object(field -> {
			switch (field) {
				case "id", "image_id" -> image.id = in.text();
				case "file_name" -> image.name = in.text();
				case "width" -> image.width = in.integer();
				case "height" -> image.height = in.integer();
				default -> in.skip();
			}
		});
		return image;
	}

	/** Order in time: by file name with numbers in it read as numbers, then by id in the same way. */
	static final Comparator<CocoImage> IN_TIME = Comparator.comparing((CocoImage image) -> natural(image.name)).thenComparing(image -> natural(
		image.id));

	private static String natural(final String text) {
		return DIGITS.matcher(text).replaceAll(m -> "0".repeat(Math.max(0, LONGEST - m.group().length())) + m.group());
	}
}
