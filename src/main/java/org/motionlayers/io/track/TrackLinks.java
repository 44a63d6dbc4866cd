package org.motionlayers.io.track;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who comes after whom: links between the sightings of one object, and from parents to children; and which objects they join. */
final class TrackLinks {

	/**
	 * One link, forward in time.
	 *
	 * @param fromFrame frame of the earlier sighting
	 * @param from object of the earlier sighting
	 * @param toFrame frame of the later sighting
	 * @param to object of the later sighting
	 */
	record Link(int fromFrame, int from, int toFrame, int to) {}

	private final TrackTable tracks;
	private final int[] root;

	TrackLinks(final TrackTable tracks) {
		this.tracks = tracks;
		this.root = new int[tracks.objects()];
		for (int o = 0; o < root.length; o++) root[o] = o;
	}

	/** @return all links by the family that they belong to, numbered from 0 by its first object; objects seen once have none */
	List<List<Link>> families() {
		final List<Link> links = new ArrayList<>();
		for (int o = 0; o < tracks.objects(); o++) {
			chain(o, links);
			for (final int parent : tracks.object(o).parents()) fromParent(tracks.indexOf(parent), o, links);
		}
		final SortedMap<Integer, List<Link>> byRoot = new TreeMap<>();
		for (final Link link : links) byRoot.computeIfAbsent(find(link.to()), r -> new ArrayList<>()).add(link);
		return new ArrayList<>(byRoot.values());
	}

	private void chain(final int o, final List<Link> links) {
		int last = -1;
		for (int f = 0; f < tracks.frames(); f++) {
			if (!tracks.present(f, o)) continue;
			if (last >= 0) links.add(new Link(last, o, f, o));
			last = f;
		}
	}

	private void fromParent(final int parent, final int child, final List<Link> links) {
		if (parent < 0) return;
		int first = 0;
		while (first < tracks.frames() && !tracks.present(first, child)) first++;
		if (first == tracks.frames()) return;
		int last = first - 1;
		while (last >= 0 && !tracks.present(last, parent)) last--;
		if (last < 0) return;
		links.add(new Link(last, parent, first, child));
		final int a = find(parent), b = find(child);
		root[Math.max(a, b)] = Math.min(a, b);
	}

	private int find(final int o) {
		int r = o;
		while (root[r] != r) r = root[r];
		return r;
	}
}
