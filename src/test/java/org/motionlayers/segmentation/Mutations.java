package org.motionlayers.segmentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assertions;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;

/** Damages files at random and sees that readers answer with labels or with one clear line, soon. */
public final class Mutations {

	private static final Duration SOON = Duration.ofSeconds(20);
	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
	private static final String[] NUMBERS = { "-1", "0", "1e308", "NaN", "99999999999", "2147483647", "-2147483648", "0.5", "1000000", "" };

	private Mutations() {}

	/**
	 * Reads a damaged copy of a file.
	 *
	 * @param original the file
	 * @param seed what damage
	 * @param reader of its format
	 * @param target the image
	 */
	public static void check(final Path original, final long seed, final SegmentationReader reader, final Target target) throws IOException {
		final byte[] damaged = damaged(Files.readAllBytes(original), new SplittableRandom(seed));
		final Path folder = Files.createTempDirectory("mutation");
		final Path file = folder.resolve(original.getFileName().toString());
		try {
			Files.write(file, damaged);
			Assertions.assertTimeoutPreemptively(SOON, () -> read(file, reader, target), () -> "seed " + seed);
		}
		finally {
			Files.deleteIfExists(file);
			Files.deleteIfExists(folder);
		}
	}

	private static void read(final Path file, final SegmentationReader reader, final Target target) throws IOException {
		reader.canRead(file, Fixture.head(file));
		try {
			final Segmentation labels = reader.read(file, target, Progress.NONE);
			for (int t = 0; t < labels.frames(); t++) Assertions.assertEquals(target.shape().pixels(), labels.labels(t).length);
			Assertions.assertTrue(labels.frames() <= target.frames(), "frames " + labels.frames());
		}
		catch (final InputException e) {
			Assertions.assertEquals(1, e.getMessage().lines().count(), e.getMessage());
			Assertions.assertTrue(e.getMessage().length() < 1000, e.getMessage());
		}
	}

	private static byte[] damaged(final byte[] bytes, final SplittableRandom random) {
		byte[] result = bytes;
		for (int i = random.nextInt(1, 4); i > 0 && result.length > 0; i--) result = once(result, random);
		return result;
	}

	private static byte[] once(final byte[] bytes, final SplittableRandom random) {
		final int at = random.nextInt(bytes.length), length = random.nextInt(1, 1 + Math.min(40, bytes.length - at));
		switch (random.nextInt(6)) {
			case 0:
				return Arrays.copyOf(bytes, at);
			case 1: {
				final byte[] flipped = bytes.clone();
				flipped[at] ^= 1 << random.nextInt(8);
				return flipped;
			}
			case 2:
				return joined(bytes, at, new byte[0], at + length);
			case 3:
				return joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
			case 4: {
				final byte[] noise = new byte[length];
				for (int i = 0; i < length; i++) noise[i] = (byte) random.nextInt();
				return joined(bytes, at, noise, at + length);
			}
			default:
				return otherNumber(bytes, random);
		}
	}

	private static byte[] joined(final byte[] bytes, final int end, final byte[] middle, final int start) {
		final byte[] result = Arrays.copyOf(bytes, end + middle.length + bytes.length - start);
		System.arraycopy(middle, 0, result, end, middle.length);
		System.arraycopy(bytes, start, result, end + middle.length, bytes.length - start);
		return result;
	}

	private static byte[] otherNumber(final byte[] bytes, final SplittableRandom random) {
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		final MatchResult[] numbers = NUMBER.matcher(text).results().toArray(MatchResult[]::new);
		if (numbers.length == 0) return bytes;
		final MatchResult number = numbers[random.nextInt(numbers.length)];
		return (text.substring(0, number.start()) + NUMBERS[random.nextInt(NUMBERS.length)] + text.substring(number.end())).getBytes(
			StandardCharsets.ISO_8859_1);
	}
}
