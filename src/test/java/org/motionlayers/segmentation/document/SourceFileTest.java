package org.motionlayers.segmentation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

class SourceFileTest {

	private static final byte[] MEBIBYTE = new byte[1 << 20];

	@TempDir
	private Path folder;

	private Path zip(final String name, final int mebibytes) throws IOException {
		final Path file = folder.resolve("a.zip");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(name));
			for (int i = 0; i < mebibytes; i++) zip.write(MEBIBYTE);
		}
		return file;
	}

	@Test
	void zipBombIsRefused() throws IOException {
		final Path file = zip("a.roi", 300);
		assertTrue(Files.size(file) < MEBIBYTE.length, "the bomb has " + Files.size(file) + " bytes");
		final long[] read = new long[1];
		final InputException e = assertThrows(InputException.class, () -> SourceFile.forEachEntry(file, Progress.NONE, (name, in) -> {
			for (int n = in.read(MEBIBYTE); n > 0; n = in.read(MEBIBYTE)) read[0] += n;
			return true;
		}));
		assertTrue(e.getMessage().contains("more than 100 times their size"), e.getMessage());
		assertTrue(read[0] < 64L << 20, "read " + read[0]);
	}

	@Test
	void skippedEntriesCostNoMemoryHoweverLarge() throws IOException {
		assertFalse(SourceFile.hasEntry(zip("a.bin", 50), ".roi"));
	}

	@Test
	void gzipBombIsRefused() throws IOException {
		final Path file = folder.resolve("a.json.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
			out.write('[');
			for (int i = 0; i < 300; i++) out.write(" ".repeat(1 << 20).getBytes());
		}
		final InputException e = assertThrows(InputException.class, () -> JsonDocument.read(file, "JSON", Progress.NONE, JsonInput::skip));
		assertTrue(e.getMessage().contains("more than 100 times their size"), e.getMessage());
	}

	@Test
	void truncatedZipIsRefused() throws IOException {
		final Path file = zip("a.roi", 1);
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
		final InputException e = assertThrows(InputException.class, () -> SourceFile.forEachEntry(file, Progress.NONE, (name, in) -> in
			.readAllBytes().length >= 0));
		assertTrue(e.getMessage().contains("damaged zip"), e.getMessage());
	}

	@Test
	void entryNamesAreNamesOnly() throws IOException {
		final List<String> names = new ArrayList<>();
		SourceFile.forEachEntry(zip("../../../etc/evil.roi", 1), Progress.NONE, (name, in) -> names.add(name));
		assertEquals(List.of("../../../etc/evil.roi"), names);
		try (var files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}

	@Test
	void zipWithoutTheWantedEntryIsRefused() throws IOException {
		final Path file = zip("a.roi", 1);
		final InputException e = assertThrows(InputException.class, () -> JsonDocument.read(file, "JSON", Progress.NONE, JsonInput::skip));
		assertTrue(e.getMessage().contains("no entry ending in .json or .geojson"), e.getMessage());
	}

	@Test
	void readingStopsWhenCanceled() throws IOException {
		final Progress canceled = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				throw new AssertionError("canceled work went on");
			}

			@Override
			public boolean canceled() {
				return true;
			}
		};
		final Path file = Files.writeString(folder.resolve("a.json"), "[1]");
		assertThrows(CancellationException.class, () -> JsonDocument.read(file, "JSON", canceled, JsonInput::skip));
	}
}
