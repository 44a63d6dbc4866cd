package org.motionlayers.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;

/** A motion as a file, every number as it is, for those who composite parts of one video; kept for no longer than that takes. */
public final class MotionFile {

	private static final int MAGIC = 0x4d4c4d31; // MLM1

	/** Gives a number of an object at a frame. */
	@FunctionalInterface
	private interface Values {

		double at(int t, int object, int dimension);
	}

	private MotionFile() {}

	/**
	 * Writes a motion beside its place, then moves it there.
	 *
	 * @param file is made, or replaced
	 * @param motion to write
	 * @throws IOException where it cannot be written
	 */
	public static void write(final Path file, final Motion motion) throws IOException {
		final Path part = file.resolveSibling("." + file.getFileName() + "-" + Long.toHexString(System.nanoTime()));
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
			out.writeInt(MAGIC);
			out.writeInt(motion.objects());
			out.writeInt(motion.frames());
			out.writeInt(motion.dimensions());
			for (final int label : motion.labels()) out.writeInt(label);
			write(out, motion, motion.objects(), motion.dimensions(), motion::displacement);
			write(out, motion, motion.objects(), motion.dimensions(), motion::layerDisplacement);
			write(out, motion, motion.rotates() ? motion.objects() : 0, 1, (t, object, d) -> motion.angle(t, object));
			write(out, motion, motion.cameraMoves() ? 1 : 0, motion.dimensions(), (t, object, d) -> motion.camera(t, d));
			provenance(out, motion.provenance());
		}
		Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void write(final DataOutputStream out, final Motion motion, final int objects, final int dimensions, final Values values)
		throws IOException
	{
		out.writeInt(motion.frames() * objects * dimensions);
		for (int t = 1; t <= motion.frames(); t++) for (int o = 0; o < objects; o++) for (int d = 0; d < dimensions; d++) out.writeDouble(values.at(
			t, o, d));
	}

	private static void provenance(final DataOutputStream out, final Motion.Provenance made) throws IOException {
		text(out, made.predictor());
		out.writeLong(made.seed());
		out.writeInt(made.parameters().size());
		for (final Map.Entry<String, String> parameter : made.parameters().entrySet()) {
			text(out, parameter.getKey());
			text(out, parameter.getValue());
		}
	}

	/** Longer than what DataOutputStream takes at once. */
	private static void text(final DataOutputStream out, final String text) throws IOException {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	/**
	 * Reads a motion.
	 *
	 * @param file that {@link #write} made
	 * @return the motion, equal in every number
	 * @throws IOException where it cannot be read
	 * @throws InputException where it is no such file
	 */
	public static Motion read(final Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
			if (in.readInt() != MAGIC) throw new InputException(file + ": no motion of Motion Layers.");
			final int objects = in.readInt(), frames = in.readInt(), dimensions = in.readInt();
			final int[] labels = new int[objects];
			for (int o = 0; o < objects; o++) labels[o] = in.readInt();
			final double[] displacements = numbers(in), layers = numbers(in), angles = numbers(in), camera = numbers(in);
			return new Motion(labels, frames, dimensions, displacements, angles, camera, provenance(in)).withLayerDisplacements(layers);
		}
	}

	private static double[] numbers(final DataInputStream in) throws IOException {
		final double[] numbers = new double[in.readInt()];
		for (int i = 0; i < numbers.length; i++) numbers[i] = in.readDouble();
		return numbers;
	}

	private static Motion.Provenance provenance(final DataInputStream in) throws IOException {
		final String predictor = text(in);
		final long seed = in.readLong();
		final Map<String, String> parameters = new TreeMap<>();
		final int count = in.readInt();
		for (int i = 0; i < count; i++) parameters.put(text(in), text(in));
		return new Motion.Provenance(predictor, seed, parameters);
	}

	private static String text(final DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}
}
