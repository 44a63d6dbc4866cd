package org.motionlayers.scene.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Scene;

/**
 * Layers and where they go: what edits change. Edits make a new one and leave this one as it is.
 *
 * <pre>{@code
 * LayeredMotion what = new LayeredMotion(scene, motion).edited(EditParser.parse("move 12 by 5,-3; delete 7"));
 * Video video = Compositor.composite(what.scene(), what.motion());
 * }</pre>
 *
 * @param scene the layers
 * @param motion of the layers, in their order
 */
public record LayeredMotion(Scene scene, Motion motion) {

	private static final String EDITS = "edits";

	/** Checks that the motion is that of the layers. */
	public LayeredMotion {
		if (!Arrays.equals(scene.labels(), motion.labels())) throw new IllegalArgumentException("A motion of " + motion.objects() +
			" objects is not that of a scene of " + scene.objects() + ", or in another order.");
	}

	/**
	 * Makes edits, one after another: each sees what those before it did.
	 *
	 * @param edits in their order
	 * @return new layers, sorted by label, and their motion, whose provenance names the edits; this one where there are no edits
	 * @throws InputException where an edit names a label that no object has, or asks for what cannot be
	 */
	public LayeredMotion edited(final List<Edit> edits) {
		if (edits.isEmpty()) return this;
		final Draft draft = new Draft(scene);
		for (final Edit edit : edits) edit.apply(draft);
		final List<Draft.Entry> entries = draft.entries();
		final Scene after = scene.withLayers(entries.stream().map(Draft.Entry::layer).toList()).withHalos(entries.stream().flatMap(entry -> entry
			.halo().stream()).toList());
		final int[] paths = entries.stream().mapToInt(Draft.Entry::path).toArray();
		return new LayeredMotion(after, PathChoice.select(motion, after.labels(), paths, motion.frames(), provenance(edits)));
	}

	private Motion.Provenance provenance(final List<Edit> edits) {
		final Motion.Provenance before = motion.provenance();
		final Map<String, String> parameters = new TreeMap<>(before.parameters());
		parameters.merge(EDITS, edits.stream().map(Edit::toString).collect(Collectors.joining("; ")), (a, b) -> a + "; " + b);
		return new Motion.Provenance(before.predictor(), before.seed(), parameters);
	}
}
