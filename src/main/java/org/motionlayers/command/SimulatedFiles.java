package org.motionlayers.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.motionlayers.io.CsvLine;
import org.motionlayers.io.track.CsvTrackWriter;
import org.motionlayers.io.track.TrackMateWriter;
import org.motionlayers.io.track.TrackTable;
import org.motionlayers.io.track.TrackWriter;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Contact;
import org.motionlayers.simulate.body.Pose;

/**
 * Writes a simulated scene and its truth: image.tif, labels.tif, flow.tif, depth.tif; tracks.csv and tracks.xml, measured on the labels as
 * of any movie; truth.csv, the generator's own numbers, also of what is hidden; contacts.csv; facts.csv where more is known, such as a
 * caption or a class of motion.
 */
final class SimulatedFiles {

	private SimulatedFiles() {}

	/**
	 * Writes the files.
	 *
	 * @param scene what to write
	 * @param folder is made; its parent is there
	 * @param progress is told and asked
	 * @throws IOException where they cannot be written
	 */
	static void write(final BodySample scene, final Path folder, final Progress progress) throws IOException {
		Files.createDirectory(folder);
		final SimulatedStacks stacks = SimulatedStacks.of(scene);
		stacks.image().write(folder.resolve("image.tif"), progress);
		stacks.labels().write(folder.resolve("labels.tif"), progress);
		stacks.flow().write(folder.resolve("flow.tif"), progress);
		stacks.depth().write(folder.resolve("depth.tif"), progress);
		final TrackTable tracks = TrackTable.of(scene.labels(), scene.frames(), scene.movie().title(), scene.movie().calibration(), "", progress);
		for (final TrackWriter writer : List.of(new CsvTrackWriter(), new TrackMateWriter())) writer.write(folder.resolve(writer.fileName()),
			tracks, progress);
		truth(scene, folder.resolve("truth.csv"));
		contacts(scene, folder.resolve("contacts.csv"));
		if (!scene.facts().isEmpty()) facts(scene, folder.resolve("facts.csv"));
	}

	/** One line for everything else that is true: its name and what it is. */
	private static void facts(final BodySample scene, final Path file) throws IOException {
		try (Writer out = Files.newBufferedWriter(file)) {
			out.write(CsvLine.of(List.of("fact", "value")));
			for (final Map.Entry<String, String> fact : scene.facts().entrySet()) out.write(CsvLine.of(List.of(fact.getKey(), fact.getValue())));
		}
	}

	/** One line for every body in every frame: centre in pixels of the image, angle from x towards y in radians, velocity in pixels per frame. */
	private static void truth(final BodySample scene, final Path file) throws IOException {
		try (Writer out = Files.newBufferedWriter(file)) {
			out.write(CsvLine.of(List.of("frame", "label", "x", "y", "angle", "vx", "vy", "depth", "camerax", "cameray")));
			for (int t = 0; t < scene.frames(); t++) for (int i = 0; i < scene.objects(); i++) {
				final Pose pose = scene.paths().poses()[t][i];
				final double[] velocities = scene.paths().velocities()[t], camera = scene.paths().camera()[t];
				out.write(CsvLine.of(List.of(Integer.toString(t), Integer.toString(scene.paths().bodies().get(i).label()), number(scene.position(t, i,
					0)), number(scene.position(t, i, 1)), number(pose.angle()), number(velocities[2 * i]), number(velocities[2 * i + 1]), number(scene
						.paths().bodies().get(i).depth()), number(camera[0]), number(camera[1]))));
			}
		}
	}

	/** One line for every contact: when it began, in frames, and the labels that touched, 0 being a wall. */
	private static void contacts(final BodySample scene, final Path file) throws IOException {
		try (Writer out = Files.newBufferedWriter(file)) {
			out.write(CsvLine.of(List.of("time", "first", "second")));
			for (final Contact contact : scene.contacts()) out.write(CsvLine.of(List.of(number(contact.time()), Integer.toString(contact.first()),
				Integer.toString(contact.second()))));
		}
	}

	private static String number(final double value) {
		return Double.toString(value);
	}
}
