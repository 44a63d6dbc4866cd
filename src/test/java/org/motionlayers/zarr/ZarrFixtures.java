package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The OME-Zarr that scripts/make_zarr_fixtures.py wrote, unpacked for tests that may spoil it. */
public final class ZarrFixtures {

	private static final Path ARCHIVE = Path.of("src/test/resources/zarr/fixtures.zip");

	private ZarrFixtures() {}

	/** Unpacks one of them into a folder; @return its own folder */
	public static Path unpack(final String name, final Path folder) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ARCHIVE))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (!entry.getName().startsWith(name + "/")) continue;
				final Path file = folder.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.write(file, zip.readAllBytes());
			}
		}
		return folder.resolve(name);
	}

	/** Replaces text in a file of metadata; the text must be there. */
	public static void edit(final Path file, final String from, final String to) throws IOException {
		final String text = Files.readString(file, StandardCharsets.UTF_8);
		if (!text.contains(from)) throw new IllegalStateException(file + " holds no " + from + ": " + text);
		Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
	}

	/** @return x + 7 y + 40 c + 3 z + 50 t, the value of the fixtures with five axes */
	public static double pattern(final int x, final int y, final int z, final int c, final int t) {
		return x + 7 * y + 40 * c + 3 * z + 50 * t;
	}

	/** @return the value of the fixtures of 96 x 80 pixels */
	static double smooth(final int x, final int y) {
		return x / 4 + 2 * (y / 4);
	}
}
