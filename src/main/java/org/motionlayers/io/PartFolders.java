package org.motionlayers.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.motionlayers.scene.InputException;
import org.motionlayers.zarr.OmeBlocks;

/**
 * Where the parts of a prediction lie that is made by many: in a {@link WorkFolder}, each part in a folder of results of its own, so that
 * none is written by two and each appears whole. {@link #join} puts them together.
 *
 * @param output where the whole goes
 */
public record PartFolders(Path output) {

	private static final Pattern RANGE = Pattern.compile("frames-(\\d+)-(\\d+)");

	/** @return the folder of all that is written once: tables, picture and record */
	public Path begin() {
		return WorkFolder.of(output).resolve("begin");
	}

	/** @return the file of the motion that all parts composite */
	public Path motion() {
		return WorkFolder.of(output).resolve("motion.bin");
	}

	/** @return the folder of some frames, counted from 1 */
	public Path frames(final int first, final int last) {
		return WorkFolder.of(output).resolve(String.format(Locale.ROOT, "frames-%06d-%06d", first, last));
	}

	/**
	 * Puts the parts together and in their place; what was interrupted can be begun again.
	 *
	 * @param frames how many there have to be
	 * @throws IOException where files cannot be read or moved
	 * @throws InputException where parts are missing
	 */
	public void join(final int frames) throws IOException {
		final List<Path> parts = parts(frames);
		final List<Path> stacks;
		try (Stream<Path> files = Files.list(parts.get(0))) {
			stacks = files.filter(Files::isDirectory).map(Path::getFileName).sorted().toList();
		}
		for (final Path stack : stacks) OmeBlocks.join(parts.stream().map(part -> part.resolve(stack)).toList(), begin().resolve(stack));
		OutputFolder.adopt(begin(), output);
		WorkFolder.remove(WorkFolder.of(output));
	}

	private List<Path> parts(final int frames) throws IOException {
		final List<Path> parts;
		try (Stream<Path> files = Files.list(WorkFolder.of(output))) {
			parts = files.filter(file -> RANGE.matcher(file.getFileName().toString()).matches() && RunRecord.isIn(file)).sorted().toList();
		}
		int next = 1;
		for (final Path part : parts) {
			final Matcher range = RANGE.matcher(part.getFileName().toString());
			if (range.matches() && Integer.parseInt(range.group(1)) == next) next = Integer.parseInt(range.group(2)) + 1;
		}
		if (next != frames + 1) throw new InputException("output=" + output + ": the parts in " + WorkFolder.of(output) + " are not those of " +
			frames + " frames, frame " + next + " being the first that is not as expected; remove that folder to begin anew.");
		return parts;
	}
}
