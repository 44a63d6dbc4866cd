package org.motionlayers.evaluate.ctc;

import java.util.Map;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Segmentation;

/**
 * The measures of the Cell Tracking Challenge, from the operations that turn the computed graph into the true one (Matula et al. 2015).
 * An object is matched where a computed one covers more than half of its pixels.
 *
 * @param seg mean over true objects of the intersection over union with their match, 0 without one
 * @param det {@code 1 - min(D, D0) / D0}, D = 5 NS + 10 FN + FP, D0 = 10 vertices
 * @param tra {@code 1 - min(A, A0) / A0}, A = D + ED + 1.5 EA + EC, A0 = 10 vertices + 1.5 edges
 * @param lnk {@code 1 - min(L, L0) / L0}, L = ED + 1.5 EA + EC, L0 = 1.5 edges; NaN without edges
 * @param operations how many of each were needed
 * @param vertices of the true graph
 * @param edges of the true graph
 */
public record CellTrackingMeasures(double seg, double det, double tra, double lnk, Operations operations, int vertices, int edges) {

	/**
	 * What must be done to the computed graph.
	 *
	 * @param ns vertices to split
	 * @param fn vertices to add
	 * @param fp vertices to delete
	 * @param ed edges to delete, between uniquely matched vertices
	 * @param ea edges to add
	 * @param ec edges whose meaning is wrong, track or parent
	 */
	public record Operations(int ns, int fn, int fp, int ed, int ea, int ec) {

		private static final double NS = 5, FN = 10, FP = 1, ED = 1, EA = 1.5, EC = 1;

		double detection() {
			return NS * ns + FN * fn + FP * fp;
		}

		double linking() {
			return ED * ed + EA * ea + EC * ec;
		}

		/** @return the weighted sum of all operations, AOGM */
		public double aogm() {
			return detection() + linking();
		}
	}

	/**
	 * Measures a computed segmentation and tracking.
	 *
	 * @param truth true labels, identities and parents, all objects annotated
	 * @param computed labels, identities and parents to judge, of the same size and number of frames
	 * @return the measures
	 */
	public static CellTrackingMeasures of(final Segmentation truth, final Segmentation computed) {
		if (!truth.shape().sameSpace(computed.shape()) || truth.frames() != computed.frames()) throw new InputException("The truth has " +
			truth.frames() + " frames of " + truth.shape().space() + ", the result " + computed.frames() + " of " + computed.shape().space() +
			"; both must have the same.");
		final TrackingGraph trueGraph = new TrackingGraph(truth), graph = new TrackingGraph(computed);
		final VertexMatching matching = new VertexMatching(truth, trueGraph, computed, graph);
		final int v = trueGraph.vertices(), e = trueGraph.edges().size();
		if (v == 0) throw new InputException("The true labels hold no object.");
		final Operations o = operations(trueGraph, graph, matching);
		final double none = Operations.FN * v, noEdges = Operations.EA * e;
		return new CellTrackingMeasures(matching.overlaps() / v, score(o.detection(), none), score(o.aogm(), none + noEdges), score(o
			.linking(), noEdges), o, v, e);
	}

	private static double score(final double cost, final double costOfNothing) {
		return 1 - Math.min(cost, costOfNothing) / costOfNothing;
	}

	private static Operations operations(final TrackingGraph truth, final TrackingGraph computed, final VertexMatching matching) {
		final Map<TrackingGraph.Vertex, TrackingGraph.Vertex> trueVertex = matching.unique();
		int right = 0, ed = 0, ec = 0;
		for (final Map.Entry<TrackingGraph.Edge, TrackingGraph.Semantics> edge : computed.edges().entrySet()) {
			final TrackingGraph.Vertex from = trueVertex.get(edge.getKey().from()), to = trueVertex.get(edge.getKey().to());
			if (from == null || to == null) continue;
			final TrackingGraph.Semantics meant = truth.edges().get(new TrackingGraph.Edge(from, to));
			if (meant == null) ed++;
			else right++;
			if (meant != null && meant != edge.getValue()) ec++;
		}
		return new Operations(matching.covered() - matching.covering(), truth.vertices() - matching.covered(), computed.vertices() -
			matching.covering(), ed, truth.edges().size() - right, ec);
	}
}
