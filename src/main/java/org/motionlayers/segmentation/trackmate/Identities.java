package org.motionlayers.segmentation.trackmate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.SegmentedObject;

/**
 * Objects out of tracks. A track without division or merging is one object; at a division the daughters, and at a merging what came out of
 * it, are new objects whose parents are the ones before. Labels count from 1: visible tracks by their id, each from its first spot on,
 * then the visible spots of no track.
 */
final class Identities {

	private final Map<Integer, Integer> labels = new HashMap<>();
	private final List<SegmentedObject> objects = new ArrayList<>();
	private final Set<Integer> hidden = new TreeSet<>();
	private int tracks;

	/**
	 * @param model spots and links
	 * @param source the file's name, for messages
	 */
	Identities(final TrackMateModel model, final String source) {
		final Map<Integer, List<Edge>> byTrack = new TreeMap<>();
		for (final Edge edge : model.edges()) byTrack.computeIfAbsent(edge.track(), t -> new ArrayList<>()).add(edge);
		for (final Map.Entry<Integer, List<Edge>> track : byTrack.entrySet()) {
			final Links links = new Links(track.getValue(), model.spots(), source);
			if (model.visible(track.getKey())) label(links, model.tracks().getOrDefault(track.getKey(), "Track_" + track.getKey()));
			else links.order.forEach(spot -> hidden.add(spot.id()));
		}
		for (final Spot spot : model.spots().values()) {
			if (!labels.containsKey(spot.id()) && !hidden.contains(spot.id()) && spot.visible()) labels.put(spot.id(), object(spot.name(), List
				.of()));
		}
	}

	private void label(final Links links, final String name) {
		tracks++;
		int branches = 0;
		for (final Spot spot : links.order) {
			final Set<Integer> before = links.before.getOrDefault(spot.id(), Set.of());
			final int single = before.size() == 1 ? before.iterator().next() : 0;
			if (before.size() == 1 && links.after.get(single).size() == 1) labels.put(spot.id(), labels.get(single));
			else {
				branches++;
				final List<Integer> parents = before.stream().map(labels::get).distinct().toList();
				labels.put(spot.id(), object(branches == 1 ? name : name + "." + branches, parents));
			}
		}
	}

	private int object(final String name, final List<Integer> parents) {
		final int label = objects.size() + 1;
		objects.add(new SegmentedObject(label, name, Double.NaN, "", parents));
		return label;
	}

	/** @return the label of a spot, or 0 where it or its track is hidden */
	int label(final Spot spot) {
		return spot.visible() ? labels.getOrDefault(spot.id(), 0) : 0;
	}

	/** @return all objects, in the order of their labels */
	List<SegmentedObject> objects() {
		return objects;
	}

	/** @return number of visible tracks */
	int tracks() {
		return tracks;
	}

	/** The links of one track, from earlier to later spots. */
	private static final class Links {

		final Map<Integer, Set<Integer>> before = new HashMap<>();
		final Map<Integer, Set<Integer>> after = new HashMap<>();
		final List<Spot> order = new ArrayList<>();

		Links(final List<Edge> edges, final Map<Integer, Spot> spots, final String source) {
			final Set<Spot> members = new LinkedHashSet<>();
			for (final Edge edge : edges) {
				final Spot a = spot(edge.source(), edge, spots, source), b = spot(edge.target(), edge, spots, source);
				if (a.frame() == b.frame()) throw new InputException("Labels '" + source + "': track " + edge.track() + " links the spots " + a
					.id() + " and " + b.id() + ", both in frame " + a.frame() + "; links go from frame to frame.");
				final Spot earlier = a.frame() < b.frame() ? a : b, later = earlier == a ? b : a;
				before.computeIfAbsent(later.id(), id -> new LinkedHashSet<>()).add(earlier.id());
				after.computeIfAbsent(earlier.id(), id -> new LinkedHashSet<>()).add(later.id());
				members.add(a);
				members.add(b);
			}
			order.addAll(members);
			order.sort(Comparator.comparingInt(Spot::frame).thenComparingInt(Spot::id));
		}

		private static Spot spot(final int id, final Edge edge, final Map<Integer, Spot> spots, final String source) {
			final Spot spot = spots.get(id);
			if (spot == null) throw new InputException("Labels '" + source + "': track " + edge.track() + " links the spot " + id +
				", which the file does not have.");
			return spot;
		}
	}
}
