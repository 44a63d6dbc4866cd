package org.motionlayers.simulate.caption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.BodySample;

/**
 * A scene and what it is described by.
 *
 * @param scene frames and truth
 * @param traits what every object looks like, by index; labels are one more
 * @param actions what every object does
 * @param caption says it: every action but {@link Action.Stay}, of which it mentions at most one
 */
public record CaptionedSample(BodySample scene, List<Traits> traits, List<Action> actions, Caption caption) {

	/** Copies the lists and checks that there is one of each for every object. */
	public CaptionedSample {
		traits = List.copyOf(traits);
		actions = List.copyOf(actions);
		if (traits.size() != scene.objects() || actions.size() != scene.objects()) throw new IllegalArgumentException(scene.objects() +
			" objects with " + traits.size() + " traits and " + actions.size() + " actions.");
	}

	/**
	 * Finds the object that an expression names.
	 *
	 * @return its index
	 * @throws InputException where it names none, or more than one
	 */
	public int find(final Reference reference) {
		final List<Integer> named = reference.named(traits);
		if (named.size() != 1) throw new InputException("text: '" + reference.text() + "' names " + (named.isEmpty() ? "no object" : named.size() +
			" objects") + " of this scene; exactly one is needed.");
		return named.get(0);
	}

	/** @return caption, looks and actions in words, by name */
	Map<String, String> facts() {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put(CaptionedShapes.CAPTION, caption.text());
		for (int i = 0; i < traits.size(); i++) facts.put("object " + (i + 1), traits.get(i).reference().text() + " " + actions.get(i).text());
		return facts;
	}
}
