package org.motionlayers.network.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyTorchInstallationTest {

	@TempDir
	Path temp;

	@ParameterizedTest
	@CsvSource({ "linux-x86_64, 114959289, 115", "win-x86_64, 78863871, 79", "osx-aarch64, 44973014, 45" })
	void theOfferTellsWhatFromWhereHowLargeAndInto(final String platform, final long bytes, final int megabytes) {
		final PyTorchInstallation pytorch = new PyTorchInstallation(platform, temp);
		assertEquals(bytes, pytorch.bytes());
		assertEquals("PyTorch 2.7.1 for " + platform + ", " + megabytes + " MB from https://repo.maven.apache.org/maven2 into " + temp.resolve(
			"jars"), pytorch.offer());
	}

	@Test
	void askingChangesNothing() {
		final PyTorchInstallation pytorch = new PyTorchInstallation("linux-x86_64", temp.resolve("natives"));
		assertTrue(pytorch.isAvailable());
		assertFalse(pytorch.isWhole());
		assertFalse(Files.exists(temp.resolve("natives")));
	}

	@Test
	void otherMachinesHaveNone() {
		final PyTorchInstallation pytorch = new PyTorchInstallation("osx-x86_64", temp);
		assertFalse(pytorch.isAvailable() || pytorch.isWhole());
		assertTrue(assertThrows(IOException.class, () -> pytorch.install(DownloadMonitor.NONE)).getMessage().contains("osx-x86_64"));
	}

	@Test
	void halfIsNotWhole() throws IOException {
		final PyTorchInstallation pytorch = new PyTorchInstallation("osx-aarch64", temp);
		Files.createDirectories(pytorch.folder());
		for (final RepositoryJar jar : PyTorchJars.of("osx-aarch64")) {
			assertFalse(pytorch.isWhole());
			try (RandomAccessFile file = new RandomAccessFile(pytorch.folder().resolve(jar.fileName()).toFile(), "rw")) {
				file.setLength(jar.bytes() - 1);
				assertFalse(pytorch.isWhole());
				file.setLength(jar.bytes());
			}
		}
		assertTrue(pytorch.isWhole());
	}

	@Test
	void aFolderThatCannotBeMadeIsTold() throws IOException {
		final Path file = Files.createFile(temp.resolve("file"));
		final String message = assertThrows(IOException.class, () -> new PyTorchInstallation("linux-x86_64", file).install(DownloadMonitor.NONE))
			.getMessage();
		assertTrue(message.contains(file.toString()) && message.contains("cannot be made"), message);
	}

	@Test
	void versionsAreThoseOfTheBuild() throws IOException {
		final String pom = Files.readString(Path.of("pom.xml"));
		assertTrue(pom.contains("<pytorch.version>" + PyTorchJars.PYTORCH + "</pytorch.version>"));
		assertTrue(pom.contains("<djl.version>" + PyTorchJars.DJL + "</djl.version>"));
	}
}
