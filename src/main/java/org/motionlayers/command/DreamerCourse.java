package org.motionlayers.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.motionlayers.dreamer.clip.CollisionClips;
import org.motionlayers.dreamer.cue.Masking;
import org.motionlayers.dreamer.decoder.DecoderClips;
import org.motionlayers.dreamer.decoder.DecoderOptions;
import org.motionlayers.dreamer.decoder.DecoderTrainee;
import org.motionlayers.dreamer.grid.GridOptions;
import org.motionlayers.dreamer.grid.GridTrainee;
import org.motionlayers.dreamer.objects.CueDraw;
import org.motionlayers.dreamer.objects.ObjectClip;
import org.motionlayers.dreamer.objects.ObjectFormat;
import org.motionlayers.dreamer.objects.ObjectNetwork;
import org.motionlayers.dreamer.objects.ObjectTrainee;
import org.motionlayers.dreamer.objects.SegmentedClips;
import org.motionlayers.dreamer.objects.SimulatedClips;
import org.motionlayers.network.train.Trainee;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** What of Motion Dreamer can be trained. */
enum DreamerCourse implements TrainingCourse {

	/** Stage I in object space. */
	OBJECTS(new CourseSummary("Motion Dreamer, stage I in object space", new TrainingPlan(16, 6_000, 64, 1e-3, .5, 0), 12_000, List.of(
		"collisions", "cells", "traffic"),
		List.of("It knows the kind of motion that it was trained on; on another kind it is a guess.",
			"The camera is taken to stand still in training; in a prediction its observed motion is taken out and added again.",
			"Objects are centres and how far they reach in 16 directions (26 in 3D): what depends on finer shape is not seen."))) {

		@Override
		public Trainee<?> trainee(final TrainingPlan plan, final TrainingMaterial material, final Progress progress) {
			final List<ObjectClip> clips = material.examples().isEmpty() ? simulated(material, plan, progress) : own(material, plan, progress);
			final ObjectFormat format = new ObjectFormat(clips.get(0).scene().dimensions(), plan.frames(), REACH, material.examples().isEmpty());
			return new ObjectTrainee(ObjectNetwork.config(format, CHANNELS, INNER, HEADS, BLOCKS), clips, ObjectTrainee.Options.DEFAULT.withBatch(plan
				.batch()).withCues(CueDraw.DEFAULT.withDropped(plan.masking())), plan.seed());
		}
	},

	/** Stage I on the grid. */
	GRID(new CourseSummary("Motion Dreamer, stage I on the grid", new TrainingPlan(8, 10_000, GridTrainee.BATCH, 5e-4, .5, 0), 0, List.of("collisions"), List.of(
		"It knows the kind of motion that it was trained on; on another kind it is a guess.",
		"2D alone; the image is drawn on a grid of 64 x 64 pixels, and what is smaller than a pixel there is not seen."))) {

		@Override
		public Trainee<?> trainee(final TrainingPlan plan, final TrainingMaterial material, final Progress progress) {
			final GridOptions usual = GridOptions.DEFAULT;
			final GridOptions options = new GridOptions(usual.side(), plan.frames(), usual.patch(), usual.widths(), usual.heads(), usual.speed(), usual
				.content(), usual.cue(), usual.carried(), usual.splat(), new Masking(Masking.By.INSTANCE, plan.masking()), usual.marks());
			return new GridTrainee(options, plan.batch(), CourseClips.of(material, plan.frames(), options.side(), new CollisionClips(options.side(), plan
				.frames())::draw), plan.seed());
		}
	},

	/** Stage II. */
	DECODER(new CourseSummary("Motion Dreamer, stage II: the video decoder", new TrainingPlan(8, 10_000, 4, 1e-3, .5, 0), 0, List.of("collisions"), List.of(
		"2D alone; it draws 64 x 64 pixels, which are enlarged to the size of the image.", "It draws what it has seen in training: simulated bodies and" +
			" cells, unless it is trained on your movies.", "Arrows are not shown to it; masking means nothing here."))) {

		@Override
		public Trainee<?> trainee(final TrainingPlan plan, final TrainingMaterial material, final Progress progress) {
			return decoder(DecoderOptions.STAGE_TWO, plan, material);
		}
	},

	/** Frames straight from arrows: what two stages are compared with. */
	ONESTAGE(new CourseSummary("Motion Dreamer's one-stage variant: frames straight from arrows", new TrainingPlan(8, 10_000, 4, 1e-3, .5, 0), 0, List.of("collisions"),
		List.of("2D alone, 64 x 64 pixels; it is there to compare with, no command draws with it but `reproduce paper=dreamer`.",
			"It is shown arrows and no motion, and learns what collisions do from pixels alone."))) {

		@Override
		public Trainee<?> trainee(final TrainingPlan plan, final TrainingMaterial material, final Progress progress) {
			return decoder(DecoderOptions.ONE_STAGE, plan, material);
		}
	};

	/** Displacement that a token's value of 1 means, in mean diameters. */
	private static final double REACH = 2;

	/** Sizes of the network in object space. */
	private static final int CHANNELS = 64, INNER = 48, HEADS = 4, BLOCKS = 2;

	/** Scenes simulated between two looks at the progress. */
	private static final int AT_ONCE = 200;

	private final CourseSummary summary;

	DreamerCourse(final CourseSummary summary) {
		this.summary = summary;
	}

	@Override
	public CourseSummary summary() {
		return summary;
	}

	@Override
	public String model() {
		return "dreamer";
	}

	@Override
	public String space() {
		return name().toLowerCase(Locale.ROOT);
	}

	@Override
	public Map<String, String> facts(final TrainingPlan plan) {
		return new TreeMap<>(Map.of("arrows hidden", "each with probability " + plan.masking(), "future frames at once", plan.frames() + " at most"));
	}

	/** Scenes that begin at the seed; those to judge by have seeds from {@link SimulatedClips#HELD_OUT} on. */
	private static List<ObjectClip> simulated(final TrainingMaterial material, final TrainingPlan plan, final Progress progress) {
		final SimulatedClips kind = SimulatedClips.valueOf(material.simulated().toUpperCase(Locale.ROOT));
		final ObjectClip[] clips = new ObjectClip[material.count()];
		for (int from = 0; from < clips.length; from += AT_ONCE) {
			progress.update(from, clips.length, "simulating scenes");
			IntStream.range(from, Math.min(clips.length, from + AT_ONCE)).parallel().forEach(k -> clips[k] = kind.clip(plan.frames(), Math.floorMod(plan
				.seed() + k, SimulatedClips.HELD_OUT)));
		}
		return Collections.unmodifiableList(Arrays.asList(clips));
	}

	private static Trainee<?> decoder(final DecoderOptions usual, final TrainingPlan plan, final TrainingMaterial material) {
		final DecoderOptions options = usual.withSize(plan.frames(), usual.side());
		return new DecoderTrainee(options, new DecoderTrainee.Lessons(CourseClips.of(material, plan.frames(), options.side(), new DecoderClips(options
			.side(), plan.frames())), plan.batch()), plan.seed());
	}

	private static List<ObjectClip> own(final TrainingMaterial material, final TrainingPlan plan, final Progress progress) {
		final List<ObjectClip> clips = new ArrayList<>();
		for (final TrainingMaterial.Example example : material.examples()) {
			clips.addAll(SegmentedClips.of(example.labels().orElseThrow(), plan.frames(), progress));
			if (clips.get(clips.size() - 1).scene().dimensions() != clips.get(0).scene().dimensions()) throw new InputException("scenes: '" + example
				.name() + "' is of another number of dimensions than those before; 2D and 3D movies make two models.");
		}
		return clips;
	}
}
