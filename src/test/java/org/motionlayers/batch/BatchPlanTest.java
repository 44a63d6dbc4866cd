package org.motionlayers.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.InputException;

class BatchPlanTest {

	private static final String LABELS = "{name}-labels.tif";

	@TempDir
	Path temp;

	private Path plate;
	private Path out;

	@BeforeEach
	void fill() throws Exception {
		plate = Files.createDirectories(temp.resolve("a plate"));
		out = temp.resolve("out");
		for (final String name : new String[] { "b.tif", "a.tif", "a-labels.tif", "b-labels.tif", ".hidden.tif", "notes.txt" }) Files.createFile(plate
			.resolve(name));
	}

	private BatchPlan plan(final Path movies, final String arguments, final String vary, final int blocks) {
		return new BatchPlan(movies, "*.tif", LABELS, "predict", arguments, vary, blocks, out);
	}

	private static void refused(final String part, final org.junit.jupiter.api.function.Executable work) {
		final String message = assertThrows(InputException.class, work).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void everyMovieOfAFolderIsAJobAndItsLabelsAreNone() throws Exception {
		final List<Job> jobs = plan(plate, "frames=3 arrows=[{folder}/{name}.csv]", "", 0).jobs();
		assertEquals(List.of("a", "b"), jobs.stream().map(Job::name).toList());
		assertEquals(List.of("image=" + plate.resolve("a.tif"), "frames=3", "arrows=" + plate.resolve("a.csv"), "labels=" + plate.resolve(
			"a-labels.tif"), "output=" + out.resolve("a")), jobs.get(0).arguments());
		assertEquals(out.resolve("a/run.json").toString(), jobs.get(0).done());
	}

	@Test
	void aTableSaysMoreOfEachMovieAndWhatVariesSaysMost() throws Exception {
		final Path table = plate.resolve("plate.csv");
		Files.writeString(table, "image,observed,seed\nb.tif,4,\na.tif,,9\n");
		final List<Job> jobs = plan(table, "observed=2 seed=1", "seed=5,6", 0).jobs();
		assertEquals(List.of("b/seed=5", "b/seed=6", "a/seed=5", "a/seed=6"), jobs.stream().map(Job::name).toList());
		assertTrue(jobs.get(0).arguments().containsAll(List.of("observed=4", "seed=5", "labels=" + plate.resolve("b-labels.tif"))), jobs.get(0)
			.toString());
		assertTrue(jobs.get(3).arguments().containsAll(List.of("observed=2", "seed=6")), jobs.get(3).toString());
	}

	@Test
	void blocksCoverEveryFrameOnce() throws Exception {
		final List<Job> jobs = plan(plate.resolve("a.tif"), "frames=7", "", 3).jobs();
		assertEquals(List.of("a begin", "a frames-000001-000003", "a frames-000004-000006", "a frames-000007-000007", "a end"), jobs.stream().map(
			Job::name).toList());
		assertEquals(List.of(0, 1, 1, 1, 2), jobs.stream().map(Job::stage).toList());
		assertTrue(jobs.get(2).arguments().containsAll(List.of("stacks=zarr", "part=frames", "first=4", "last=6")), jobs.get(2).toString());
		assertEquals(1, jobs.stream().map(Job::whole).distinct().count());
		assertEquals(5, jobs.stream().map(Job::done).distinct().count());
	}

	@Test
	void jobsGoToOtherMachinesAndComeBackTheSame() throws Exception {
		final List<Job> jobs = plan(plate, "frames=3", "seed=1..3", 2).jobs();
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
			for (final Job job : jobs) stream.writeObject(job);
		}
		try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			for (final Job job : jobs) assertEquals(job, stream.readObject());
		}
	}

	@Test
	void whatDoesNotFitTogetherIsRefused() throws Exception {
		refused("blocks=2: arguments must say frames=", () -> plan(plate, "", "", 2).jobs());
		refused("a batch says image, output, overwrite itself", () -> plan(plate, "output=x", "", 0).jobs());
		refused("no such file or folder", () -> plan(temp.resolve("none"), "", "", 0).jobs());
		refused("no movie whose name matches pattern=*.tif", () -> plan(Files.createDirectory(temp.resolve("empty")), "", "", 0).jobs());
		refused("cannot be done in blocks", () -> new BatchPlan(plate, "*.tif", "", "scorecard", "", "", 2, out));
		refused("output: a folder", () -> new BatchPlan(plate, "*.tif", "", "predict", "", "", 0, Path.of("")));
		Files.writeString(plate.resolve("table.csv"), "movie\na.tif\n");
		refused("one of them image", () -> plan(plate.resolve("table.csv"), "", "", 0).jobs());
	}

	@Test
	void twoMoviesOfOneNameAreRefused() throws Exception {
		final Path list = plate.resolve("list.txt");
		Files.createDirectory(temp.resolve("other"));
		Files.createFile(temp.resolve("other/A.tif"));
		Files.writeString(list, "a.tif\n\n../other/A.tif\n");
		final List<Job> jobs = plan(list, "", "", 0).jobs();
		refused("The jobs 'a' and 'A' would both write", () -> new Batch(jobs, 1));
	}
}
