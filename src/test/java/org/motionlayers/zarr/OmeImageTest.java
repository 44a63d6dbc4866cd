package org.motionlayers.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

class OmeImageTest {

	private static final int WIDTH = 96;
	private static final int HEIGHT = 80;
	private static final int FILL = 77;

	@TempDir
	Path temp;

	private static double[] values(final OmeImage image, final int t) {
		final double[] values = new double[image.shape().values()];
		Arrays.fill(values, Double.NaN);
		image.read(t, (in, at, to, count) -> {
			for (int i = 0; i < count; i++) {
				assertTrue(Double.isNaN(values[to + i]), "element " + (to + i) + " came twice");
				values[to + i] = image.type().real(in, at + i * image.type().bytes());
			}
		});
		return values;
	}

	private static void assertSmooth(final Path path, final int hole) throws IOException {
		final OmeImage image = OmeImage.open(path);
		assertEquals(Shape.of(WIDTH, HEIGHT), image.shape());
		final double[] values = values(image, 0);
		for (int y = 0; y < HEIGHT; y++) for (int x = 0; x < WIDTH; x++) assertEquals(x < hole ? FILL : ZarrFixtures.smooth(x, y), values[y *
			WIDTH + x], "x " + x + " y " + y);
	}

	@ParameterizedTest
	@CsvSource({ "blosclz", "lz4", "lz4hc", "zlib", "zstd", "snappy" })
	void readsEveryCompressorOfBlosc(final String compressor) throws IOException {
		for (int shuffle = 0; shuffle <= 2; shuffle++) assertSmooth(ZarrFixtures.unpack("blosc-" + compressor + "-" + shuffle + ".zarr", temp), 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "codec-zlib", "codec-gzip", "codec-zstd", "codec-lz4", "codec-none", "sharded", "sharded-start", "keys-v2" })
	void readsOtherCodecsAndShards(final String name) throws IOException {
		assertSmooth(ZarrFixtures.unpack(name + ".zarr", temp), 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hole.zarr", "hole-v3.zarr" })
	void missingChunksHoldTheFillValue(final String name) throws IOException {
		assertSmooth(ZarrFixtures.unpack(name, temp), 48);
	}

	private InputException refused(final Path path) {
		return assertThrows(InputException.class, () -> values(OmeImage.open(path), 0));
	}

	private void assertRefused(final Path path, final String... words) {
		final String message = refused(path).getMessage();
		for (final String word : words) assertTrue(message.contains(word), message);
	}

	@Test
	void namesWhatIsNotRead() throws IOException {
		assertRefused(ZarrFixtures.unpack("codec-bz2.zarr", temp), "codec-bz2.zarr", "bz2", "zstd");
		final Path image = ZarrFixtures.unpack("codec-none.zarr", temp);
		ZarrFixtures.edit(image.resolve("0/.zarray"), "<u4", "<c8");
		assertRefused(image, "0/.zarray", "<c8");
		ZarrFixtures.edit(image.resolve("0/.zarray"), "<c8", "<u4");
		ZarrFixtures.edit(image.resolve("0/.zarray"), "\"order\": \"C\"", "\"order\": \"F\"");
		assertRefused(image, "order 'F'");
	}

	@Test
	void nothingIsReadFromOutside() throws IOException {
		final Path other = ZarrFixtures.unpack("codec-zlib.zarr", temp.resolve("a"));
		final Path image = ZarrFixtures.unpack("codec-none.zarr", temp.resolve("b"));
		ZarrFixtures.edit(image.resolve(".zattrs"), "\"path\": \"0\"", "\"path\": \"../../a/codec-zlib.zarr/0\"");
		assertRefused(image, "leads out of the folder");
		ZarrFixtures.edit(image.resolve(".zattrs"), "../../a/codec-zlib.zarr/0", other.resolve("0").toAbsolutePath().toString().replace("\\",
			"/"));
		assertRefused(image, "leads out of the folder");
	}

	@Test
	void linksMayNotLeadOutside() throws IOException {
		final Path secret = Files.write(temp.resolve("secret"), new byte[64 * 64 * 4]);
		final Path image = ZarrFixtures.unpack("codec-none.zarr", temp);
		Files.delete(image.resolve("0/0/0"));
		Files.createSymbolicLink(image.resolve("0/0/0"), secret);
		assertRefused(image, "'0/0/0' leads out of the folder");
	}

	@Test
	void aFolderThatIsALinkItselfIsRead() throws IOException {
		final Path image = ZarrFixtures.unpack("codec-none.zarr", temp);
		assertSmooth(Files.createSymbolicLink(temp.resolve("link.zarr"), image), 0);
	}

	@Test
	void absurdSizesAreRefused() throws IOException {
		final Path image = ZarrFixtures.unpack("codec-zstd.zarr", temp);
		final Path array = image.resolve("0/.zarray");
		ZarrFixtures.edit(array, "80,", "80000000,");
		assertRefused(image, "80000000");
		ZarrFixtures.edit(array, "80000000,", "8000000000,");
		assertRefused(image, "8.0E9");
		ZarrFixtures.edit(array, "8000000000,", "-80,");
		assertRefused(image, "-80");
		ZarrFixtures.edit(array, "-80,", "80,");
		ZarrFixtures.edit(array, "64,", "6400000,");
		assertRefused(image, "1638400000");
		ZarrFixtures.edit(array, "6400000,", "4000000,");
		assertRefused(image, "cannot hold");
	}

	@Test
	void damagedChunksAreNamed() throws IOException {
		for (final String name : new String[] { "blosc-lz4-1", "blosc-blosclz-0", "blosc-zlib-2", "codec-zstd", "codec-gzip", "codec-none",
			"codec-lz4" })
		{
			final Path image = ZarrFixtures.unpack(name + ".zarr", temp);
			final Path chunk = image.resolve("0/0/0");
			final byte[] bytes = Files.readAllBytes(chunk);
			Files.write(chunk, Arrays.copyOf(bytes, bytes.length / 2));
			assertRefused(image, "chunk 0/0/0", "damaged");
		}
		final Path sharded = ZarrFixtures.unpack("sharded.zarr", temp);
		final Path shard = sharded.resolve("0/c/0/0");
		final byte[] bytes = Files.readAllBytes(shard);
		bytes[bytes.length - 9] ^= 1;
		Files.write(shard, bytes);
		assertRefused(sharded, "checksum");
	}

	/** Whatever is in a file: our exception or numbers, and soon. */
	@ParameterizedTest
	@ValueSource(strings = { "blosc-lz4-1", "blosc-blosclz-0", "blosc-snappy-2", "blosc-zstd-1", "codec-lz4", "sharded", "sharded-start" })
	void anyBytesAreReadOrRefused(final String name) throws IOException {
		final Path image = ZarrFixtures.unpack(name + ".zarr", temp);
		final Path chunk = image.resolve(name.startsWith("sharded") ? "0/c/0/0" : "0/0/0");
		final byte[] whole = Files.readAllBytes(chunk);
		final java.util.Random random = new java.util.Random(7);
		int read = 0;
		for (int i = 0; i < 300; i++) {
			final byte[] bytes = whole.clone();
			for (int n = random.nextInt(4); n >= 0; n--) bytes[random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 40 : bytes.length))] =
				(byte) random.nextInt();
			Files.write(chunk, bytes);
			try {
				values(OmeImage.open(image), 0);
				read++;
			}
			catch (final InputException exc) {
				assertTrue(exc.getMessage().startsWith(image.toString()), exc.getMessage());
			}
		}
		assertTrue(read < 300, "no change of bytes was noticed");
	}

	@Test
	void damagedMetadataIsRefused() throws IOException {
		final Path image = ZarrFixtures.unpack("codec-none.zarr", temp);
		final String good = Files.readString(image.resolve(".zattrs"));
		for (final String bad : new String[] { "", "{", "[]", "{}", "{\"multiscales\": 3}", "{\"multiscales\": []}",
			"{\"multiscales\": [{}]}", "[".repeat(100_000), "{\"a\":".repeat(100_000), good.replace("\"y\"", "\"x\""), good.replace("\"x\"", "\"q\""),
			good.replace("\"scale\": [", "\"scale\": [1, ") })
		{
			Files.writeString(image.resolve(".zattrs"), bad);
			assertRefused(image, "codec-none.zarr");
		}
		assertRefused(image, "3 numbers for 2 axes");
	}

	@Test
	void theFirstOfACollectionIsRead() throws IOException {
		final Path collection = temp.resolve("collection.zarr");
		final Path image = ZarrFixtures.unpack("codec-none.zarr", collection);
		Files.move(image, collection.resolve("0"));
		Files.writeString(collection.resolve(".zattrs"), "{\"bioformats2raw.layout\": 3}");
		assertSmooth(collection, 0);
	}

	@Test
	void aPlateIsNotAnImage() throws IOException {
		Files.writeString(temp.resolve(".zattrs"), "{\"plate\": {}}");
		assertRefused(temp, "plate", "A/1/0");
	}
}
