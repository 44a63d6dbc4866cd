package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Puts together images of which {@link OmeWriter} wrote some frames each: the result is byte by byte what it would have written at once.
 * Chunks are moved, not copied; what was interrupted can be begun again.
 */
public final class OmeBlocks {

	private static final String LABEL = "image-label", COLOURS = "colors", VALUE = "label-value";

	private OmeBlocks() {}

	/**
	 * Moves all chunks of some images into one.
	 *
	 * @param parts folders of the images; their metadata stays there
	 * @param whole folder of the result; made where it is not there
	 * @throws IOException where a file cannot be read or moved
	 */
	public static void join(final List<Path> parts, final Path whole) throws IOException {
		for (final Path part : parts) move(part, whole);
		join(parts, whole, "");
	}

	/** Frames are folders; what lies above them is metadata and is copied. */
	private static void move(final Path from, final Path to) throws IOException {
		Files.createDirectories(to);
		for (final Path file : list(from)) {
			final Path target = to.resolve(file.getFileName());
			if (Files.isDirectory(file) && !isArray(from)) move(file, target);
			else if (Files.isDirectory(file)) Files.move(file, target);
			else if (!Files.exists(target)) Files.copy(file, target);
		}
	}

	private static boolean isArray(final Path folder) {
		return Files.exists(folder.resolve(ZarrFolder.ARRAY));
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/** Colours of labels are those of the labels of all parts. */
	private static void join(final List<Path> parts, final Path whole, final String relative) throws IOException {
		final Path attributes = whole.resolve(relative).resolve(ZarrFolder.ATTRIBUTES);
		if (Files.exists(attributes) && json(attributes).has(LABEL)) {
			final TreeSet<Integer> labels = new TreeSet<>();
			for (final Path part : parts) for (final JsonElement colour : json(part.resolve(relative).resolve(ZarrFolder.ATTRIBUTES)).getAsJsonObject(
				LABEL).getAsJsonArray(COLOURS)) labels.add(colour.getAsJsonObject().get(VALUE).getAsInt());
			final JsonObject all = json(attributes);
			OmeMetadata.colours(all, labels.stream().mapToInt(Integer::intValue).toArray());
			Files.writeString(attributes, OmeMetadata.text(all));
		}
		for (final Path folder : list(whole.resolve(relative))) if (Files.isDirectory(folder) && !isArray(folder)) join(parts, whole, relative.isEmpty()
			? folder.getFileName().toString() : relative + "/" + folder.getFileName());
	}

	private static JsonObject json(final Path file) throws IOException {
		return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
	}
}
