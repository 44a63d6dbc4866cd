package org.motionlayers.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands that write are killed at random moments, in programs of their own, by a signal that nothing can catch: what is there to see then
 * is whole or nothing, inputs are as they were, and the same call again gives the bytes of a run that nothing happened to; a training
 * that had come to a checkpoint is resumed. {@code -Dkills=200} for the long form with every command that writes, {@code -Dkilled=train} for those
 * whose names begin so; what was seen is printed.
 */
class KillTest {

	private static final int KILLS = Integer.getInteger("kills", 2);

	/** From so many kills on it is the long form. */
	private static final int LONG = 40;

	/** Of all kills, those of a command that takes minutes. */
	private static final int OF_REPRODUCE = 2;

	private static final String KILLED = System.getProperty("killed", "");

	private static final long SEED = Long.getLong("seed", 1);

	private static final double NANOS = 1e9;

	@TempDir
	static Path inputs;

	@TempDir
	static Path place;

	/** What is there to see after a kill. */
	private enum Seen {
		/** No folder, nothing hidden. */
		NOTHING,
		/** No folder, and a hidden one beside its place, named unfinished. */
		HIDDEN,
		/** The folder with the results of before, and whatever hidden. */
		EARLIER,
		/** The whole results. */
		WHOLE,
		/** A training without a checkpoint, and no model. */
		BEGUN,
		/** A training with a checkpoint, and no model. */
		CHECKPOINT
	}

	/**
	 * A run that nothing happens to.
	 *
	 * @param content what it wrote
	 * @param seconds how long it took
	 * @param begun seconds after which the first file or folder was there, of a training the first checkpoint
	 */
	private record Reference(SortedMap<String, String> content, double seconds, double begun) {}

	@BeforeAll
	static void makeInputs() throws IOException, InterruptedException {
		Call.copyInputs(inputs);
		if (KILLS >= LONG) for (final Call call : Call.before(inputs)) assertEquals(0, Child.run(call.to(inputs.resolve(call.name()))).status());
	}

	@Test
	void whatIsKilledIsNeverHalf() throws IOException, InterruptedException {
		final List<Call> calls = (KILLS >= LONG ? Call.all(inputs) : Call.few(inputs).subList(1, 3)).stream().filter(call -> call.name().startsWith(
			KILLED)).toList();
		final SortedMap<String, String> before = Content.of(inputs);
		int left = KILLS, told = 0;
		for (int i = 0; i < calls.size(); i++) {
			final boolean slow = calls.get(calls.size() - 1).name().equals("reproduce") && i < calls.size() - 1;
			final int kills = (slow ? left - OF_REPRODUCE : left) / (slow ? calls.size() - 1 - i : calls.size() - i);
			left -= kills;
			told += killed(calls.get(i), kills);
			assertEquals(before, Content.of(inputs), calls.get(i) + ": the inputs");
		}
		assertEquals(KILLS, told);
	}

	private int killed(final Call call, final int kills) throws IOException, InterruptedException {
		final SplittableRandom random = new SplittableRandom(SEED + call.name().hashCode());
		final Path output = Files.createDirectory(place.resolve(call.name().replaceAll("\\W", "-"))).resolve("out");
		final Path earlier = earlier(call);
		final Reference reference = reference(call, output, earlier);
		final Map<Seen, Integer> counts = new EnumMap<>(Seen.class);
		int resumed = 0;
		for (int k = 0; k < kills; k++) {
			restore(output, earlier);
			final String what = call + ", kill " + k + " of seed " + SEED;
			// half of them from the first moment on, half of them while something is being written
			final Child child = Child.start(call.to(output));
			if (k % 2 == 1) awaitFirst(call, child, output.getParent());
			kill(child, random.nextDouble(k % 2 == 1 ? reference.seconds - reference.begun : reference.seconds));
			final Seen seen = call.training() ? seenOfTraining(call, output, reference, what) : seen(call, output, reference, earlier, what);
			counts.merge(seen, 1, Integer::sum);
			resumed += again(call, output, reference, seen, what);
		}
		System.out.printf("%-30s %3d kills in %5.1f s: %s, the same bytes after each; %d resumed%n", call, kills, reference.seconds, counts, resumed);
		return kills;
	}

	/** @return a folder with what is there before the call; null for nothing */
	private static Path earlier(final Call call) throws IOException, InterruptedException {
		if (call.earlier().isEmpty()) return null;
		final Path earlier = place.resolve("earlier");
		assertEquals(0, Child.run(Stream.concat(call.earlier().stream(), Stream.of("output=" + earlier)).toList()).status());
		Files.writeString(earlier.resolve("notes.txt"), "a file of the user's");
		return earlier;
	}

	private static void restore(final Path output, final Path earlier) throws IOException {
		delete(output.getParent());
		Files.createDirectory(output.getParent());
		if (earlier == null) return;
		try (Stream<Path> files = Files.walk(earlier)) {
			for (final Path file : files.toList()) Files.copy(file, output.resolve(earlier.relativize(file).toString()));
		}
	}

	static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
		}
	}

	private static Reference reference(final Call call, final Path output, final Path earlier) throws IOException, InterruptedException {
		restore(output, earlier);
		final long start = System.nanoTime();
		final Child child = Child.start(call.to(output));
		awaitFirst(call, child, output.getParent());
		final double begun = (System.nanoTime() - start) / NANOS;
		final Child.End end = child.end();
		assertEquals(0, end.status(), end.said());
		assertEquals(List.of("out"), Child.names(output.getParent()));
		return new Reference(Content.of(output, call.varying()), (System.nanoTime() - start) / NANOS, begun);
	}

	private static void awaitFirst(final Call call, final Child child, final Path parent) throws IOException, InterruptedException {
		final Path checkpoint = parent.resolve("out/checkpoint.safetensors");
		final int before = call.earlier().isEmpty() ? 0 : 1;
		while (child.isAlive() && (call.training() ? !Files.exists(checkpoint) : Child.names(parent).size() <= before)) Thread.sleep(1);
	}

	private static void kill(final Child child, final double seconds) throws IOException, InterruptedException {
		final long end = System.nanoTime() + (long) (seconds * NANOS);
		while (child.isAlive() && System.nanoTime() < end) Thread.sleep(1);
		child.kill();
		child.end();
	}

	private static Seen seen(final Call call, final Path output, final Reference reference, final Path earlier, final String what)
		throws IOException
	{
		final List<String> names = Child.names(output.getParent());
		assertTrue(names.stream().allMatch(name -> name.equals("out") || name.equals(".out-lock") || name.matches(
			"\\.out-[0-9a-f]+-(unfinished|former)") || name.equals("out-unfinished")), what + ": " + names);
		if (!Files.exists(output)) {
			assertTrue(earlier == null || names.stream().anyMatch(name -> name.endsWith("-former")), what + ": earlier results are gone: " + names);
			return names.stream().anyMatch(name -> name.endsWith("-unfinished")) ? Seen.HIDDEN : Seen.NOTHING;
		}
		final SortedMap<String, String> content = Content.of(output, call.varying());
		if (earlier != null && content.equals(Content.of(earlier))) return Seen.EARLIER;
		// a file of the user's comes back a moment later
		final SortedMap<String, String> whole = new TreeMap<>(reference.content);
		if (!content.containsKey("notes.txt")) whole.remove("notes.txt");
		assertEquals(whole, content, what + ": a folder that is there is whole");
		return Seen.WHOLE;
	}

	private static Seen seenOfTraining(final Call call, final Path output, final Reference reference, final String what) throws IOException {
		if (!Files.exists(output)) return Seen.NOTHING;
		final SortedMap<String, String> content = Content.of(output, call.varying());
		if (content.containsKey("model.safetensors") && content.containsKey("config.json")) {
			for (final String file : List.of("model.safetensors", "config.json", "checkpoint.safetensors")) assertEquals(reference.content.get(file), content
				.get(file), what + ": a model that is there is whole: " + file);
			return Seen.WHOLE;
		}
		assertTrue(!content.containsKey("README.md"), what + ": a card without a model");
		return content.containsKey("checkpoint.safetensors") ? Seen.CHECKPOINT : Seen.BEGUN;
	}

	/** @return 1 where it was a resume */
	private static int again(final Call call, final Path output, final Reference reference, final Seen seen, final String what) throws IOException,
		InterruptedException
	{
		final boolean resume = call.training() && (seen == Seen.CHECKPOINT || seen == Seen.WHOLE);
		final Child.End end = Child.run(resume ? call.to(output, "resume=true") : call.to(output));
		if (seen == Seen.WHOLE && !call.training() && call.earlier().isEmpty()) {
			assertEquals(1, end.status(), what + ": results that are whole are not replaced");
			assertTrue(end.complaints().size() == 1 && end.complaints().get(0).contains("the results of an earlier run"), what + ": " + end.said());
		}
		else assertEquals(0, end.status(), what + ": " + end.said());
		assertEquals(reference.content, Content.of(output, call.varying()), what + ": the same call again");
		assertEquals(List.of("out"), Child.names(output.getParent()), what + ": nothing stays beside");
		return resume ? 1 : 0;
	}
}
