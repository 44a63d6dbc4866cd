package org.motionlayers.evaluate.ctc;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.scene.Segmentation;

/** Which computed object covers which true one: more than half of the true object's pixels. */
final class VertexMatching {

	private record Pair(int truth, int computed) {}

	private final Map<TrackingGraph.Vertex, TrackingGraph.Vertex> computedOf = new HashMap<>();
	private final Map<TrackingGraph.Vertex, Integer> matches = new HashMap<>();
	private double overlaps;

	VertexMatching(final Segmentation truth, final TrackingGraph truthGraph, final Segmentation computed, final TrackingGraph graph) {
		for (int t = 0; t < truth.frames(); t++) match(t, truth.labels(t), truthGraph, computed.labels(t), graph);
	}

	private void match(final int t, final int[] truth, final TrackingGraph truthGraph, final int[] computed, final TrackingGraph graph) {
		final Map<Pair, Integer> shared = new TreeMap<>(java.util.Comparator.comparingInt(Pair::truth).thenComparingInt(Pair::computed));
		for (int i = 0; i < truth.length; i++) if (truth[i] != 0 && computed[i] != 0) shared.merge(new Pair(truth[i], computed[i]), 1,
			Integer::sum);
		shared.forEach((pair, pixels) -> {
			final int area = truthGraph.areas(t).get(pair.truth());
			if (2L * pixels <= area) return;
			final TrackingGraph.Vertex vertex = new TrackingGraph.Vertex(t, pair.computed());
			computedOf.put(new TrackingGraph.Vertex(t, pair.truth()), vertex);
			matches.merge(vertex, 1, Integer::sum);
			overlaps += (double) pixels / (area + graph.areas(t).get(pair.computed()) - pixels);
		});
	}

	/** @return sum over matches of intersection over union */
	double overlaps() {
		return overlaps;
	}

	/** @return number of true vertices that are covered */
	int covered() {
		return computedOf.size();
	}

	/** @return number of computed vertices that cover at least one true one */
	int covering() {
		return matches.size();
	}

	/** @return the true vertex of every computed one that covers exactly one */
	Map<TrackingGraph.Vertex, TrackingGraph.Vertex> unique() {
		final Map<TrackingGraph.Vertex, TrackingGraph.Vertex> truthOf = new HashMap<>();
		computedOf.forEach((truth, computed) -> {
			if (matches.get(computed) == 1) truthOf.put(computed, truth);
		});
		return truthOf;
	}
}
