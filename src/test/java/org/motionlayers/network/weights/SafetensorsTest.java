package org.motionlayers.network.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

	@TempDir
	Path folder;

	private static TensorFile sample() {
		return TensorFile.of(Map.of("b.weight", Tensor.of(new float[] { 1, -2, .5f, 1e-30f, 7, 8 }, 2, 3), "a.count", Tensor.of(new long[] {
			Long.MAX_VALUE }), "empty", Tensor.of(new float[0], 0, 4)), Map.of("seed", "7"));
	}

	private Path file(final String header, final int dataBytes) throws IOException {
		final byte[] text = header.getBytes(StandardCharsets.UTF_8);
		final ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text);
		return Files.write(folder.resolve("hand.safetensors"), bytes.array());
	}

	private static String entry(final String name, final String type, final String shape, final String offsets) {
		return "\"" + name + "\":{\"dtype\":\"" + type + "\",\"shape\":[" + shape + "],\"data_offsets\":[" + offsets + "]}";
	}

	private String refused(final Path file) {
		final String message = assertThrows(ModelException.class, () -> Safetensors.read(file)).getMessage();
		assertTrue(message.startsWith(file.toString()) && message.lines().count() == 1, message);
		return message;
	}

	@Test
	void readsWhatItWrote() throws IOException {
		final Path file = folder.resolve("model.safetensors");
		Safetensors.write(file, sample());
		assertEquals(sample(), Safetensors.read(file));
		assertFalse(Files.exists(folder.resolve("model.safetensors.part")));
	}

	@Test
	void sameTensorsSameBytes() throws IOException {
		Safetensors.write(folder.resolve("1"), sample());
		Safetensors.write(folder.resolve("2"), sample());
		assertArrayEquals(Files.readAllBytes(folder.resolve("1")), Files.readAllBytes(folder.resolve("2")));
		// The data start at a multiple of 8 bytes, as the format asks.
		assertEquals(0, ByteBuffer.wrap(Files.readAllBytes(folder.resolve("1"))).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
	}

	@Test
	void largeTensorsAreWrittenInPieces() throws IOException {
		final float[] floats = new float[600_000];
		final long[] longs = new long[300_000];
		for (int i = 0; i < floats.length; i++) floats[i] = i;
		for (int i = 0; i < longs.length; i++) longs[i] = -i;
		final TensorFile large = TensorFile.of(Map.of("f", Tensor.of(floats, 600, 1000), "l", Tensor.of(longs, 300_000)), Map.of());
		Safetensors.write(folder.resolve("large"), large);
		assertEquals(large, Safetensors.read(folder.resolve("large")));
	}

	@Test
	void readsEveryTypeOfPyTorch() throws Exception {
		// Written by scripts/make_network_fixtures.py out of torch tensors.
		final TensorFile file = Safetensors.read(Path.of(SafetensorsTest.class.getResource("types.safetensors").toURI()));
		final float[] expected = file.tensors().get("f32").floats();
		final float[] half = file.tensors().get("f16").floats(), brain = file.tensors().get("bf16").floats();
		assertArrayEquals(file.tensors().get("f16_as_f32").floats(), half);
		assertArrayEquals(file.tensors().get("bf16_as_f32").floats(), brain);
		assertEquals(1.5f, expected[0]);
		assertArrayEquals(new long[] { -3, 1L << 40 }, file.tensors().get("i64").longs());
		assertEquals("pt", file.metadata().get("format"));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0x3c00, 1", "0xc000, -2", "0x0001, 5.9604645e-8", "0x03ff, 6.0975552e-5", "0x0400, 6.1035156e-5",
		"0x7bff, 65504", "0x7c00, Infinity", "0xfc00, -Infinity", "0x7e00, NaN" })
	void halfPrecision(final String bits, final float expected) {
		assertEquals(expected, NumberType.half((short) (int) Integer.decode(bits)));
	}

	@Test
	void oversizedHeaderIsRefusedUnread() throws IOException {
		final byte[] bytes = new byte[100];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40);
		final String message = refused(Files.write(folder.resolve("huge"), bytes));
		assertTrue(message.contains("1099511627776") && message.contains("8388608"), message);
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(-1);
		refused(Files.write(folder.resolve("huge"), bytes));
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(500);
		assertTrue(refused(Files.write(folder.resolve("short"), bytes)).contains("cut short"));
		assertTrue(refused(Files.write(folder.resolve("tiny"), new byte[3])).contains("too few"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "F32|2|0,4|does not fit", "F32|2|4,12|cut short", "F32|-1|0,4|negative", "F64|1|0,8|F64",
		"F32|1|-4,0|does not fit", "F32|1|4,0|does not fit", "F32|4000000000,4000000000|0,8|negative or beyond",
		"F32|1,1,1,1,1,1,1,1,1|0,4|more than 8", "F32|1|0,4,8|more than 2", "F32|1|0|lacks", "F32|1.5|0,4|damaged" })
	void impossibleTensorsAreRefused(final String type, final String shape, final String offsets, final String why) throws IOException {
		final String message = refused(file("{" + entry("w", type, shape, offsets) + "}", 8));
		assertTrue(message.contains(why), message);
	}

	@Test
	void overlapsAndTwinsAreRefused() throws IOException {
		assertTrue(refused(file("{" + entry("a", "F32", "2", "0,8") + "," + entry("b", "F32", "1", "4,8") + "}", 8)).contains("overlaps"));
		assertTrue(refused(file("{" + entry("a", "F32", "1", "0,4") + "," + entry("a", "F32", "1", "4,8") + "}", 8)).contains("twice"));
		assertTrue(refused(file("{" + entry("a", "F32", "1", "0,4") + "}{}", 4)).contains("damaged"));
		assertTrue(refused(file("[1, 2]", 0)).contains("damaged"));
		assertTrue(refused(file("{\"a\":{\"dtype\":\"F32\"}}", 0)).contains("lacks"));
		final byte[] latin = "{\"\u00e4\":1}".getBytes(StandardCharsets.ISO_8859_1);
		final ByteBuffer bytes = ByteBuffer.allocate(8 + latin.length).order(ByteOrder.LITTLE_ENDIAN).putLong(latin.length).put(latin);
		assertTrue(refused(Files.write(folder.resolve("latin"), bytes.array())).contains("UTF-8"));
	}

	@Test
	void unknownFieldsAreSkipped() throws IOException {
		final String json = "{\"w\":{\"dtype\":\"F32\",\"more\":{\"x\":[1,2]},\"shape\":[1],\"data_offsets\":[0,4]}}  ";
		assertArrayEquals(new float[] { 0 }, Safetensors.read(file(json, 4)).tensors().get("w").floats());
	}

	@Property(tries = 400)
	void damagedFilesAreReadOrRefusedInOneLine(@ForAll @IntRange(max = 400) final int place, @ForAll final byte value, @ForAll @IntRange(
		max = 400) final int cut) throws IOException
	{
		final Path file = Files.createTempFile("fuzz", ".safetensors");
		try {
			Safetensors.write(file, sample());
			final byte[] bytes = Files.readAllBytes(file);
			bytes[place % bytes.length] = value;
			Files.write(file, java.util.Arrays.copyOf(bytes, Math.max(1, bytes.length - cut / 4)));
			Safetensors.read(file);
		}
		catch (final ModelException e) {
			assertTrue(e.getMessage().startsWith(file.toString()) && e.getMessage().lines().count() == 1, e.getMessage());
		}
		finally {
			Files.delete(file);
		}
	}

	@Test
	void absentFileIsAnIoError() {
		assertThrows(NoSuchFileException.class, () -> Safetensors.read(folder.resolve("none")));
	}

	@Test
	void fileThatCannotBeWrittenLeavesNothing() throws IOException {
		final Path target = Files.createDirectory(folder.resolve("model"));
		Files.createFile(target.resolve("inside"));
		assertThrows(IOException.class, () -> Safetensors.write(target, sample()));
		assertFalse(Files.exists(folder.resolve("model.part")));
	}

	@Test
	void tensorsAreFetchedByNameAndShape() {
		assertEquals(1, sample().floats("b.weight", new long[] { 2, 3 }, "m")[0]);
		assertTrue(assertThrows(ModelException.class, () -> sample().floats("b.weight", new long[] { 3, 2 }, "m")).getMessage().contains(
			"[2, 3]"));
		assertTrue(assertThrows(ModelException.class, () -> sample().floats("none", new long[] { 1 }, "m")).getMessage().contains("missing"));
		assertThrows(ModelException.class, () -> sample().floats("a.count", new long[0], "m"));
	}

	@Test
	void tensorsCheckTheirShape() {
		assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[3], 2));
		assertThrows(IllegalArgumentException.class, () -> new Tensor(new long[0], new int[1]));
		assertThrows(IllegalStateException.class, () -> Tensor.of(new float[1]).longs());
		assertThrows(IllegalStateException.class, () -> Tensor.of(new long[1]).floats());
		assertEquals("floats [2, 3]", sample().tensors().get("b.weight").toString());
		assertEquals(Tensor.of(new float[1], 1).hashCode(), Tensor.of(new float[1], 1).hashCode());
	}
}
