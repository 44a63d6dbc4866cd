package org.motionlayers.network.natives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarDownloadTest {

	private static final int LENGTH = 300_000;

	@TempDir
	Path temp;

	private Path folder;
	private byte[] content;
	private RepositoryJar jar;
	private LoopbackRepository repository;

	@BeforeEach
	void serve() throws Exception {
		content = new byte[LENGTH];
		new Random(7).nextBytes(content);
		final Path served = Files.createDirectories(temp.resolve("repository/a/b/1"));
		Files.write(served.resolve("b-1.jar"), content);
		folder = Files.createDirectory(temp.resolve("natives"));
		jar = new RepositoryJar("a/b/1/b-1.jar", LENGTH, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
		repository = new LoopbackRepository(temp.resolve("repository"));
	}

	@AfterEach
	void stop() {
		repository.close();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private String refusal(final String address, final RepositoryJar wanted) throws IOException {
		final String message = assertThrows(IOException.class, () -> new JarDownload(address, wanted, folder).run(DownloadMonitor.NONE))
			.getMessage();
		assertEquals(1, message.lines().count(), message);
		assertEquals(List.of(), files(), "nothing half-done stays");
		return message;
	}

	@Test
	void arrivesWholeAndIsNotFetchedAgain() throws IOException {
		final List<Long> told = new ArrayList<>();
		new JarDownload(repository.address() + "/", jar, folder).run((done, total, what) -> told.add(done));
		assertArrayEquals(content, Files.readAllBytes(folder.resolve("b-1.jar")));
		assertEquals(List.of("b-1.jar"), files());
		assertTrue(!told.isEmpty() && told.stream().allMatch(done -> done >= 0 && done <= LENGTH), told.toString());
		new JarDownload(repository.address(), jar, folder).run(DownloadMonitor.NONE);
		assertEquals(1, repository.requests());
	}

	@Test
	void comesFromAFolderToo() throws IOException {
		new JarDownload(temp.resolve("repository").toUri().toString(), jar, folder).run(DownloadMonitor.NONE);
		assertArrayEquals(content, Files.readAllBytes(folder.resolve("b-1.jar")));
	}

	@Test
	void aDamagedOneIsReplaced() throws IOException {
		Files.write(folder.resolve("b-1.jar"), new byte[LENGTH]);
		new JarDownload(repository.address(), jar, folder).run(DownloadMonitor.NONE);
		assertArrayEquals(content, Files.readAllBytes(folder.resolve("b-1.jar")));
	}

	@Test
	void anAlteredOneIsRefused() throws IOException {
		content[LENGTH / 2]++;
		Files.write(temp.resolve("repository/a/b/1/b-1.jar"), content);
		final String message = refusal(repository.address(), jar);
		assertTrue(message.contains("b-1.jar") && message.contains("is not the file that it should be") && message.contains(jar.sha256()), message);
	}

	@Test
	void oneTooLongIsRefused() throws IOException {
		assertTrue(refusal(repository.address(), new RepositoryJar(jar.path(), LENGTH / 2, jar.sha256())).contains("is not the file"));
	}

	@Test
	void oneCutOffIsRefused() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			final Thread thread = new Thread(() -> answer(server, content.length / 3, false));
			thread.start();
			final String message = refusal("http://127.0.0.1:" + server.getLocalPort(), jar);
			assertTrue(message.startsWith("b-1.jar "), message);
			thread.join();
		}
	}

	@Test
	void whereThereIsNoServerOneLineSaysSo() throws IOException {
		repository.close();
		final String message = refusal(repository.address(), jar);
		assertTrue(message.contains("ConnectException") && message.contains("connect to the network") && message.contains(folder.toString()) &&
			message.contains("-Dmotionlayers.repository=ADDRESS"), message);
		assertTrue(refusal("http://nowhere.invalid", jar).contains("UnknownHostException"));
	}

	@Test
	void aMissingFileAndABadAddressAreTold() throws IOException {
		assertTrue(refusal(repository.address() + "/elsewhere", jar).contains("FileNotFoundException"));
		assertTrue(refusal("no address", jar).contains("no address"));
	}

	@Test
	void aSilentServerDoesNotKeepTheUser() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			final Thread thread = new Thread(() -> answer(server, content.length / 3, true));
			thread.start();
			final JarDownload download = new JarDownload("http://127.0.0.1:" + server.getLocalPort(), jar, folder);
			assertThrows(CancellationException.class, () -> download.run((done, total, what) -> {
				if (done >= LENGTH / 3) throw new CancellationException(what);
			}));
			assertTrue(thread.isAlive(), "the server is still there, and silent");
			assertTrue(!Files.exists(folder.resolve("b-1.jar")));
			thread.interrupt();
			thread.join();
			for (int i = 0; i < 200 && !files().isEmpty(); i++) Thread.sleep(50);
			assertEquals(List.of(), files(), "what had come is removed once the connection is closed");
		}
	}

	/** Answers one request with the first bytes of the jar, and then closes, or is silent until it is interrupted. */
	private void answer(final ServerSocket server, final int bytes, final boolean silent) {
		try (Socket socket = server.accept()) {
			socket.getInputStream().read(new byte[8192]);
			socket.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Length: " + LENGTH + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().write(content, 0, bytes);
			socket.getOutputStream().flush();
			if (silent) Thread.sleep(600_000);
		}
		catch (final IOException | InterruptedException exc) {
			// the test is over
		}
	}
}
