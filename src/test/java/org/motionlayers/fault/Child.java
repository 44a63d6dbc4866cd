package org.motionlayers.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.motionlayers.command.CommandLine;

/** The command line in a program of its own. */
final class Child {

	/**
	 * How a program ended.
	 *
	 * @param status exit status
	 * @param complaints what it said as the command line says why it did nothing: one line
	 * @param said all that it said
	 */
	record End(int status, List<String> complaints, String said) {}

	private final Process process;
	private final Path said;

	private Child(final Process process, final Path said) {
		this.process = process;
		this.said = said;
	}

	/** Starts it with what is usual in these tests: one processor, one thread of PyTorch, a compiler that begins at once. */
	static Child start(final List<String> arguments) throws IOException {
		return start(List.of("-Xmx1g", "-XX:ActiveProcessorCount=1", "-Dai.djl.pytorch.num_threads=1"), arguments);
	}

	/** Starts it with these options of Java. */
	static Child start(final List<String> options, final List<String> arguments) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-Dai.djl.offline=true"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), CommandLine.class.getName()));
		command.addAll(arguments);
		final Path said = Files.createTempFile("said", ".txt");
		return new Child(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
	}

	/** Runs it to its end. */
	static End run(final List<String> arguments) throws IOException, InterruptedException {
		return start(arguments).end();
	}

	boolean isAlive() {
		return process.isAlive();
	}

	/** SIGKILL: nothing in the program is asked. */
	void kill() {
		process.destroyForcibly();
	}

	End end() throws IOException, InterruptedException {
		final int status = process.waitFor();
		final String text = Files.readString(said);
		Files.delete(said);
		return new End(status, text.lines().filter(line -> line.startsWith("motion-layers: ")).toList(), text);
	}

	/** @return the names of all that lies in a folder, in their order */
	static List<String> names(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}
