package org.motionlayers.dreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.decompose.HarmonicInpainter;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.predict.Cues;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.TrackMeasurer;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.simulate.Scenario;
import org.motionlayers.simulate.ScenarioOptions;
import org.motionlayers.simulate.body.BodySample;

/** The predictor around a reasoner: settings, models, the choice of a typical motion, futures, cancelling. */
class DreamerPredictorTest {

	@TempDir
	static Path models;

	@TempDir
	Path folder;

	private final DreamerPredictor predictor = new DreamerPredictor();

	@BeforeAll
	static void writeModels() throws Exception {
		TinyModels.objects(models.resolve("tiny"), 1);
		TinyModels.objects(models.resolve("other"), 2);
	}

	private static PredictionRequest request(final Map<String, String> settings, final long seed) {
		final BodySample made = Scenario.COLLISIONS.sample(ScenarioOptions.DEFAULT.withSize(64, 2), 3);
		final Movie movie = made.movie().head(1);
		final Segmentation labels = made.labels().head(1);
		final Scene scene = Decomposer.decompose(movie, labels, new HarmonicInpainter(), Optional.empty(), 0, Progress.NONE);
		final Map<String, String> told = new HashMap<>(Map.of("model", models.resolve("tiny").toString(), "steps", "3", "samples", "3"));
		told.putAll(settings);
		return new PredictionRequest(scene, movie, labels, new TrackMeasurer().measure(movie, labels, scene, Progress.NONE), new Cues(
			new TreeMap<>(Map.of(2, new double[] { 1.5, -1 }))), 6, seed, told);
	}

	@Test
	void anObjectWithAnArrowFollowsItAndTheSameSeedGivesTheSame() {
		final PredictionRequest request = request(Map.of(), 7);
		final Motion motion = predictor.predict(request, Progress.NONE);
		assertEquals(6, motion.frames());
		final int arrow = request.scene().indexOf(2);
		assertEquals(9, motion.displacement(6, arrow, 0), 1e-6);
		assertEquals(-6, motion.displacement(6, arrow, 1), 1e-6);
		assertEquals("dreamer", motion.provenance().predictor());
		assertEquals(List.of("tiny", "3", "objects"), List.of(motion.provenance().parameters().get("model"), motion.provenance().parameters().get(
			"typical of samples"), motion.provenance().parameters().get("space")));
		final Motion again = predictor.predict(request, Progress.NONE), another = predictor.predict(request(Map.of(), 8), Progress.NONE);
		for (int t = 1; t <= 6; t++) for (int i = 0; i < motion.objects(); i++) assertEquals(motion.displacement(t, i, 0), again.displacement(t, i, 0));
		assertNotEquals(motion.displacement(6, 0, 0), another.displacement(6, 0, 0));
	}

	@Test
	void futuresAreSamplesAboutTheTypicalOne() {
		final PredictionRequest request = request(Map.of(), 7);
		final Futures futures = predictor.futures(request, 3, Progress.NONE);
		final Motion expected = predictor.predict(request, Progress.NONE);
		assertEquals(3, futures.samples());
		int same = 0;
		for (int s = 0; s < 3; s++) {
			boolean equal = true;
			for (int i = 0; i < expected.objects(); i++) equal &= futures.paths(i).seen()[s][6][0] == expected.displacement(6, i, 0);
			if (equal) same++;
		}
		assertEquals(1, same, "the typical motion is one of as many samples of the same seed");
		assertThrows(InputException.class, () -> predictor.futures(request, 0, Progress.NONE));
	}

	/** Worked by hand: three points on a line at 0, 1 and 10 have sums of distances 11, 10 and 19. */
	@Test
	void theTypicalMotionIsTheMedoid() {
		final List<Motion> motions = new ArrayList<>();
		for (final double x : new double[] { 0, 1, 10 }) motions.add(Motion.constant(new int[] { 1 }, 1, 2, new double[] { x, 0 }, new double[0],
			new Motion.Provenance("test", 0, Map.of())));
		assertEquals(1, TypicalMotion.of(motions));
		assertEquals(0, TypicalMotion.of(motions.subList(0, 2)), "of equal ones the first");
		assertThrows(InputException.class, () -> TypicalMotion.of(List.of()));
	}

	@Test
	void stopsWithinTheSteps() {
		final AtomicInteger asked = new AtomicInteger();
		final Progress stopped = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				assertTrue(done <= total, done + " of " + total);
			}

			@Override
			public boolean canceled() {
				return asked.incrementAndGet() > 2;
			}
		};
		assertThrows(CancellationException.class, () -> predictor.predict(request(Map.of("steps", "200"), 1), stopped));
		assertTrue(asked.get() <= 4, asked + " steps were made");
	}

	@Test
	void settingsThatMeanNothingAreRefused() {
		for (final Map<String, String> wrong : List.of(Map.of("speed", "7"), Map.of("steps", "many"), Map.of("steps", "1"), Map.of("sampler",
			"euler"), Map.of("space", "time"), Map.of("samples", "0"))) {
			final String said = assertThrows(InputException.class, () -> predictor.predict(request(wrong, 1), Progress.NONE), wrong.toString())
				.getMessage();
			assertTrue(said.startsWith(wrong.keySet().iterator().next() + "=") || said.contains("predictor=dreamer"), said);
		}
	}

	@Test
	void modelsThatAreNoneAreRefused() throws Exception {
		final Path unknown = folder.resolve("unknown");
		Files.createDirectories(unknown);
		Files.copy(models.resolve("tiny/model.safetensors"), unknown.resolve("model.safetensors"));
		Files.writeString(unknown.resolve("config.json"), "{\"architecture\": \"telescope\"}");
		refused("'telescope', which reasons no motion", unknown);
		Files.delete(unknown.resolve("config.json"));
		refused("has no config.json", unknown);
		refused("no such folder", folder.resolve("nowhere"));
	}

	private void refused(final String part, final Path model) {
		final String said = assertThrows(ModelException.class, () -> predictor.predict(request(Map.of("model", model.toString()), 1),
			Progress.NONE)).getMessage();
		assertTrue(said.contains(part) && said.contains(model.getFileName().toString()), said);
	}

	@Test
	void aModelStaysOpenUntilItIsWrittenAnew() throws Exception {
		final DreamerModels opened = new DreamerModels();
		final Path model = TinyModels.objects(folder.resolve("net"), 3);
		final Reasoner first;
		try (DreamerModels.Lease lease = opened.open(model)) {
			first = lease.reasoner();
		}
		try (DreamerModels.Lease lease = opened.open(model)) {
			assertSame(first, lease.reasoner());
			// used while two others come: still open, as its answer shows
			opened.open(models.resolve("tiny")).close();
			opened.open(models.resolve("other")).close();
			assertEquals(1, lease.reasoner().draw(request(Map.of(), 1), 1, new Drawing(Drawing.Method.DDIM, 2), Progress.NONE).size());
		}
		try (DreamerModels.Lease lease = opened.open(model)) {
			assertNotSame(first, lease.reasoner(), "closed once nobody used it");
		}
		TinyModels.objects(model, 4);
		Files.setLastModifiedTime(model.resolve("model.safetensors"), java.nio.file.attribute.FileTime.fromMillis(1_000_000));
		final Reasoner anew;
		try (DreamerModels.Lease lease = opened.open(model)) {
			anew = lease.reasoner();
		}
		assertNotSame(first, anew);
	}
}
