package org.motionlayers.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.segmentation.link.Identities;
import org.motionlayers.segmentation.link.IdentityLinker;
import org.motionlayers.segmentation.link.Persistence;
import org.motionlayers.segmentation.link.Regions;

/** What is done to every segmentation, whatever its format: looked through once, counted, linked over time. */
final class Completion {

	/** So many pieces of a single label look like a binary mask. */
	private static final int MASK_PIECES = 3;

	private final Segmentation raw;
	private final List<Regions> frames = new ArrayList<>();
	private final Set<Integer> labels = new TreeSet<>();
	private final StringBuilder description;

	private Completion(final Segmentation raw) {
		this.raw = raw;
		this.description = new StringBuilder(raw.description());
	}

	/**
	 * Looks through all frames, links their labels where needed, and completes the description.
	 *
	 * @param raw as the reader gives it
	 * @param ifEmpty what to tell the user where there is no object at all
	 * @param progress is told and asked
	 * @return with identities
	 * @throws InputException where there is no object at all
	 */
	static Segmentation of(final Segmentation raw, final String ifEmpty, final Progress progress) {
		final Completion completion = new Completion(raw);
		completion.look(ifEmpty, progress);
		completion.lookAtPieces();
		return completion.link(progress);
	}

	private void look(final String ifEmpty, final Progress progress) {
		long area = 0;
		for (int t = 0; t < raw.frames(); t++) {
			progress.update(t, raw.frames(), "reading labels");
			final Regions regions = Regions.of(raw.labels(t), raw.shape());
			frames.add(regions);
			for (int i = 0; i < regions.count(); i++) {
				labels.add(regions.label(i));
				area += regions.area(i);
			}
		}
		if (labels.isEmpty()) throw new InputException(ifEmpty);
		if (area == (long) raw.shape().pixels() * raw.frames()) note(labels.size() == 1 ? "label " + labels.iterator().next() +
			" covers every pixel: there is no background" : "there is no background, every pixel has a label");
	}

	/** Says of the first frame with objects whether some are in pieces; they stay one object. */
	private void lookAtPieces() {
		int t = 0;
		while (frames.get(t).count() == 0) t++;
		final Map<Integer, Integer> pieces = Pieces.of(raw.labels(t), raw.shape());
		final long broken = pieces.values().stream().filter(count -> count > 1).count();
		final int most = pieces.values().stream().max(Integer::compare).orElse(0);
		if (labels.size() == 1 && most >= MASK_PIECES) note("one label in " + most +
			" pieces, which move as one object: if this is a binary mask, label its connected components first");
		else if (broken > 0) note(broken == 1 ? "1 object lies in several pieces" : broken + " objects lie in several pieces");
	}

	private Segmentation link(final Progress progress) {
		final boolean known = raw.identified();
		if (known || Persistence.holds(frames, raw::labels, progress)) {
			note(count(labels.size()) + (known || frames.size() == 1 ? "" : ", the same numbers in every frame"));
			return new Segmentation(raw.shape(), raw.frames(), raw::labels, raw.objects(), true, raw.calibration(), description.toString());
		}
		final Identities identities = new IdentityLinker(raw.shape(), frames, raw::labels).link(progress);
		final int divisions = identities.daughters() / 2;
		note("numbered afresh in every frame, linked by overlap and distance into " + count(identities.count()) + (divisions == 0 ? ""
			: divisions == 1 ? ", 1 division" : ", " + divisions + " divisions"));
		return new Segmentation(raw.shape(), raw.frames(), new LabelFrames(t -> identities.relabel(raw.labels(t), t)), objects(identities), true,
			raw.calibration(), description.toString());
	}

	private Map<Integer, SegmentedObject> objects(final Identities identities) {
		final Map<Integer, SegmentedObject> found = new HashMap<>();
		for (int t = 0; t < frames.size(); t++) for (int i = 0; i < frames.get(t).count(); i++) {
			final SegmentedObject known = raw.objects().get(frames.get(t).label(i));
			final int identity = identities.identity(t, i);
			if (known != null && !found.containsKey(identity)) found.put(identity, new SegmentedObject(identity, known.name(), known.score(), known
				.category(), List.of()));
		}
		identities.parents().forEach((daughter, mother) -> found.merge(daughter, SegmentedObject.of(daughter).withParents(List.of(mother)), (a,
			b) -> a.withParents(b.parents())));
		return found;
	}

	private void note(final String text) {
		description.append("; ").append(text);
	}

	private static String count(final int objects) {
		return objects == 1 ? "1 object" : objects + " objects";
	}
}
