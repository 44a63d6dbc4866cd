package org.motionlayers.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.command.PredictMotion;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.event.TaskEvent;

/** Files that vanish or become shorter while they are being read: the results of what they were, or one line and nothing. */
class VanishTest {

	private static final Path SQUARES = Path.of("test-data/squares");

	/** A movie of 16 frames, of which four are looked at, ends within the second. */
	private static final int CUT = 10;

	private static Context context;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() {
		context = new Context();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	/** Does something to files at the n-th event of a task, and counts them. */
	public static final class Mischief {

		private final int at;
		private final Runnable work;
		private int events;

		Mischief(final int at, final Runnable work) {
			this.at = at;
			this.work = work;
		}

		@EventHandler
		public synchronized void onEvent(final TaskEvent event) {
			if (++events == at) work.run();
		}
	}

	private static void empty(final Path file, final boolean removed) {
		try {
			if (Files.isDirectory(file)) {
				try (Stream<Path> inside = Files.walk(file)) {
					for (final Path each : inside.filter(Files::isRegularFile).toList()) empty(each, removed);
				}
			}
			else if (removed) Files.delete(file);
			else try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.truncate(channel.size() / CUT);
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** @return inputs, made anew: a TIFF, or an OME-Zarr folder whose frames are read when they are asked for */
	private Path[] inputs(final boolean zarr, final Path made) throws IOException {
		final Path inputs = folder.resolve("inputs");
		KillTest.delete(inputs);
		Files.createDirectories(inputs);
		final Path labels = Files.copy(zarr ? folder.resolve("tif/labels.tif") : SQUARES.resolve("labels.tif"), inputs.resolve("labels.tif"));
		if (!zarr) return new Path[] { Files.copy(SQUARES.resolve("image.tif"), inputs.resolve("image.tif")), labels };
		try (Stream<Path> files = Files.walk(made)) {
			for (final Path file : files.toList()) Files.copy(file, inputs.resolve("image.zarr").resolve(made.relativize(file).toString()));
		}
		return new Path[] { inputs.resolve("image.zarr"), labels };
	}

	private CommandModule predict(final Path image, final Path labels, final Path output, final String stacks) throws Exception {
		return context.service(CommandService.class).run(PredictMotion.class, true, "image", image.toString(), "labels", labels.toString(), "observed", 4,
			"frames", 4, "background", "temporal", "stacks", stacks, "keep", "observed", "rois", true, "output", new File(output.toString())).get();
	}

	@ParameterizedTest
	@CsvSource({ "image,false,true", "image,false,false", "labels,false,true", "labels,false,false", "image,true,true", "image,true,false" })
	void atAnyStep(final String which, final boolean zarr, final boolean removed) throws Exception {
		final Path made = folder.resolve("made");
		assertFalse(predict(SQUARES.resolve("image.tif"), SQUARES.resolve("labels.tif"), made, "zarr").isCanceled());
		if (zarr) assertFalse(predict(SQUARES.resolve("image.tif"), SQUARES.resolve("labels.tif"), folder.resolve("tif"), "tif").isCanceled());
		final Path[] whole = inputs(zarr, made.resolve("video.zarr"));
		assertFalse(predict(whole[0], whole[1], folder.resolve("expected"), "tif").isCanceled());
		final SortedMap<String, String> expected = Content.of(folder.resolve("expected"), Set.of("run.json"));
		int refused = 0;
		for (final int at : new int[] { 1, 3, 8, 21 }) {
			final Path[] inputs = inputs(zarr, made.resolve("video.zarr"));
			final Path output = folder.resolve("place/out");
			final Mischief mischief = new Mischief(at, () -> empty(inputs[which.equals("image") ? 0 : 1], removed));
			final List<EventSubscriber<?>> subscribers = context.service(EventService.class).subscribe(mischief);
			final CommandModule ran = predict(inputs[0], inputs[1], output, "tif");
			context.service(EventService.class).unsubscribe(subscribers);
			if (mischief.events < at) break;
			final String what = which + " gone at event " + at;
			if (ran.isCanceled()) {
				refused++;
				final String line = ran.getCancelReason();
				assertTrue(line.lines().count() == 1 && line.contains(inputs[which.equals("image") ? 0 : 1].getFileName().toString()), what + ": " + line);
				assertEquals(List.of(), Child.names(folder.resolve("place")), what);
			}
			else {
				assertEquals(expected, Content.of(output, Set.of("run.json")), what);
				KillTest.delete(output);
			}
		}
		System.out.println(which + (zarr ? " as Zarr" : "") + (removed ? " removed" : " cut short") + ": refused at " + refused + " events");
	}
}
