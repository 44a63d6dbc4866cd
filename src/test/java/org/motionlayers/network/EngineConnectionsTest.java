package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/**
 * Nobody is told that the engine is used. A process of its own loads it, with every way out of Java led to a socket of ours, which counts who
 * knocks.
 */
class EngineConnectionsTest {

	/** A program that loads the engine, or for comparison asks for a page; prints what DJL then finds for its switches. */
	static final class Program {

		private Program() {}

		public static void main(final String... args) throws IOException {
			if (args[0].equals("load")) NetworkEngine.require();
			else try {
				URI.create(args[0]).toURL().openConnection().getInputStream().close();
			}
			catch (final IOException e) {
				// what counts is that somebody knocked
			}
			System.out.println("switches " + System.getProperty("OPT_OUT_TRACKING") + " " + System.getProperty("ai.djl.offline"));
		}
	}

	private final AtomicInteger knocks = new AtomicInteger();

	private String run(final String what) throws IOException, InterruptedException {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			final Thread counter = new Thread(() -> count(server));
			counter.setDaemon(true);
			counter.start();
			final String port = String.valueOf(server.getLocalPort());
			final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
				"-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=" + port, "-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=" + port, "-Dhttp.nonProxyHosts=",
				"-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=" + port, "-Dai.djl.pytorch.num_threads=1", "-cp", System.getProperty("java.class.path"),
				Program.class.getName(), what).redirectErrorStream(true).start();
			final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertEquals(0, process.waitFor(), said);
			return said;
		}
	}

	private void count(final ServerSocket server) {
		while (!server.isClosed()) {
			try (Socket knocking = server.accept(); OutputStream out = knocking.getOutputStream()) {
				knocks.incrementAndGet();
				out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			}
			catch (final IOException e) {
				// closed: the end of the test
			}
		}
	}

	@Test
	void loadingTheEngineTellsNobody() throws Exception {
		final String said = run("load");
		assertTrue(said.contains("switches true true"), said);
		assertEquals(0, knocks.get(), "connections while the engine was loaded");
	}

	@Test
	void whoDoesConnectIsCounted() throws Exception {
		for (final String address : List.of("http://169.254.169.254/latest/meta-data/", "http://example.invalid/", "https://example.invalid/")) {
			final int before = knocks.get();
			run(address);
			assertTrue(knocks.get() > before, address + " was not counted");
		}
	}
}
