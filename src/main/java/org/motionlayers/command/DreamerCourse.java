package org.motionlayers.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
	OBJECTS("Motion Dreamer, stage I in object space", new TrainingPlan(16, 20_000, 64, 1e-3, .5, 0), 20_000, List.of("collisions", "cells", "traffic"),
		List.of("It knows the kind of motion that it was trained on; on another kind it is a guess.",
			"The camera is taken to stand still in training; in a prediction its observed motion is taken out and added again.",
			"Objects are centres, sizes and second moments: what depends on finer shape is not seen.")) {

		@Override
		public Trainee<?> trainee(final TrainingPlan plan, final TrainingMaterial material, final Progress progress) {
			final List<ObjectClip> clips = material.examples().isEmpty() ? simulated(material, plan, progress) : own(material, plan, progress);
			final ObjectFormat format = new ObjectFormat(clips.get(0).scene().dimensions(), plan.frames(), REACH, material.examples().isEmpty());
			return new ObjectTrainee(ObjectNetwork.config(format, CHANNELS, HEADS, ROUNDS, BLOCKS), clips, ObjectTrainee.Options.DEFAULT.withBatch(plan
				.batch()).withCues(CueDraw.DEFAULT.withDropped(plan.masking())), plan.seed());
		}
	};

	/** Displacement that a token's value of 1 means, in mean diameters. */
	private static final double REACH = 2;

	/** Sizes of the network in object space. */
	private static final int CHANNELS = 96, HEADS = 4, ROUNDS = 3, BLOCKS = 2;

	/** Scenes simulated between two looks at the progress. */
	private static final int AT_ONCE = 200;

	private final String title;
	private final TrainingPlan usual;
	private final int usualScenes;
	private final List<String> scenes;
	private final List<String> limits;

	DreamerCourse(final String title, final TrainingPlan usual, final int usualScenes, final List<String> scenes, final List<String> limits) {
		this.title = title;
		this.usual = usual;
		this.usualScenes = usualScenes;
		this.scenes = scenes;
		this.limits = limits;
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
	public String title() {
		return title;
	}

	@Override
	public TrainingPlan usual() {
		return usual;
	}

	@Override
	public List<String> scenes() {
		return scenes;
	}

	@Override
	public int usualScenes() {
		return usualScenes;
	}

	@Override
	public List<String> limits() {
		return limits;
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

	private static List<ObjectClip> own(final TrainingMaterial material, final TrainingPlan plan, final Progress progress) {
		final List<ObjectClip> clips = new ArrayList<>();
		for (final TrainingMaterial.Example example : material.examples()) {
			clips.addAll(SegmentedClips.of(example.labels(), plan.frames(), progress));
			if (clips.get(clips.size() - 1).scene().dimensions() != clips.get(0).scene().dimensions()) throw new InputException("scenes: '" + example
				.name() + "' is of another number of dimensions than those before; 2D and 3D movies make two models.");
		}
		return clips;
	}
}
