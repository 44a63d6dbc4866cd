package org.motionlayers.segmentation;

import java.nio.file.Path;

/** The label files that scripts/make_segmentation_fixtures.py writes, and the rule that they follow. */
public final class Fixtures {

	private static final Path FOLDER = Path.of("src/test/resources/segmentation");
	private static final int[] U1 = { 0, 1, 0, 1, 1 };
	private static final int[] U4 = { 0, 1, 7, 12, 15 };
	private static final int[] U8 = { 0, 1, 7, 200, 254 };
	private static final int[] U16 = { 0, 1, 300, 40000, 65535 };
	private static final int[] U32 = { 0, 1, 16777217, 2000000011, 2147483647 };
	private static final int[] F32 = { 0, 1, 300, 40000, 16777216 };

	private Fixtures() {}

	/** @return a file */
	public static Path file(final String name) {
		return FOLDER.resolve(name);
	}

	/** @return one plane of labels as the rule has it; the kind is what the file's name begins with */
	public static int[] plane(final String kind, final int t, final int z, final int width, final int height) {
		final int[] ids = switch (kind) {
			case "u1" -> U1;
			case "u4" -> U4;
			case "u8" -> U8;
			case "u16" -> U16;
			case "f32" -> F32;
			default -> U32;
		};
		final int[] labels = new int[width * height];
		for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) labels[y * width + x] = ids[(x / 3 + y / 3 + z + t) % ids.length];
		return labels;
	}
}
