package org.motionlayers.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What Jazzer calls, in a process of its own; see scripts/fuzz.sh. The arguments name the targets; where there are several, the first byte of an
 * input chooses. As a main it writes the inputs to begin with into a folder.
 */
public final class FuzzDriver {

	/** Inputs of a target to begin with, where there are several targets. */
	static final int FEW = 12;

	private static final List<Trial> TRIALS = new ArrayList<>();

	private FuzzDriver() {}

	/** Called once, with the names of targets; none for all. Reads honest inputs before any time is taken: classes are instrumented as they come. */
	public static void fuzzerInitialize(final String[] titles) throws Throwable {
		for (final FuzzTarget target : FuzzTarget.of(titles)) TRIALS.add(new Trial(target));
		for (final Trial trial : TRIALS) trial.warm();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> TRIALS.forEach(Trial::close)));
	}

	/** Called for every input. */
	public static void fuzzerTestOneInput(final byte[] input) throws Throwable {
		if (TRIALS.size() == 1) TRIALS.get(0).read(input);
		else if (input.length > 0) TRIALS.get((input[0] & 0xff) % TRIALS.size()).read(Arrays.copyOfRange(input, 1, input.length));
	}

	/** Called at the end: how often each reader was called. */
	public static void fuzzerTearDown() {
		for (final Trial trial : TRIALS) System.err.println("fuzz: " + trial);
	}

	/**
	 * Writes inputs to begin with: those made of fixtures, and those that once found a defect.
	 *
	 * @param args a folder, and the names of targets; none for all
	 */
	public static void main(final String[] args) throws IOException {
		final List<FuzzTarget> targets = FuzzTarget.of(Arrays.copyOfRange(args, 1, args.length));
		final Path folder = Files.createDirectories(Path.of(args[0]));
		for (int i = 0; i < targets.size(); i++) {
			final List<byte[]> seeds = targets.get(i).corpus().seeds();
			// of several targets a few each, evenly: that is for a short run
			final int step = targets.size() == 1 ? 1 : (seeds.size() + FEW - 1) / FEW;
			for (int s = 0; s < seeds.size(); s += step) write(folder, targets, i, String.valueOf(s), seeds.get(s));
			for (final Map.Entry<String, byte[]> found : targets.get(i).found().entrySet()) write(folder, targets, i, found.getKey(), found.getValue());
		}
	}

	private static void write(final Path folder, final List<FuzzTarget> targets, final int i, final String name, final byte[] input)
		throws IOException
	{
		final byte[] chosen = new byte[input.length + 1];
		chosen[0] = (byte) i;
		System.arraycopy(input, 0, chosen, 1, input.length);
		Files.write(folder.resolve(targets.get(i).title() + "-" + name), targets.size() == 1 ? input : chosen);
	}
}
