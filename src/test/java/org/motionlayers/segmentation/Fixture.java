package org.motionlayers.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** The files that scripts/make_outline_fixtures.py makes, and the labels that they should give. */
public final class Fixture {

	/** Size of the image that the files belong to. */
	public static final Shape SHAPE = Shape.of(32, 24);

	private Fixture() {}

	/** @return a file below src/test/resources/segmentation */
	public static Path file(final String name) {
		try {
			return Path.of(Fixture.class.getResource("/segmentation/" + name).toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalArgumentException(name, e);
		}
	}

	/** @return the image that the files belong to */
	public static Target target(final int frames) {
		return new Target(SHAPE, frames, Calibration.NONE);
	}

	/** @return the first bytes of a file, as readers get them */
	public static byte[] head(final Path path) throws IOException {
		if (Files.isDirectory(path)) return new byte[0];
		try (var in = Files.newInputStream(path)) {
			return in.readNBytes(4096);
		}
	}

	/** Compares labels with a text of a character a pixel, frames separated by an empty line. */
	public static void assertLabels(final String expected, final Segmentation labels) throws IOException {
		final String text = Files.readString(file(expected));
		final StringBuilder found = new StringBuilder();
		for (int t = 0; t < labels.frames(); t++) found.append(t == 0 ? "" : "\n").append(text(labels.labels(t), labels.shape()));
		assertEquals(text, found.toString());
	}

	/** @return labels as text: a character a pixel, a line a row */
	public static String text(final int[] labels, final Shape shape) {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < labels.length; i++) {
			text.append(labels[i] == 0 ? '.' : labels[i] < 10 ? (char) ('0' + labels[i]) : '#');
			if (i % shape.width() == shape.width() - 1) text.append('\n');
		}
		return text.toString();
	}

	/** @return the pixels that are no background */
	public static List<Integer> indices(final int[] labels) {
		return java.util.stream.IntStream.range(0, labels.length).filter(i -> labels[i] != 0).boxed().toList();
	}
}
