package org.motionlayers.segmentation.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
			for (final int[] a : objects(truth[t - 1], before)) for (final int[] b : objects(truth[t], now)) {
				if (a[0] == b[0]) links++;
				if (a[0] == b[0] && a[1] == b[1]) found++;
				if (a[0] != b[0] && a[1] == b[1]) wrong++;
			}
		}
		return new LinkingScore(links, found, wrong);
	}

	static Identities link(final Shape shape, final int[][] labels) {
		final List<Regions> frames = new ArrayList<>();
		for (final int[] frame : labels) frames.add(Regions.of(frame, shape));
		return new IdentityLinker(shape, frames, t -> labels[t]).link(Progress.NONE);
	}

	/** Pairs of true label and identity that occur together. */
	private static List<int[]> objects(final int[] truth, final int[] identities) {
		final List<int[]> pairs = new ArrayList<>();
		for (final int label : Arrays.stream(truth).filter(l -> l != 0).distinct().sorted().toArray()) {
			int p = 0;
			while (truth[p] != label) p++;
			pairs.add(new int[] { label, identities[p] });
		}
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
