package org.motionlayers.evaluate.dreamer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.dreamer.Reasoner;
import org.motionlayers.dreamer.decoder.VideoDecoder;
import org.motionlayers.dreamer.grid.GridReasoner;
import org.motionlayers.dreamer.objects.ObjectReasoner;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.network.weights.ModelException;

/** The arms of Table 1: those without a network, and those whose model is there. */
final class Entrants implements AutoCloseable {

	private static final String OBJECTS_MODEL = "dreamer-objects-collisions", GRID_MODEL = "dreamer-grid", DECODER_MODEL = "dreamer-decoder",
			ONE_STAGE_MODEL = "dreamer-onestage";

	/** Object space, ours. */
	static final String OBJECTS = "objects";

	/** Stage I on the grid moves the layers. */
	static final String GRID = "two_stage";

	/** Stage I on the grid, painted by stage II. */
	static final String DECODED = "two_stage_decoded";

	/** Frames straight from arrows. */
	static final String ONE_STAGE = "one_stage";

	/** Arrows are followed, all else stands. */
	static final String CONSTANT_VELOCITY = "constant_velocity";

	/** One object at a time. */
	static final String NO_REASONING = "no_reasoning";

	/** Object space that is also shown the frame before. */
	static final String OBJECTS_SEEN = "objects_seen";

	/** The true simulator, told as little as the others. */
	static final String KNOWN_PHYSICS = "known_physics";

	/** What charts and strips show. */
	static final List<String> CHARTED = List.of(OBJECTS, GRID, DECODED, ONE_STAGE, CONSTANT_VELOCITY, NO_REASONING);

	/** Opens a model. */
	@FunctionalInterface
	interface Opener<T> {

		/**
		 * @throws IOException where it cannot be read
		 * @throws ModelException where it is missing or damaged
		 */
		T open() throws IOException;
	}

	private final Budget budget;
	private final List<Arm> arms = new ArrayList<>();
	private final Map<String, String> missing = new LinkedHashMap<>();

	/** @param budget how much is drawn */
	Entrants(final Budget budget) {
		this.budget = budget;
	}

	/**
	 * The arms of Table 1, with the shipped models.
	 *
	 * @param budget how much is drawn
	 * @throws IOException where a model cannot be read; a model that is missing or damaged is noted
	 */
	static Entrants shipped(final Budget budget) throws IOException {
		final Entrants entrants = new Entrants(budget);
		entrants.reasoner(OBJECTS, "object space (ours)", () -> ObjectReasoner.open(ModelPlaces.find(OBJECTS_MODEL)));
		entrants.reasoner(GRID, "two stages: the grid, then layers", () -> GridReasoner.open(ModelPlaces.find(GRID_MODEL)));
		entrants.add(DECODED, () -> new FrameArm(DECODED, "two stages: the grid, then the video decoder", Painters.TwoStages.open(() -> GridReasoner
			.open(ModelPlaces.find(GRID_MODEL)), () -> decoder(DECODER_MODEL), budget)));
		entrants.add(ONE_STAGE, () -> new FrameArm(ONE_STAGE, "one stage: frames from arrows", new Painters.OneStage(decoder(ONE_STAGE_MODEL), budget
			.drawing())));
		entrants.add(CONSTANT_VELOCITY, Baselines::constantVelocity);
		entrants.add(OBJECTS_SEEN, () -> new SeenBefore(new ReasonerArm(OBJECTS_SEEN, "object space (ours), also shown the frame before",
			ObjectReasoner.open(ModelPlaces.find(OBJECTS_MODEL)), budget.samples(), budget.drawing())));
		entrants.add("true_velocity", Baselines::trueVelocity);
		entrants.reasoner(NO_REASONING, "object space, each object alone: no reasoning", () -> new Alone(ObjectReasoner.open(ModelPlaces.find(
			OBJECTS_MODEL))));
		entrants.add(KNOWN_PHYSICS, () -> new KnownPhysics(budget.pushes()));
		entrants.add("truth", Baselines::truth);
		return entrants;
	}

	private static VideoDecoder decoder(final String model) throws IOException {
		return VideoDecoder.open(ModelPlaces.find(model));
	}

	/** Adds an arm of stage I, or notes why its model cannot be had. */
	void reasoner(final String key, final String title, final Opener<? extends Reasoner> opener) throws IOException {
		add(key, () -> new ReasonerArm(key, title, opener.open(), budget.samples(), budget.drawing()));
	}

	/** Adds an arm, or notes why its model cannot be had. */
	void add(final String key, final Opener<? extends Arm> opener) throws IOException {
		try {
			arms.add(opener.open());
		}
		catch (final ModelException e) {
			missing.put(key, e.getMessage());
		}
	}

	/** @return the arms that can be tried */
	List<Arm> arms() {
		return List.copyOf(arms);
	}

	/** @return the arm of object space, where its model is there */
	Optional<ReasonerArm> objects() {
		return arms.stream().filter(arm -> arm.key().equals(OBJECTS)).map(ReasonerArm.class::cast).findFirst();
	}

	/** @return the arms that charts and strips show */
	List<Arm> charted() {
		return CHARTED.stream().flatMap(key -> arms.stream().filter(arm -> arm.key().equals(key))).toList();
	}

	/** @return why others cannot */
	Map<String, String> missing() {
		return new LinkedHashMap<>(missing);
	}

	@Override
	public void close() {
		arms.forEach(Arm::close);
	}
}
