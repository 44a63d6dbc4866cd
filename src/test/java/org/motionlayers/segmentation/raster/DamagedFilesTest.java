package org.motionlayers.segmentation.raster;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.segmentation.Fixtures;

/** Damaged files end in a message that names them: never in another exception, never in a hang, never in an absurd allocation. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DamagedFilesTest {

	private static final int STEP = 23;
	private static final int FLIPS = 40;

	static Stream<String> files() {
		return Stream.of("u16_t4_plain_deflate.tif", "u8_t4_imagej_deflate.tif", "u16_bigtiff_t2.tif", "u16_tiles_deflate.tif",
			"u16_opencv_lzw.tif", "u8_pillow_packbits.tif", "u32_predictor_deflate.tif", "u16_t3_z2_ome.ome.tif", "u16.png", "u16_interlaced.png",
			"u8_indexed_void.png");
	}

	@ParameterizedTest
	@MethodSource("files")
	void truncated(final String name, @TempDir final Path folder) throws IOException {
		final byte[] bytes = Files.readAllBytes(Fixtures.file(name));
		final Path file = folder.resolve(name);
		for (int length = 0; length < bytes.length; length += STEP) {
			Files.write(file, Arrays.copyOf(bytes, length));
			readOrRefuse(file, "first " + length + " bytes");
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void flipped(final String name, @TempDir final Path folder) throws IOException {
		final byte[] bytes = Files.readAllBytes(Fixtures.file(name));
		final Path file = folder.resolve(name);
		final SplittableRandom random = new SplittableRandom(5);
		for (int k = 0; k < FLIPS; k++) {
			final byte[] damaged = bytes.clone();
			final int at = random.nextInt(bytes.length);
			damaged[at] = (byte) random.nextInt(256);
			Files.write(file, damaged);
			readOrRefuse(file, "byte " + at + " = " + damaged[at]);
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void halfAFileIsRefused(final String name, @TempDir final Path folder) throws IOException {
		final byte[] bytes = Files.readAllBytes(Fixtures.file(name));
		final Path file = Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
		final InputException e = assertThrows(InputException.class, () -> readAll(file));
		assertTrue(e.getMessage().contains(name), e::getMessage);
	}

	private static void readOrRefuse(final Path file, final String what) {
		try {
			readAll(file);
		}
		catch (final InputException e) {
			assertTrue(e.getMessage().contains(file.toString()), e::getMessage);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			fail(file + ", " + what + ": " + e, e);
		}
	}

	private static void readAll(final Path file) {
		final Function<Path, LabelPlanes> open = file.toString().endsWith(".png") ? PngFile::open : TiffFile::open;
		final LabelPlanes planes = open.apply(file);
		// What the image's size does outside: absurd sizes never get as far as pixels.
		if ((long) planes.width() * planes.height() > 1 << 16) return;
		for (int p = 0; p < planes.planes(); p++) planes.read(p);
	}
}
