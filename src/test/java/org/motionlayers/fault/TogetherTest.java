package org.motionlayers.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs at once, on the same input and on the same output, and one with too little memory. */
class TogetherTest {

	@TempDir
	Path folder;

	private Call call() throws IOException {
		final Path inputs = Files.createDirectories(folder.resolve("inputs"));
		Call.copyInputs(inputs);
		return Call.predict(inputs);
	}


	@Test
	void oneWinsWholeAndTheOthersAreToldSo() throws IOException, InterruptedException {
		final Call call = call();
		final Path place = Files.createDirectory(folder.resolve("place")), output = place.resolve("out");
		final SortedMap<String, String> inputs = Content.of(folder.resolve("inputs"));
		final List<Child> children = List.of(Child.start(call.to(output)), Child.start(call.to(output)));
		final SortedMap<Integer, Integer> statuses = new TreeMap<>();
		for (final Child child : children) {
			final Child.End end = child.end();
			statuses.merge(end.status(), 1, Integer::sum);
			if (end.status() == 0) continue;
			final String line = String.join("\n", end.complaints());
			assertTrue(end.complaints().size() == 1 && (line.contains("another run is writing there") || line.contains("the results of an earlier run")),
				end.said());
		}
		assertEquals(new TreeMap<>(Map.of(0, 1, 1, 1)), statuses);
		assertEquals(List.of("out"), Child.names(place));
		assertEquals(inputs, Content.of(folder.resolve("inputs")));
		final Path alone = folder.resolve("alone");
		assertEquals(0, Child.run(call.to(alone)).status());
		assertEquals(Content.of(alone, Set.of("run.json")), Content.of(output, Set.of("run.json")));
	}

	@Test
	void theSameInputGivesBothTheSameBytes() throws IOException, InterruptedException {
		final Call call = call();
		final List<Path> outputs = Stream.of("a", "b").map(folder::resolve).toList();
		final List<Child> children = List.of(Child.start(call.to(outputs.get(0))), Child.start(call.to(outputs.get(1))));
		for (final Child child : children) assertEquals(0, child.end().status());
		assertEquals(Content.of(outputs.get(0), Set.of("run.json")), Content.of(outputs.get(1), Set.of("run.json")));
	}

	/** Two images whose labels need more than Java has: one is found out while it is taken apart, one while it is opened. */
	@Test
	void tooLittleMemoryIsOneLine() throws IOException, InterruptedException {
		final Path place = Files.createDirectory(folder.resolve("place")), large = folder.resolve("large");
		assertEquals(0, Child.run(List.of("sample", "sample=squares", "size=1600", "frames=3", "output=" + large)).status());
		for (final String memory : new String[] { "-Xmx40m", "-Xmx24m" }) refusedForMemory(Child.start(List.of(memory, "-XX:ActiveProcessorCount=1"), List.of(
			"predict", "image=" + large.resolve("image.tif"), "labels=" + large.resolve("labels.tif"), "frames=2", "output=" + place.resolve("out"))), place);
	}

	private static void refusedForMemory(final Child child, final Path place) throws IOException, InterruptedException {
		final Child.End end = child.end();
		assertEquals(1, end.status(), end.said());
		assertEquals(1, end.complaints().size(), end.said());
		assertTrue(end.complaints().get(0).contains("Out of memory: Java may use ") && end.complaints().get(0).contains("-Xmx"), end.said());
		assertTrue(!end.said().contains("\tat "), end.said());
		assertEquals(List.of(), Child.names(place), "left behind");
	}
}
