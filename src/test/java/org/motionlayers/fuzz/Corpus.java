package org.motionlayers.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Where the bytes of an input go, and inputs to begin with. An input is a byte that says which file of which folder it replaces, and the
 * content of that file; all other files of the folder are as they should be.
 */
final class Corpus {

	/**
	 * A place for an input.
	 *
	 * @param files of the folder by their path within it, the replaced one among them
	 * @param replaced whose content is the input
	 * @param entry what is handed to the reader; empty for the folder itself
	 */
	record Slot(Map<String, byte[]> files, String replaced, String entry) {}

	private static final Path RESOURCES = Path.of("src/test/resources");

	private final List<Slot> slots = new ArrayList<>();
	private final List<byte[]> seeds = new ArrayList<>();

	/** @return a file below src/test/resources */
	static Path resource(final String name) {
		return RESOURCES.resolve(name);
	}

	/** @return files below src/test/resources with one of the endings, up to so many bytes each, those in folders below not among them */
	static List<byte[]> resources(final String folder, final long most, final String... endings) {
		try (Stream<Path> files = Files.list(resource(folder))) {
			final List<byte[]> found = new ArrayList<>();
			for (final Path file : files.sorted().toList())
				if (Arrays.stream(endings).anyMatch(file.toString()::endsWith) && Files.size(file) <= most) found.add(Files.readAllBytes(file));
			return found;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Adds a format of one file. */
	Corpus file(final String name, final List<byte[]> contents) {
		for (final byte[] content : contents) seeds.add(input(slots.size(), content));
		slots.add(new Slot(Map.of(name, new byte[0]), name, name));
		return this;
	}

	/** Adds a format of one file. */
	Corpus file(final String name, final byte[]... contents) {
		return file(name, List.of(contents));
	}

	/** Adds a folder, each of whose files an input may replace. */
	Corpus folder(final String entry, final Map<String, byte[]> files) {
		files.forEach((name, content) -> {
			seeds.add(input(slots.size(), content));
			slots.add(new Slot(files, name, entry));
		});
		return this;
	}

	/** @return the files of a folder below src/test/resources */
	static Map<String, byte[]> files(final String folder, final String... names) throws IOException {
		final Map<String, byte[]> files = new TreeMap<>();
		for (final String name : names) files.put(name, Files.readAllBytes(resource(folder).resolve(name)));
		return files;
	}

	/** @return the files of a folder in a zip below src/test/resources */
	static Map<String, byte[]> zipped(final String zip, final String folder) throws IOException {
		final Map<String, byte[]> files = new TreeMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(resource(zip))))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
				if (entry.getName().startsWith(folder + "/")) files.put(entry.getName().substring(folder.length() + 1), in.readAllBytes());
		}
		if (files.isEmpty()) throw new IllegalStateException(zip + " holds no " + folder);
		return files;
	}

	private static byte[] input(final int slot, final byte[] content) {
		if (slot > 0xff) throw new IllegalStateException("A byte tells 256 places.");
		final byte[] input = new byte[content.length + 1];
		input[0] = (byte) slot;
		System.arraycopy(content, 0, input, 1, content.length);
		return input;
	}

	/** @return the place of an input that is not empty */
	Slot slot(final byte[] input) {
		return slots.get((input[0] & 0xff) % slots.size());
	}

	/** @return inputs to begin with */
	List<byte[]> seeds() {
		return seeds;
	}
}
