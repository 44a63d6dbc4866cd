package org.motionlayers.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

class OutputFolderTest {

	@TempDir
	Path temp;

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	private Path run(final String name, final String text, final boolean overwrite) {
		final Path path = temp.resolve(name);
		try (OutputFolder out = OutputFolder.open(path, overwrite)) {
			out.write("result.txt", file -> Files.writeString(file, text));
			out.commit(new RunRecord("test"));
		}
		return path;
	}

	@Test
	void resultsAppearAtTheEndOnly() throws IOException {
		final Path path = temp.resolve("deep/out");
		try (OutputFolder out = OutputFolder.open(path, false)) {
			out.write("a.txt", file -> Files.writeString(file, "a"));
			assertFalse(Files.exists(path), "visible before the end");
			out.commit(new RunRecord("test"));
		}
		assertEquals(List.of("a.txt", "run.json"), names(path));
		assertEquals(List.of("out"), names(temp.resolve("deep")));
	}

	@Test
	void whatIsNotCommittedLeavesNothing() throws IOException {
		try (OutputFolder out = OutputFolder.open(temp.resolve("out"), false)) {
			out.write("folder", folder -> Files.writeString(Files.createDirectory(folder).resolve("a.txt"), "a"));
		}
		assertEquals(List.of(), names(temp));
	}

	@Test
	void earlierResultsAreReplacedOnlyOnRequest() throws IOException {
		final Path path = run("out", "first", false);
		final String message = assertThrows(InputException.class, () -> run("out", "second", false)).getMessage();
		assertTrue(message.contains("overwrite=true") && message.contains(path.toString()), message);
		assertEquals("first", Files.readString(path.resolve("result.txt")));
		run("out", "second", true);
		assertEquals("second", Files.readString(path.resolve("result.txt")));
		assertEquals(List.of("out"), names(temp));
	}

	@Test
	void filesOfOthersStay() throws IOException {
		final Path path = run("out", "first", false);
		Files.writeString(path.resolve("notes.txt"), "mine");
		try (OutputFolder out = OutputFolder.open(path, true)) {
			out.write("other.txt", file -> Files.writeString(file, "second"));
			out.commit(new RunRecord("test"));
		}
		assertEquals(List.of("notes.txt", "other.txt", "run.json"), names(path));
		assertEquals("mine", Files.readString(path.resolve("notes.txt")));
	}

	@Test
	void aFolderThatIsNotOursIsNeverTouched() throws IOException {
		final Path path = Files.createDirectory(temp.resolve("photos"));
		Files.writeString(path.resolve("holiday.jpg"), "x");
		final String message = assertThrows(InputException.class, () -> OutputFolder.open(path, true)).getMessage();
		assertTrue(message.contains("no run.json"), message);
		Files.writeString(path.resolve("run.json"), "{\"application\": \"another\"}");
		assertThrows(InputException.class, () -> OutputFolder.open(path, true));
		Files.writeString(path.resolve("run.json"), "no json");
		assertThrows(InputException.class, () -> OutputFolder.open(path, true));
		assertEquals(List.of("photos"), names(temp));
	}

	@Test
	void anEmptyFolderIsTaken() throws IOException {
		Files.createDirectory(temp.resolve("out"));
		assertEquals(List.of("result.txt", "run.json"), names(run("out", "a", false)));
	}

	@Test
	void aFileInThePlaceIsRefused() throws IOException {
		Files.writeString(temp.resolve("out"), "a file");
		assertTrue(assertThrows(InputException.class, () -> run("out", "a", true)).getMessage().contains("a file of that name"));
		assertTrue(assertThrows(InputException.class, () -> run("out/inner", "a", false)).getMessage().contains("cannot be made"));
	}

	@Test
	void aWriterThatFailsIsNamedAndLeavesNothing() throws IOException {
		final Path path = temp.resolve("out");
		final String message = assertThrows(InputException.class, () -> {
			try (OutputFolder out = OutputFolder.open(path, false)) {
				out.write("a.tif", file -> {
					Files.writeString(file, "half");
					throw new IOException("No space left on device");
				});
			}
		}).getMessage();
		assertTrue(message.contains("a.tif") && message.contains("No space left on device") && !message.contains("\n"), message);
		assertEquals(List.of(), names(temp));
	}

	@Test
	void aFullDiskIsToldInOneLine() throws IOException, InterruptedException {
		final Path disk = Files.createDirectory(temp.resolve("disk"));
		assumeTrue(Files.isExecutable(Path.of("/bin/mount")) && new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk
			.toString()).redirectErrorStream(true).start().waitFor() == 0, "a small disk cannot be mounted here");
		try {
			final String message = assertThrows(InputException.class, () -> {
				try (OutputFolder out = OutputFolder.open(disk.resolve("out"), false)) {
					for (int i = 0; i < 50; i++) {
						final String name = "video" + i + ".tif";
						out.write(name, file -> VideoStacks.image(BoxWorld.flat()).write(file, Progress.NONE));
					}
					out.commit(new RunRecord("test"));
				}
			}).getMessage();
			assertTrue(message.contains("No space left on device") && message.contains("video") && !message.contains("\n"), message);
			assertEquals(List.of(), names(disk));
		}
		finally {
			assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor());
		}
	}

	@Test
	void aKilledProgramLeavesNothing() throws IOException, InterruptedException {
		final Path out = temp.resolve("out");
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System
			.getProperty("java.class.path"), Endless.class.getName(), out.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		assertEquals('w', process.getInputStream().read());
		assertEquals(2, names(temp).size(), "the hidden folder and the lock");
		process.destroy();
		process.waitFor();
		assertEquals(List.of(), names(temp));
	}

	@Test
	void oneRunAtATimeWritesIntoAFolder() throws IOException, InterruptedException {
		final Path out = temp.resolve("out");
		try (OutputFolder first = OutputFolder.open(out, false)) {
			assertTrue(assertThrows(InputException.class, () -> OutputFolder.open(out, true)).getMessage().contains("another run is writing there"));
			first.write("a.txt", file -> Files.writeString(file, "a"));
			first.commit(new RunRecord("test"));
		}
		final Path other = temp.resolve("other");
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System
			.getProperty("java.class.path"), Endless.class.getName(), other.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		assertEquals('w', process.getInputStream().read());
		assertTrue(assertThrows(InputException.class, () -> OutputFolder.open(other, true)).getMessage().contains("another run is writing there"));
		assertEquals(3, names(temp).size(), "the other program's are untouched");
		// nothing in it is asked any more
		process.destroyForcibly();
		process.waitFor();
		assertEquals(3, names(temp).size(), "a hidden folder and a lock that locks nothing");
		assertEquals(List.of("result.txt", "run.json"), names(run("other", "a", false)));
		assertEquals(List.of("other", "out"), names(temp));
	}

	@Test
	void whatAKilledRunHadPutAsideComesBack() throws IOException {
		final Path path = run("out", "first", false), former = temp.resolve(".out-1f-former");
		Files.writeString(path.resolve("notes.txt"), "mine");
		// killed after the former results were put aside
		Files.move(path, former);
		Files.writeString(Files.createDirectory(temp.resolve(".out-1f-unfinished")).resolve("result.txt"), "second");
		assertTrue(assertThrows(InputException.class, () -> OutputFolder.open(path, false)).getMessage().contains("overwrite=true"));
		assertEquals(List.of("out"), names(temp));
		assertEquals("first", Files.readString(path.resolve("result.txt")));
		// killed after the new ones had taken their place
		Files.move(path, former);
		assertEquals("first", Files.readString(former.resolve("result.txt")));
		Files.createDirectory(path);
		Files.writeString(path.resolve("result.txt"), "second");
		Files.copy(former.resolve("run.json"), path.resolve("run.json"));
		run("out", "third", true);
		assertEquals(List.of("notes.txt", "result.txt", "run.json"), names(path));
		assertEquals("third", Files.readString(path.resolve("result.txt")));
		assertEquals(List.of("out"), names(temp));
	}

	@Test
	void hiddenFoldersOfOthersStay() throws IOException {
		final List<String> others = List.of(".other-1f-unfinished", ".out", ".out-1f", ".out-2-1f-unfinished", ".out-unfinished", "out-1f-unfinished");
		for (final String name : others) Files.createDirectory(temp.resolve(name));
		run("out", "a", false);
		assertEquals(Stream.concat(others.stream(), Stream.of("out")).sorted().toList(), names(temp));
	}

	@Test
	void whatOthersMadeMeanwhileStays() throws IOException {
		final Path path = temp.resolve("out");
		assertTrue(assertThrows(InputException.class, () -> {
			try (OutputFolder out = OutputFolder.open(path, true)) {
				out.write("result.txt", file -> Files.writeString(file, "ours"));
				Files.writeString(Files.createDirectory(path).resolve("result.txt"), "theirs");
				out.commit(new RunRecord("test"));
			}
		}).getMessage().contains("left alone"));
		assertEquals("theirs", Files.readString(path.resolve("result.txt")));
		assertEquals(List.of("out"), names(temp));
	}

	/** Writes and never ends. */
	static final class Endless {

		public static void main(final String... args) {
			final OutputFolder out = OutputFolder.open(Path.of(args[0]), false);
			out.write("a.txt", file -> {
				Files.writeString(file, "half");
				System.out.print("w");
				System.out.flush();
				try {
					Thread.sleep(60_000);
				}
				catch (final InterruptedException exc) {
					Thread.currentThread().interrupt();
				}
			});
		}
	}
}
