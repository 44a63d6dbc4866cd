package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.motionlayers.scene.InputException;

/** A folder that holds a Zarr hierarchy: the only place that its metadata may name files in. */
public final class ZarrFolder {

	/** Version 2's files of metadata. */
	static final String ATTRIBUTES = ".zattrs", GROUP = ".zgroup", ARRAY = ".zarray";
	/** Version 3's file of metadata. */
	static final String NODE = "zarr.json";

	/** Metadata of a whole plate is some megabytes. */
	private static final long LARGEST_METADATA = 16L << 20;

	private final Path path;
	private final Path real;

	/**
	 * @param path an existing folder; may be a link itself
	 * @throws IOException where it cannot be reached
	 */
	ZarrFolder(final Path path) throws IOException {
		this.path = path;
		this.real = path.toRealPath();
	}

	/** @return whether a folder has metadata of Zarr, of either version */
	public static boolean isZarr(final Path folder) {
		return Files.isDirectory(folder) && (Files.isRegularFile(folder.resolve(NODE)) || Files.isRegularFile(folder.resolve(ATTRIBUTES)) ||
			Files.isRegularFile(folder.resolve(GROUP)) || Files.isRegularFile(folder.resolve(ARRAY)));
	}

	/** @return the folder as the user named it */
	public Path path() {
		return path;
	}

	/**
	 * Finds a file or folder inside.
	 *
	 * @param relative its path as metadata gives it, "/" between folders
	 * @return where it is, or empty where there is nothing of that name
	 * @throws InputException where it would lie outside, by its path or by a link
	 */
	Optional<Path> find(final String relative) throws IOException {
		try {
			return Optional.of(inside(relative, real.resolve(relative)));
		}
		catch (final InvalidPathException exc) {
			throw refuse("'" + relative + "' is no name of a file");
		}
		catch (final NoSuchFileException exc) {
			return Optional.empty();
		}
	}

	private Path inside(final String relative, final Path found) throws IOException {
		if (!found.normalize().startsWith(real)) throw outside(relative);
		final Path target = found.toRealPath();
		if (!target.startsWith(real)) throw outside(relative);
		return target;
	}

	private InputException outside(final String relative) {
		return refuse("'" + relative + "' leads out of the folder; metadata and links may only name what is inside");
	}

	/** @return a folder inside, with the same wall around it as any folder */
	Optional<ZarrFolder> folder(final String relative) throws IOException {
		final Optional<Path> found = find(relative);
		if (found.isEmpty() || !Files.isDirectory(found.get())) return Optional.empty();
		return Optional.of(new ZarrFolder(path.resolve(relative)));
	}

	/** @return the bytes of a file inside, or empty where there is none */
	Optional<byte[]> bytes(final String relative) throws IOException {
		final Optional<Path> found = find(relative);
		return found.isEmpty() || !Files.isRegularFile(found.get()) ? Optional.empty() : Optional.of(Files.readAllBytes(found.get()));
	}

	/** @return the JSON object in a file inside, or empty where there is no such file */
	Optional<Meta> json(final String relative) throws IOException {
		final Optional<Path> found = find(relative);
		if (found.isEmpty() || !Files.isRegularFile(found.get())) return Optional.empty();
		if (Files.size(found.get()) > LARGEST_METADATA) throw refuse(relative + " has " + Files.size(found.get()) +
			" bytes; metadata of up to " + LARGEST_METADATA + " is read");
		try {
			final JsonElement root = JsonParser.parseString(Files.readString(found.get(), StandardCharsets.UTF_8));
			if (!root.isJsonObject()) throw refuse(relative + " holds no JSON object");
			return Optional.of(new Meta(this, relative, root.getAsJsonObject()));
		}
		catch (final JsonParseException | IllegalStateException | java.nio.charset.CharacterCodingException | StackOverflowError exc) {
			throw new InputException(path + ": " + relative + " is damaged JSON.", exc);
		}
	}

	/** @return what to throw: one line with the folder and the complaint */
	InputException refuse(final String complaint) {
		return new InputException(path + ": " + complaint + ".");
	}
}
