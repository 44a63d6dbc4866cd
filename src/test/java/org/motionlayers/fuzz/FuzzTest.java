package org.motionlayers.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.scene.InputException;

/** All readers on what once broke one, and a short run of the fuzzer; scripts/fuzz.sh runs it long. */
class FuzzTest {

	/** Inputs of the short run, those to begin with among them; a system property -Dfuzz=100000 makes it longer. */
	private static final int RUNS = Integer.getInteger("fuzz", 450);

	@ParameterizedTest
	@EnumSource(FuzzTarget.class)
	void whatOnceBrokeAReaderIsReadOrRefused(final FuzzTarget target) throws Throwable {
		try (Trial trial = new Trial(target)) {
			for (final Map.Entry<String, byte[]> input : target.found().entrySet()) try {
				trial.read(input.getValue());
			}
			catch (final Throwable e) {
				throw new AssertionError(target.title() + "/" + input.getKey() + ": " + e, e);
			}
		}
	}

	/** A trial that took everything for right would find nothing. */
	@Test
	void aTrialFindsWhatIsWrong() throws Throwable {
		final Path file = Path.of("folder", "file.json");
		assertThrows(AssertionError.class, () -> Trial.requireLine("no name in it", file.getParent()));
		assertThrows(AssertionError.class, () -> Trial.requireLine("folder:\ntwo lines", file.getParent()));
		assertThrows(AssertionError.class, () -> Trial.requireLine("", file.getParent()));
		Trial.requireLine(new InputException(file + ": no JSON").getMessage(), file.getParent());
		try (Trial trial = new Trial(FuzzTarget.CONFIG)) {
			for (final byte[] seed : trial.corpus().seeds()) trial.read(seed);
			assertEquals("config " + trial.corpus().seeds().size(), trial.toString());
		}
	}

	@Test
	void aShortRunOfAllReadersFindsNothing(@TempDir final Path folder) throws IOException, InterruptedException {
		final Path seeds = folder.resolve("seeds"), found = Files.createDirectory(folder.resolve("found"));
		FuzzDriver.main(new String[] { seeds.toString() });
		final Path log = folder.resolve("log");
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
			"-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
			"--target_class=" + FuzzDriver.class.getName(), "--instrumentation_includes=org.motionlayers.**", "--custom_hook_includes=org.motionlayers.**",
			"--reproducer_path=" + found, "-artifact_prefix=" + found + File.separator, "-runs=" + RUNS, "-seed=1", "-max_len=100000", "-keep_seed=1", "-timeout=300",
			seeds.toString()));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		final int status = process.waitFor();
		final String said = Files.readString(log);
		assertEquals(0, status, () -> said.substring(Math.max(0, said.length() - 8000)));
		for (final FuzzTarget target : FuzzTarget.values()) {
			final Matcher count = Pattern.compile("^fuzz: " + target.title() + " (\\d+)$", Pattern.MULTILINE).matcher(said);
			assertTrue(count.find() && Long.parseLong(count.group(1)) >= Math.min(FuzzDriver.FEW / 2, target.corpus().seeds()
				.size()), target.title() + " was not fuzzed: " + said
				.substring(Math.max(0, said.length() - 2000)));
		}
	}
}
