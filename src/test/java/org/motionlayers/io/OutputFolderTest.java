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
