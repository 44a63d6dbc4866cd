package org.motionlayers.segmentation.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The pairing of two sets of objects with the greatest sum of weights, each object in at most one pair. Only candidate pairs are edges, and
 * every connected component is solved alone, so that thousands of objects, each with a few candidates, stay fast.
 */
final class Assignment {

	/** Weights are rounded to this fraction, so that sums are exact and the result does not depend on their order. */
	private static final double RESOLUTION = 1e-6;

	private final int firsts;
	private final int seconds;
	private final Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);

	/**
	 * @param firsts number of objects of the one set
	 * @param seconds number of objects of the other
	 */
	Assignment(final int firsts, final int seconds) {
		this.firsts = firsts;
		this.seconds = seconds;
	}

	/** Allows a pair; pairs without a positive weight are never made. */
	void candidate(final int first, final int second, final double weight) {
		final double rounded = Math.rint(weight / RESOLUTION);
		if (rounded <= 0) return;
		graph.addVertex(first);
		graph.addVertex(firsts + second);
		final DefaultWeightedEdge edge = graph.addEdge(first, firsts + second);
		if (edge != null) graph.setEdgeWeight(edge, rounded);
	}

	/** @return for every object of the second set its partner in the first, -1 where it has none */
	int[] solve() {
		final int[] partner = new int[seconds];
		Arrays.fill(partner, -1);
		for (final Set<Integer> component : new ConnectivityInspector<>(graph).connectedSets()) {
			if (component.size() == 2) pair(component.stream().sorted().toList(), partner);
			else solve(component, partner);
		}
		return partner;
	}

	private void pair(final List<Integer> two, final int[] partner) {
		partner[two.get(1) - firsts] = two.get(0);
	}

	private void solve(final Set<Integer> component, final int[] partner) {
		final Graph<Integer, DefaultWeightedEdge> part = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
		final List<Integer> sorted = new ArrayList<>(component);
		sorted.sort(null);
		final Set<Integer> one = new LinkedHashSet<>(), other = new LinkedHashSet<>();
		for (final int vertex : sorted) {
			part.addVertex(vertex);
			(vertex < firsts ? one : other).add(vertex);
		}
		for (final int vertex : one) for (final DefaultWeightedEdge edge : graph.edgesOf(vertex)) {
			final DefaultWeightedEdge copy = part.addEdge(vertex, graph.getEdgeTarget(edge));
			part.setEdgeWeight(copy, graph.getEdgeWeight(edge));
		}
		for (final DefaultWeightedEdge edge : new MaximumWeightBipartiteMatching<>(part, one, other).getMatching().getEdges())
			partner[part.getEdgeTarget(edge) - firsts] = part.getEdgeSource(edge);
	}
}
