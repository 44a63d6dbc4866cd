package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.segmentation.link.Regions;

/**
 * The tracks of a Cell Tracking Challenge folder: lines "L B E P" of man_track.txt or res_track.txt. L is the label, B and E its first and
 * last frame from 0, both included, P the label that it divided from or 0.
 */
final class TrackTable {

	private static final List<String> NAMES = List.of("man_track.txt", "res_track.txt");
	private static final int COLUMNS = 4;

	private record Track(int label, int begin, int end, int parent) {}

	private final Path file;
	private final SortedMap<Integer, Track> tracks = new TreeMap<>();

	private TrackTable(final Path file) throws IOException {
		this.file = file;
		int number = 0;
		for (final String line : lines(file)) {
			number++;
			if (line.isBlank()) continue;
			final Track track = parse(line.trim().split("[\\s,;]+"), number);
			if (tracks.put(track.label, track) != null) throw refused(number, "label " + track.label + " for the second time");
		}
		for (final Track track : tracks.values())
			if (track.parent != 0 && !tracks.containsKey(track.parent)) throw new InputException("Tracks '" + file + "': label " + track.label +
				" has parent " + track.parent + ", of which there is no line.");
	}

	private static List<String> lines(final Path file) throws IOException {
		try {
			return Files.readAllLines(file);
		}
		catch (final MalformedInputException e) {
			throw new InputException("Tracks '" + file + "' are no text; four whole numbers a line are expected: label, first frame, last frame, parent.",
				e);
		}
	}

	private Track parse(final String[] words, final int number) {
		final int[] values = new int[COLUMNS];
		if (words.length < COLUMNS) throw refused(number, words.length + " values");
		for (int i = 0; i < COLUMNS; i++) values[i] = wholeNumber(words[i], number);
		if (values[0] == 0 || values[2] < values[1] || values[3] == values[0]) throw refused(number, "\"" + String.join(" ", words) + "\"");
		return new Track(values[0], values[1], values[2], values[3]);
	}

	/** Some programs write the numbers as decimals. */
	private int wholeNumber(final String word, final int number) {
		try {
			final double value = Double.parseDouble(word);
			if (value != (int) value || value < 0) throw refused(number, "\"" + word + "\"");
			return (int) value;
		}
		catch (final NumberFormatException e) {
			throw refused(number, "\"" + word + "\"");
		}
	}

	private InputException refused(final int line, final String found) {
		return new InputException("Tracks '" + file + "', line " + line + ": found " + found +
			"; four whole numbers are expected: label, first frame, last frame, parent (0 = none).");
	}

	/** @return the table in a folder, if there is one */
	static Optional<Path> in(final Path folder) {
		return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
	}

	/** @return whether a file is named as such a table */
	static boolean isNamed(final Path file) {
		return NAMES.contains(file.getFileName().toString());
	}

	/**
	 * Reads a table.
	 *
	 * @throws InputException where a line is not four whole numbers that make sense
	 */
	static TrackTable read(final Path file) throws IOException {
		return new TrackTable(file);
	}

	/** @return what it says of every label */
	Map<Integer, SegmentedObject> objects() {
		final Map<Integer, SegmentedObject> objects = new TreeMap<>();
		for (final Track track : tracks.values()) {
			final SegmentedObject object = SegmentedObject.of(track.label);
			objects.put(track.label, track.parent == 0 ? object : object.withParents(List.of(track.parent)));
		}
		return Collections.unmodifiableMap(objects);
	}

	/** @return whether every object of a frame is in the table at that time */
	boolean fits(final Regions regions, final int frame) {
		for (int i = 0; i < regions.count(); i++) {
			final Track track = tracks.get(regions.label(i));
			if (track == null || frame < track.begin || frame > track.end) return false;
		}
		return true;
	}

	/** @return one line for the user */
	String description() {
		final long divided = tracks.values().stream().filter(track -> track.parent != 0).count();
		return "identities from " + file.getFileName() + " (" + tracks.size() + (tracks.size() == 1 ? " track" : " tracks") + (divided > 0 ? ", "
			+ divided + " from divisions)" : ")");
	}
}
