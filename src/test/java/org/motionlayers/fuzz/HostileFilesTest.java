package org.motionlayers.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.WorkFolder;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.InputException;
import org.motionlayers.zarr.ZarrFixtures;

/** Files made to do harm, given to the ways in that users' files go: each is refused in one line. */
class HostileFilesTest {

	private static final String SECRET = "the secret of another file";
	private static final int MEBIBYTE = 1 << 20;

	@TempDir
	Path folder;

	private static void assertRefused(final Reader reader, final Path file, final String... parts) {
		final RuntimeException refused = assertThrows(IllegalArgumentException.class, () -> reader.read(file));
		assertTrue(refused instanceof InputException || refused instanceof ModelException, refused.toString());
		final String message = refused.getMessage();
		assertEquals(1, message.lines().count(), message);
		assertTrue(message.contains(file.getFileName().toString()), message);
		assertTrue(!message.contains(SECRET), message);
		for (final String part : parts) assertTrue(message.contains(part), "'" + message + "' should say '" + part + "'");
	}

	private Path text(final String name, final String content) throws IOException {
		return Files.writeString(folder.resolve(name), content);
	}

	private String laughs() {
		final StringBuilder type = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 'lol'>");
		for (int i = 1; i < 10; i++) type.append("<!ENTITY l").append(i).append(" '").append(("&l" + (i - 1) + ";").repeat(10)).append("'>");
		return type.append("]>").toString();
	}

	private String external() throws IOException {
		return "<!DOCTYPE x [<!ENTITY l9 SYSTEM '" + text("secret.txt", SECRET).toUri() + "'>]>";
	}

	// XML: entities of other files, and entities without end

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void entitiesInTrackMateAreRefused(final boolean external) throws IOException {
		final String type = external ? external() : laughs();
		final Path model = text("model.xml", type + "<TrackMate version='7'><Model><AllSpots><SpotsInFrame frame='0'><Spot ID='1' name='&l9;' RADIUS='1' " +
			"POSITION_X='1' POSITION_Y='1'/></SpotsInFrame></AllSpots></Model></TrackMate>");
		assertRefused(Readers::outlines, model, "DOCTYPE");
		assertRefused(Readers::tracks, model, "DOCTYPE");
		assertRefused(Readers::outlines, text("tracks.xml", type + "<Tracks nTracks='1'><particle nSpots='1'>&l9;</particle></Tracks>"), "DOCTYPE");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void entitiesInOmeTiffAreRefused(final boolean external) throws IOException {
		final ImagePlus image = new ImagePlus("image", new ByteProcessor(8, 6));
		final FileSaver saver = new FileSaver(image);
		image.setProperty("Info", "");
		final Path file = folder.resolve("image.ome.tif");
		Files.write(file, saver.serialize());
		describe(file, (external ? external() : laughs()) +
			"<OME xmlns='http://www.openmicroscopy.org/Schemas/OME/2016-06'><Image ID='&l9;'><Pixels SizeX='8' SizeY='6' SizeC='1' SizeZ='1' SizeT='1'/></Image></OME>");
		assertRefused(Readers::images, file, "DOCTYPE");
	}

	/** Gives a little file of one page another description, behind its end. */
	private static void describe(final Path file, final String text) throws IOException {
		final byte[] old = Files.readAllBytes(file), said = (text + "\0").getBytes(StandardCharsets.UTF_8);
		final ByteBuffer tiff = ByteBuffer.allocate(old.length + said.length);
		tiff.put(old).put(said).order(old[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final int page = tiff.getInt(4), entries = tiff.getShort(page);
		for (int at = page + 2; at < page + 2 + 12 * entries; at += 12) if (tiff.getShort(at) == 270) {
			tiff.putInt(at + 4, said.length).putInt(at + 8, old.length);
			Files.write(file, tiff.array());
			return;
		}
		throw new IllegalStateException(file + " has no description.");
	}

	// archives

	private static void zeros(final OutputStream out, final int mebibytes) throws IOException {
		for (int i = 0; i < mebibytes; i++) out.write(new byte[MEBIBYTE]);
	}

	@Test
	void bombsOfRegionsAreRefused() throws IOException {
		final Path file = folder.resolve("rois.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.setLevel(9);
			for (int i = 0; i < 8; i++) {
				zip.putNextEntry(new ZipEntry(i + ".roi"));
				zip.write(Samples.regions().get(0));
				zeros(zip, 20);
			}
		}
		assertTrue(Files.size(file) < MEBIBYTE, "the bomb has " + Files.size(file) + " bytes");
		assertRefused(Readers::outlines, file, "unpack to more than");
	}

	@Test
	void bombsOfOutlinesAreRefused() throws IOException {
		final Path file = folder.resolve("objects.geojson.gz");
		try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
			gzip.write("{\"type\": \"FeatureCollection\", \"features\": [".getBytes(StandardCharsets.US_ASCII));
			final byte[] blanks = " ".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < 100; i++) gzip.write(blanks);
			gzip.write("]}".getBytes(StandardCharsets.US_ASCII));
		}
		assertRefused(Readers::outlines, file, "unpack to more than");
	}

	@Test
	void namesInArchivesLeadNowhere() throws IOException {
		final Path file = Files.createDirectories(folder.resolve("a/b")).resolve("rois.zip");
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (final String name : List.of("../../evil.roi", folder.resolve("evil.roi").toString(), "..\\..\\evil.roi")) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(Samples.regions().get(2));
			}
		}
		Files.write(file, bytes.toByteArray());
		Readers.outlines(file);
		try (Stream<Path> all = Files.walk(folder)) {
			assertEquals(List.of(file), all.filter(Files::isRegularFile).toList(), "reading a zip writes nothing");
		}
	}

	// Zarr: paths and links that lead out of the folder

	@Test
	void labelsThatLinkOutsideAreRefused() throws IOException {
		final Path image = ZarrFixtures.unpack("image-v04.zarr", folder), labels = image.resolve("labels");
		Readers.zarr(image);
		final Path elsewhere = Files.move(labels, folder.resolve("elsewhere"));
		Files.createSymbolicLink(labels, elsewhere);
		assertRefused(Readers::zarr, image, "leads out of the folder");
	}

	@Test
	void arraysThatLinkOutsideAreRefused() throws IOException {
		final Path image = ZarrFixtures.unpack("codec-zlib.zarr", folder), array = image.resolve("0");
		final Path elsewhere = Files.move(array, folder.resolve("elsewhere"));
		Files.createSymbolicLink(array, elsewhere);
		assertRefused(Readers::images, image, "leads out of the folder");
	}

	// absurd sizes in headers

	private static byte[] tiff(final int width, final int height, final int bytes) {
		final int[][] fields = { { 256, 4, width }, { 257, 4, height }, { 258, 3, 8 }, { 259, 3, 1 }, { 262, 3, 1 }, { 273, 4, 122 }, { 277, 3, 1 }, { 278, 4,
			height }, { 279, 4, bytes } };
		final ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
		tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields.length);
		for (final int[] field : fields) tiff.putShort((short) field[0]).putShort((short) field[1]).putInt(1).putInt(field[2]);
		return tiff.array();
	}

	@ParameterizedTest
	@CsvSource({ "2147483647, 2147483647", "2147483647, 1", "1, 2147483647", "-1, -1", "65535, 65535", "40000, 40000", "0, 5" })
	void absurdTiffsAreRefused(final int width, final int height) throws IOException {
		final Path file = Files.write(folder.resolve("absurd.tif"), tiff(width, height, width * height));
		assertRefused(Readers::rasters, file);
		assertRefused(Readers::images, file);
	}

	/** ImageJ's decoder would make an array of as many values, and read them from behind the end of the file. */
	@ParameterizedTest
	@ValueSource(ints = { 270, 273, 279, 320, 50838, 50839 })
	void arraysBehindTheEndOfATiffAreRefused(final int tag) throws IOException {
		final ByteBuffer absurd = ByteBuffer.wrap(tiff(8, 6, 48)).order(ByteOrder.LITTLE_ENDIAN);
		// of the nine entries behind the header the last but one becomes this one
		absurd.putShort(10 + 12 * 7, (short) tag).putShort(12 + 12 * 7, (short) 4).putInt(14 + 12 * 7, 300_000_000);
		assertRefused(Readers::images, Files.write(folder.resolve("absurd.tif"), absurd.array()), "ends too early");
	}

	@ParameterizedTest
	@CsvSource({ "'[1000000000000, 1000000000000]', '[64, 64]'", "'[2147483647, 2147483647]', '[64, 64]'", "'[80, 96]', '[2147483647, 2147483647]'",
		"'[80, 96]', '[1000000000000, 1]'", "'[-80, 96]', '[64, 64]'", "'[80, 1e400]', '[64, 64]'" })
	void absurdArraysAreRefused(final String shape, final String chunks) throws IOException {
		final Path image = ZarrFixtures.unpack("codec-zlib.zarr", folder), array = image.resolve("0/.zarray");
		final String text = Files.readString(array);
		Files.writeString(array, text.replaceAll("(?s)\"shape\": \\[.*?\\]", "\"shape\": " + shape).replaceAll("(?s)\"chunks\": \\[.*?\\]", "\"chunks\": " +
			chunks));
		assertTrue(!Files.readString(array).equals(text), text);
		assertRefused(Readers::images, image);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1L << 60, Long.MAX_VALUE, Long.MIN_VALUE, -1, 1L << 32 })
	void absurdWeightsAreRefused(final long header) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(header).put("{}".getBytes(StandardCharsets.US_ASCII));
		assertRefused(Readers::safetensors, Files.write(folder.resolve("model.safetensors"), bytes.array()), "header");
	}

	@ParameterizedTest
	@CsvSource({ "'[2147483647, 2147483647]', '[1, 2]'", "'[24, 32]', '[768000000000]'", "'[24, 32]', '[-1, 769]'", "'[1e12, 1e12]', '[5]'" })
	void absurdRunLengthsAreRefused(final String size, final String counts) throws IOException {
		assertRefused(Readers::outlines, text("coco.json", "[{\"segmentation\": {\"size\": " + size + ", \"counts\": " + counts +
			"}, \"area\": 5, \"bbox\": [0, 0, 3, 3]}]"));
	}

	@Test
	void absurdTracksAreRefused() throws IOException {
		assertRefused(Readers::tracks, text("tracks.csv", "label,t (frame),x (pixel),y (pixel)\n3,2000000000,7.5,5\n"), "100000");
	}

	// nesting without end

	@ParameterizedTest
	@CsvSource({ "coco.json, '[{\"segmentation\": '", "objects.geojson, '{\"type\": \"FeatureCollection\", \"features\": '", "cells.labeling, '{\"labels\": '" })
	void deepOutlinesAreRefused(final String name, final String start) throws IOException {
		assertRefused(Readers::outlines, text(name, start + "[".repeat(300_000)));
	}

	@Test
	void deepSettingsAndWeightsAreRefused() throws IOException {
		final String deep = "{\"architecture\": \"dreamer-grid\", \"x\": " + "[".repeat(300_000);
		assertRefused(Readers::config, text("config.json", deep));
		final byte[] json = deep.getBytes(StandardCharsets.US_ASCII);
		final ByteBuffer bytes = ByteBuffer.allocate(json.length + 8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json);
		assertRefused(Readers::safetensors, Files.write(folder.resolve("model.safetensors"), bytes.array()));
	}

	@Test
	void deepMetadataIsRefused() throws IOException {
		final Path image = ZarrFixtures.unpack("codec-zlib.zarr", folder);
		Files.writeString(image.resolve(".zattrs"), "{\"multiscales\": " + "[".repeat(300_000) + "]".repeat(300_000) + "}");
		assertRefused(Readers::images, image, ".zattrs");
	}

	// outputs: nothing is written or removed through a link, and a record cannot name what is not ours

	private Path results(final String name) throws IOException {
		final Path results = Files.createDirectory(folder.resolve(name));
		for (final Map.Entry<String, byte[]> file : Samples.results().entrySet()) Files.write(results.resolve(file.getKey()), file.getValue());
		return results;
	}

	private static void overwrite(final Path output) {
		try (OutputFolder out = OutputFolder.open(output, true)) {
			out.write("video.tif", path -> Files.writeString(path, "new"));
			out.commit(new RunRecord("test"));
		}
	}

	@Test
	void linksAmongOldResultsAreNotFollowed() throws IOException {
		final Path mine = text("mine.txt", "mine"), photos = Files.createDirectory(folder.resolve("photos")), cat = Files.writeString(photos.resolve("cat"),
			"cat"), results = results("out");
		Files.delete(results.resolve("video.tif"));
		Files.createSymbolicLink(results.resolve("video.tif"), mine);
		Files.delete(results.resolve("tracks.csv"));
		Files.createSymbolicLink(results.resolve("tracks.csv"), photos);
		overwrite(results);
		assertEquals("mine", Files.readString(mine));
		assertEquals("cat", Files.readString(cat));
		assertEquals("new", Files.readString(results.resolve("video.tif")));
	}

	@Test
	void anOutputThatIsALinkIsRefused() throws IOException {
		final Path results = results("real"), link = Files.createSymbolicLink(folder.resolve("link"), results);
		final Path empty = Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("not there"));
		for (final Path output : List.of(link, empty)) assertTrue(assertThrows(InputException.class, () -> overwrite(output)).getMessage().contains(
			"symbolic link"), output.toString());
		assertEquals("video.tif", Files.readString(results.resolve("video.tif")));
		assertTrue(Files.isSymbolicLink(link), "still a link");
	}

	@Test
	void unfinishedWorkDoesNotGoThroughALink() throws IOException {
		Files.createSymbolicLink(folder.resolve("out-unfinished"), Files.createDirectory(folder.resolve("photos")));
		assertThrows(InputException.class, () -> WorkFolder.of(folder.resolve("out")));
	}

	@Test
	void aRecordCannotNameWhatIsOutside() throws IOException {
		final Path mine = text("mine.txt", "mine"), results = results("out");
		Files.writeString(results.resolve(RunRecord.FILE), "{\"application\": \"Motion Layers\", \"files\": [\"../mine.txt\", \"" + mine +
			"\", \"video.tif\", {}, [\"labels.tif\"], null]}");
		Files.writeString(results.resolve("notes.txt"), "notes");
		overwrite(results);
		assertEquals("mine", Files.readString(mine));
		assertEquals("notes", Files.readString(results.resolve("notes.txt")));
		assertEquals("new", Files.readString(results.resolve("video.tif")));
	}
}
