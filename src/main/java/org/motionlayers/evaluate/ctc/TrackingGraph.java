package org.motionlayers.evaluate.ctc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Segmentation;

/** The acyclic graph of a tracked segmentation: a vertex for every object in every frame, an edge to the next frame or to a daughter. */
final class TrackingGraph {

	/** What an edge means. */
	enum Semantics {
		/** The same label in the next frame. */
		TRACK,
		/** From the last frame of a parent to the first of its daughter. */
		PARENT
	}

	/** A label in a frame. */
	record Vertex(int frame, int label) {}

	/** From one vertex to a later one. */
	record Edge(Vertex from, Vertex to) {}

	private final List<SortedMap<Integer, Integer>> areas = new ArrayList<>();
	private final Map<Edge, Semantics> edges = new LinkedHashMap<>();

	TrackingGraph(final Segmentation segmentation) {
		final Map<Integer, Integer> first = new HashMap<>(), last = new HashMap<>();
		for (int t = 0; t < segmentation.frames(); t++) {
			final SortedMap<Integer, Integer> frame = new TreeMap<>();
			for (final int label : segmentation.labels(t)) if (label != 0) frame.merge(label, 1, Integer::sum);
			areas.add(frame);
			for (final int label : frame.keySet()) {
				first.putIfAbsent(label, t);
				last.put(label, t);
				if (t > 0 && areas.get(t - 1).containsKey(label)) edges.put(new Edge(new Vertex(t - 1, label), new Vertex(t, label)),
					Semantics.TRACK);
			}
		}
		for (final int label : new TreeMap<>(first).keySet()) for (final int parent : segmentation.object(label).parents())
			addParent(parent, label, first, last);
	}

	private void addParent(final int parent, final int daughter, final Map<Integer, Integer> first, final Map<Integer, Integer> last) {
		if (!last.containsKey(parent)) return;
		if (last.get(parent) >= first.get(daughter)) throw new InputException("Object " + daughter + " appears at frame " + first.get(
			daughter) + ", its parent " + parent + " is still there at frame " + last.get(parent) + "; a parent must end before.");
		edges.put(new Edge(new Vertex(last.get(parent), parent), new Vertex(first.get(daughter), daughter)), Semantics.PARENT);
	}

	/** @return pixels of every label of a frame */
	SortedMap<Integer, Integer> areas(final int frame) {
		return areas.get(frame);
	}

	int vertices() {
		return areas.stream().mapToInt(Map::size).sum();
	}

	Map<Edge, Semantics> edges() {
		return edges;
	}
}
