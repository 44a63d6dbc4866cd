package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motionlayers.dreamer.TinyModels;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** A command whose task is canceled at any step ends canceled, says so, finishes its task and leaves nothing behind. */
class CancelTest {

	private static final String IMAGE = "test-data/squares/image.tif", LABELS = "test-data/squares/labels.tif";

	/** A report is three events of the task (how much there is, how much is done, a line), its end is one. */
	private static final int LAST = 4;

	@TempDir
	Path folder;

	@TempDir
	static Path models;

	private static String model() {
		try {
			return TinyModels.objects(models.resolve("tiny"), 1).toString();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/**
	 * A call to be canceled.
	 *
	 * @param name of the command
	 * @param inputs the output folder left out
	 * @param least so many events there are for certain
	 */
	private record Call(String name, Map<String, Object> inputs, int least) {

		/** A call of something that lasts. */
		Call(final String name, final Map<String, Object> inputs) {
			this(name, inputs, 12);
		}
	}

	static Stream<Call> calls() {
		return Stream.of(new Call("predict", Map.of("image", IMAGE, "labels", LABELS, "observed", 4, "frames", 3, "ctc", true, "rois", true)),
			new Call("scorecard", Map.of("image", IMAGE, "labels", LABELS)), new Call("reproduce", Map.of("quick", true)),
			new Call("simulate", Map.of("count", 4)), new Call("dream", Map.of("image", IMAGE, "labels", LABELS, "observed", 1, "frames", 3, "model",
				model(), "steps", 60, "futures", 2)), new Call("decompose", Map.of("image", IMAGE, "labels", LABELS, "observed", 4), 2), new Call("import", Map
					.of("image", IMAGE, "labels", LABELS), 2), new Call("export", Map.of("image", LABELS, "ctc", true, "rois", true), 2), new Call("sample", Map.of(
						"frames", 20), 2), new Call("arrows", Map.of("image", IMAGE, "labels", LABELS, "frames", 3, "arrows", "1:2,0"), 2), new Call("evaluate", Map.of(
							"image", IMAGE, "truth", IMAGE, "labels", LABELS, "truthlabels", LABELS), 2), new Call("encode", Map.of("image", IMAGE), 2));
	}

	/** Cancels the task at its n-th event, and counts them. */
	public static final class Canceler {

		private final int at;
		private final AtomicInteger events = new AtomicInteger();
		private volatile Task task;

		Canceler(final int at) {
			this.at = at;
		}

		@EventHandler
		public void onEvent(final TaskEvent event) {
			task = event.getTask();
			if (!task.isDone() && events.incrementAndGet() == at) task.cancel("enough");
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void stopsAtAnyStep(final Call call) throws Exception {
		try (Context context = new Context(HeadlessServices.LIST)) {
			for (final int at : new int[] { 1, 2, 5, 11, 23, 47 }) {
				final Canceler canceler = new Canceler(at);
				final List<EventSubscriber<?>> subscribers = context.service(EventService.class).subscribe(canceler);
				final Path output = folder.resolve(call.name() + at);
				final CommandInfo info = new Help(context).find(call.name());
				final Map<String, Object> inputs = new java.util.HashMap<>(call.inputs());
				inputs.put("output", output.toFile());
				final Module ran = context.service(ModuleService.class).run(info, true, inputs).get();
				context.service(EventService.class).unsubscribe(subscribers);
				if (canceler.events.get() < at) {
					assertTrue(at >= call.least(), call.name() + " told of " + canceler.events + " steps only");
					break;
				}
				if (!((Cancelable) ran).isCanceled()) {
					// at the last report, and at the end of the task, there is nothing left to stop: the results are whole
					assertTrue(canceler.events.get() - at <= LAST, call.name() + " went on after event " + at + " of " + canceler.events);
					assertTrue(Files.exists(output.resolve("run.json")), call.name() + " is neither canceled nor whole");
					break;
				}
				assertEquals("enough", ((Cancelable) ran).getCancelReason());
				assertTrue(canceler.task.isDone(), "the task is finished");
				assertFalse(Files.exists(output));
				try (Stream<Path> left = Files.list(folder)) {
					assertEquals(List.of(), left.toList(), call.name() + " left something behind at event " + at);
				}
			}
		}
	}
}
