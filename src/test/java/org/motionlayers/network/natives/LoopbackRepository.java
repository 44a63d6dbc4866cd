package org.motionlayers.network.natives;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves a folder as a Maven repository on this machine. */
public final class LoopbackRepository implements AutoCloseable {

	private final HttpServer server;
	private final AtomicInteger requests = new AtomicInteger();

	/** Starts serving. */
	public LoopbackRepository(final Path root) throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", exchange -> serve(root, exchange));
		server.start();
	}

	private void serve(final Path root, final HttpExchange exchange) throws IOException {
		requests.incrementAndGet();
		final Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
		if (!Files.isRegularFile(file)) exchange.sendResponseHeaders(404, -1);
		else {
			exchange.sendResponseHeaders(200, Files.size(file));
			Files.copy(file, exchange.getResponseBody());
		}
		exchange.close();
	}

	/** @return http://127.0.0.1:PORT */
	public String address() {
		return "http://127.0.0.1:" + server.getAddress().getPort();
	}

	/** @return how often anything was asked for */
	public int requests() {
		return requests.get();
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
