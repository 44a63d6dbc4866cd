package org.motionlayers.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motionlayers.command.DecomposeLayers;
import org.motionlayers.command.ExportTracks;
import org.motionlayers.command.PredictMotion;
import org.motionlayers.command.SimulateScenes;
import org.motionlayers.command.TrainModel;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** Disks that are full and disks that are read-only: real ones, mounted where the machine lets a test do so. */
class DiskTest {

	private static final String IMAGE = "test-data/squares/image.tif", LABELS = "test-data/squares/labels.tif";

	private static Context context;

	@TempDir
	Path folder;

	private Path disk;

	@BeforeAll
	static void start() {
		context = new Context();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	/** A command and its inputs, the output left out. */
	private record Writing(Class<? extends Command> command, Map<String, Object> inputs) {

		@Override
		public String toString() {
			return command.getSimpleName() + " " + inputs.getOrDefault("stacks", "");
		}
	}

	static Stream<Writing> writings() {
		final Map<String, Object> predict = Map.of("image", IMAGE, "labels", LABELS, "observed", 4, "frames", 3);
		return Stream.of(new Writing(PredictMotion.class, with(predict, "ctc", true, "rois", true, "futures", 20)), new Writing(PredictMotion.class, with(
			predict, "stacks", "zarr")), new Writing(SimulateScenes.class, Map.of("count", 2, "frames", 3, "size", 64)), new Writing(DecomposeLayers.class,
				Map.of("image", IMAGE, "labels", LABELS, "observed", 4)), new Writing(ExportTracks.class, Map.of("image", LABELS, "ctc", true, "rois", true)));
	}

	private static Map<String, Object> with(final Map<String, Object> map, final Object... more) {
		final Map<String, Object> all = new HashMap<>(map);
		for (int i = 0; i < more.length; i += 2) all.put((String) more[i], more[i + 1]);
		return all;
	}

	private static boolean does(final String... command) throws IOException, InterruptedException {
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
	}

	private void mount(final int kilobytes) throws IOException, InterruptedException {
		disk = Files.createDirectories(folder.resolve("disk"));
		assumeTrue(Files.isExecutable(Path.of("/bin/mount")) && does("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", disk.toString()),
			"a small disk cannot be mounted here");
	}

	private void resize(final int kilobytes) throws IOException, InterruptedException {
		assertTrue(does("mount", "-o", "remount,size=" + kilobytes + "k", disk.toString()));
	}

	@AfterEach
	void unmount() throws IOException, InterruptedException {
		if (disk != null) does("umount", "-l", disk.toString());
	}

	private static Module run(final Class<? extends Command> command, final Map<String, Object> inputs, final Path output) throws Exception {
		return context.service(CommandService.class).run(command, true, with(inputs, "output", new File(output.toString()))).get();
	}

	private static boolean isRefused(final Module module, final Path output, final String reason) {
		if (!((Cancelable) module).isCanceled()) return false;
		final String line = ((Cancelable) module).getCancelReason();
		assertTrue(line.lines().count() == 1 && line.contains(output.toString()) && line.contains(reason), line);
		return true;
	}

	@ParameterizedTest
	@MethodSource("writings")
	void aDiskThatFillsAtAnyFile(final Writing writing) throws Exception {
		mount(4);
		int refused = 0;
		for (int kilobytes = 4; true; kilobytes = kilobytes * 3 / 2 + 4) {
			resize(kilobytes);
			if (!isRefused(run(writing.command, writing.inputs, disk.resolve("out")), disk.resolve("out"), "No space left on device")) break;
			assertEquals(List.of(), Child.names(disk), "on a disk of " + kilobytes + " KB");
			refused++;
		}
		assertEquals(List.of("out"), Child.names(disk));
		assertTrue(refused >= 5, "refused " + refused + " times");
	}

	@Test
	void aTrainingOnADiskThatFills() throws Exception {
		final Map<String, Object> inputs = Map.of("count", 4, "frames", 2, "steps", 2, "batch", 2);
		assertFalse(((Cancelable) run(TrainModel.class, inputs, folder.resolve("expected/net"))).isCanceled());
		mount(4);
		int refused = 0;
		for (int kilobytes = 4; true; kilobytes = kilobytes * 3 / 2 + 4) {
			resize(kilobytes);
			final boolean begun = Files.exists(disk.resolve("net/checkpoint.safetensors"));
			if (!isRefused(run(TrainModel.class, with(inputs, "resume", begun), disk.resolve("net")), disk.resolve("net"), "No space left on device")) break;
			assertTrue(Child.names(disk).isEmpty() || Files.exists(disk.resolve("net/checkpoint.safetensors")), Child.names(disk).toString());
			assertFalse(Files.exists(disk.resolve("net/README.md")), "a card without its model");
			refused++;
		}
		assertTrue(refused >= 5, "refused " + refused + " times");
		for (final String file : List.of("model.safetensors", "config.json", "checkpoint.safetensors", "training.csv", "loss.png")) assertEquals(Content.of(
			folder.resolve("expected/net")).get(file), Content.of(disk.resolve("net")).get(file), file);
	}

	@ParameterizedTest
	@MethodSource("writings")
	void aDiskThatIsReadOnly(final Writing writing) throws Exception {
		mount(2000);
		Files.copy(Path.of(IMAGE), disk.resolve("image.tif"));
		assertTrue(does("mount", "-o", "remount,ro", disk.toString()));
		assertTrue(isRefused(run(writing.command, writing.inputs, disk.resolve("out")), disk.resolve("out"), "Read-only file system"));
		assertEquals(List.of("image.tif"), Child.names(disk));
		// what is read may lie there
		if (writing.inputs.get("image") == IMAGE) assertFalse(((Cancelable) run(writing.command, with(writing.inputs, "image", disk.resolve("image.tif")
			.toString()), folder.resolve("out"))).isCanceled());
	}

	@Test
	void aTrainingOnADiskThatIsReadOnly() throws Exception {
		mount(100);
		assertTrue(does("mount", "-o", "remount,ro", disk.toString()));
		assertTrue(isRefused(run(TrainModel.class, Map.of("count", 4, "frames", 2, "steps", 2, "batch", 2), disk.resolve("net")), disk.resolve("net"),
			"Read-only file system"));
	}
}
