package org.motionlayers.segmentation.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** Shuffles the numbers of true identities in every frame, links them again, and counts what came back. */
record LinkingScore(int links, int found, int wrong) {

	static LinkingScore of(final Shape shape, final int[][] truth, final long seed) {
		final int[][] shuffled = shuffle(truth, seed);
		final Identities identities = link(shape, shuffled);
		int links = 0, found = 0, wrong = 0;
		for (int t = 1; t < truth.length; t++) {
			final int[] before = identities.relabel(shuffled[t - 1], t - 1), now = identities.relabel(shuffled[t], t);
			final Map<Integer, Integer> a = objects(truth[t - 1], before), b = objects(truth[t], now);
			final Map<Integer, Integer> truthOf = new HashMap<>();
			b.forEach((label, identity) -> truthOf.put(identity, label));
			for (final Map.Entry<Integer, Integer> object : a.entrySet()) {
				final Integer follower = truthOf.get(object.getValue());
				if (b.containsKey(object.getKey())) links++;
				if (object.getKey().equals(follower)) found++;
				else if (follower != null) wrong++;
			}
		}
		return new LinkingScore(links, found, wrong);
	}

	static Identities link(final Shape shape, final int[][] labels) {
		final List<Regions> frames = new ArrayList<>();
		for (final int[] frame : labels) frames.add(Regions.of(frame, shape));
		return new IdentityLinker(shape, frames, t -> labels[t]).link(Progress.NONE);
	}

	/** The identity by the true label. */
	private static Map<Integer, Integer> objects(final int[] truth, final int[] identities) {
		final Map<Integer, Integer> pairs = new HashMap<>();
		for (int p = 0; p < truth.length; p++) if (truth[p] != 0) pairs.put(truth[p], identities[p]);
		return pairs;
	}

	static int[][] shuffle(final int[][] truth, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int[][] result = new int[truth.length][];
		for (int t = 0; t < truth.length; t++) {
			final int[] labels = Arrays.stream(truth[t]).filter(l -> l != 0).distinct().sorted().toArray();
			final int[] numbers = new int[labels.length];
			for (int i = 0; i < numbers.length; i++) {
				final int j = random.nextInt(i + 1);
				numbers[i] = numbers[j];
				numbers[j] = i + 1;
			}
			result[t] = Arrays.stream(truth[t]).map(l -> l == 0 ? 0 : numbers[Arrays.binarySearch(labels, l)]).toArray();
		}
		return result;
	}

	double share() {
		return found / (double) links;
	}
}
