package org.motionlayers.io.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.motionlayers.scene.InputException;

/**
 * Tracks as the Cell Tracking Challenge wants them: a track is seen in every frame from its first to its last, so an object that is hidden
 * for a while becomes several, each the child of the one before. Labels stay as they are where they fit into 16 bit.
 */
final class CtcSegments {

	private static final int LARGEST = 65535;

	/**
	 * One line of the track file.
	 *
	 * @param label pixel value, 1 to 65535
	 * @param object among the objects of the table
	 * @param begin first frame
	 * @param end last frame
	 * @param parent label of the track that it came out of, or 0
	 */
	record Segment(int label, int object, int begin, int end, int parent) {}

	private final List<Segment> all = new ArrayList<>();
	private final Map<Integer, List<Segment>> byObject = new HashMap<>();
	private final Set<Integer> taken = new HashSet<>();
	private int next = 1;

	/** @throws InputException where there are more tracks than 16 bit can tell apart */
	CtcSegments(final TrackTable tracks) {
		final List<List<int[]>> spans = new ArrayList<>();
		for (int o = 0; o < tracks.objects(); o++) {
			spans.add(spans(tracks, o));
			final int label = tracks.object(o).label();
			if (!spans.get(o).isEmpty() && label > 0 && label <= LARGEST) taken.add(label);
		}
		for (int o = 0; o < tracks.objects(); o++) {
			final List<Segment> segments = new ArrayList<>();
			for (final int[] span : spans.get(o)) segments.add(new Segment(label(tracks.object(o).label(), segments.isEmpty()), o, span[0],
				span[1], segments.isEmpty() ? 0 : segments.get(segments.size() - 1).label()));
			byObject.put(o, segments);
		}
		for (int o = 0; o < tracks.objects(); o++) addWithParent(tracks, o);
	}

	/** @return first and last frames of the spans in which an object is seen */
	private static List<int[]> spans(final TrackTable tracks, final int o) {
		final List<int[]> spans = new ArrayList<>();
		for (int f = 0; f < tracks.frames(); f++) {
			if (tracks.pixels(f, o) == 0) continue;
			if (!spans.isEmpty() && spans.get(spans.size() - 1)[1] == f - 1) spans.get(spans.size() - 1)[1] = f;
			else spans.add(new int[] { f, f });
		}
		return spans;
	}

	private int label(final int own, final boolean first) {
		if (first && own > 0 && own <= LARGEST) return own;
		while (taken.contains(next)) next++;
		if (next > LARGEST) throw new InputException("Cell Tracking Challenge folder: there are more tracks than the " + LARGEST +
			" that its 16-bit masks can tell apart.");
		taken.add(next);
		return next;
	}

	/** Gives the first segment of an object the parent that ended before it, if there is one. */
	private void addWithParent(final TrackTable tracks, final int o) {
		final List<Segment> segments = byObject.get(o);
		for (int i = 0; i < segments.size(); i++) {
			final Segment s = segments.get(i);
			all.add(i > 0 ? s : new Segment(s.label(), o, s.begin(), s.end(), parent(tracks, o, s.begin())));
		}
	}

	private int parent(final TrackTable tracks, final int o, final int begin) {
		for (final int label : tracks.object(o).parents()) {
			final List<Segment> segments = byObject.getOrDefault(tracks.indexOf(label), List.of());
			for (int i = segments.size() - 1; i >= 0; i--) if (segments.get(i).end() < begin) return segments.get(i).label();
		}
		return 0;
	}

	/** @return the lines of the track file */
	List<Segment> all() {
		return all;
	}

	/** @return the pixel value of an object in a frame in which it is seen */
	int value(final int object, final int frame) {
		for (final Segment s : byObject.get(object)) if (s.begin() <= frame && frame <= s.end()) return s.label();
		throw new IllegalArgumentException("Object " + object + " is not seen in frame " + frame + ".");
	}
}
