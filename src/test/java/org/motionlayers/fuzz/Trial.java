package org.motionlayers.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.InputException;

/**
 * Gives one target its inputs, each as a file in a folder. A reader may read, or refuse with one line that names the file; whatever else it
 * throws, and too much processor time, goes to the fuzzer as a finding.
 */
final class Trial implements AutoCloseable {

	/** Processor time for an input of up to a megabyte, with the fuzzer's instruments in the code. */
	private static final long SECONDS = 10;
	/** Our exceptions cut their messages before this. */
	private static final int LONGEST = 4000;
	/** Inputs that bring most classes into the process. */
	private static final int WARM = 3;
	private static final Path MEMORY = Path.of("/dev/shm");

	private final FuzzTarget target;
	private final Corpus corpus;
	private final Path root;
	/** Where the files of a slot lie; slots of one folder share them. */
	private final Map<Map<String, byte[]>, Path> places = new IdentityHashMap<>();
	private long executions;
	private int made;

	/** Makes the folders of a target, in memory where the machine has such a place. */
	Trial(final FuzzTarget target) throws IOException {
		this.target = target;
		this.corpus = target.corpus();
		this.root = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "fuzz-") : Files.createTempDirectory("fuzz-");
	}

	/** @return the target's inputs to begin with */
	Corpus corpus() {
		return corpus;
	}

	/** Reads some inputs to begin with, however long that takes. */
	void warm() {
		for (final byte[] seed : corpus.seeds().subList(0, Math.min(WARM, corpus.seeds().size()))) {
			try {
				read(seed);
			}
			catch (final Throwable e) {
				// the fuzzer gives it again, and then it counts
			}
		}
		executions = 0;
	}

	/**
	 * Reads one input.
	 *
	 * @param input its place and content; empty ones are passed by
	 * @throws Throwable what the reader should not have thrown, or an AssertionError that says what is wrong with what it said
	 */
	void read(final byte[] input) throws Throwable {
		if (input.length == 0) return;
		executions++;
		final Corpus.Slot slot = corpus.slot(input);
		final Path folder = place(slot), file = folder.resolve(slot.replaced()), entry = slot.entry().isEmpty() ? folder : folder.resolve(slot
			.entry());
		Files.write(file, java.util.Arrays.copyOfRange(input, 1, input.length));
		final long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		try {
			target.reader().read(entry);
		}
		catch (final InputException | ModelException e) {
			requireLine(e.getMessage(), folder);
		}
		catch (final IOException e) {
			// a command says of it that the file cannot be read
			if (String.valueOf(e.getMessage()).length() > LONGEST) throw new AssertionError("too long: " + e.getMessage(), e);
		}
		final long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
		if (nanos > TimeUnit.SECONDS.toNanos(SECONDS)) throw new AssertionError(input.length + " bytes took " + TimeUnit.NANOSECONDS.toSeconds(
			nanos) + " s of processor time.");
		if (target == FuzzTarget.RUN_RECORD) {
			// the reader has put other files there
			places.remove(slot.files());
			Samples.delete(folder);
		}
		else Files.write(file, slot.files().get(slot.replaced()));
	}

	private Path place(final Corpus.Slot slot) throws IOException {
		final Path known = places.get(slot.files());
		if (known != null) return known;
		final Path folder = root.resolve("slot" + made++);
		for (final Map.Entry<String, byte[]> file : slot.files().entrySet()) {
			Files.createDirectories(folder.resolve(file.getKey()).getParent());
			Files.write(folder.resolve(file.getKey()), file.getValue());
		}
		places.put(slot.files(), folder);
		return folder;
	}

	/** One line that names the file, or a file beside it. */
	static void requireLine(final String message, final Path folder) {
		if (message == null || message.isBlank()) throw new AssertionError("no message");
		if (message.lines().count() != 1 || message.length() > LONGEST) throw new AssertionError("not one short line: " + message);
		if (!message.contains(folder.getFileName().toString())) throw new AssertionError("names no file: " + message);
	}

	/** @return the target, and how many inputs it was given */
	@Override
	public String toString() {
		return target.title() + " " + executions;
	}

	@Override
	public void close() {
		try {
			Samples.delete(root);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
