package org.motionlayers.scene.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Shape;

/** The objects of a scene while edits are made, sorted by label. Edits write it one after another; each sees what those before it did. */
public final class Draft {

	/** The path of what moves with the background alone. */
	static final int STILL = -1;

	/** Labels that a message lists. */
	private static final int LISTED = 8;

	/**
	 * An object.
	 *
	 * @param layer its pixels
	 * @param halo what moves with it outside its mask, where there is something
	 * @param path the object of the motion, by its place there, whose displacements it takes, or {@link #STILL}
	 */
	record Entry(ObjectLayer layer, Optional<ObjectLayer> halo, int path) {

		/** @return the same with object and halo changed alike */
		Entry changed(final UnaryOperator<ObjectLayer> change) {
			return new Entry(change.apply(layer), halo.map(change), path);
		}

		/** @return the same on another path */
		Entry on(final int newPath) {
			return new Entry(layer, halo, newPath);
		}
	}

	private final Shape shape;
	private final TreeMap<Integer, Entry> entries = new TreeMap<>();

	/** @param scene the objects as they are before any edit */
	Draft(final Scene scene) {
		shape = scene.shape();
		final Map<Integer, ObjectLayer> halos = scene.halos().stream().collect(Collectors.toMap(ObjectLayer::label, halo -> halo));
		for (int i = 0; i < scene.objects(); i++) {
			final ObjectLayer layer = scene.layers().get(i);
			add(new Entry(layer, Optional.ofNullable(halos.get(layer.label())), i));
		}
	}

	/** @return the objects, sorted by label */
	List<Entry> entries() {
		return new ArrayList<>(entries.values());
	}

	/** @return the object of a label that an edit names */
	Entry entry(final Edit edit, final int label) {
		final Entry entry = entries.get(label);
		if (entry == null) throw new InputException("edits: '" + edit + "': no object has label " + label + "; " + known(label) + ".");
		return entry;
	}

	private String known(final int label) {
		if (entries.isEmpty()) return "there is none left";
		final String nearest = entries.keySet().stream().sorted(Comparator.comparingLong(l -> Math.abs((long) l - label))).limit(LISTED)
			.sorted().map(String::valueOf).collect(Collectors.joining(", "));
		return entries.size() <= LISTED ? "there are " + nearest : "the nearest of the " + entries.size() + " there are " + nearest;
	}

	/** Puts something in the place of an edit's object. */
	void set(final Edit edit, final UnaryOperator<Entry> change) {
		entries.put(edit.label(), change.apply(entry(edit, edit.label())));
	}

	/** Takes an edit's object away. */
	void remove(final Edit edit) {
		entry(edit, edit.label());
		entries.remove(edit.label());
	}

	/** Puts an object among the others. */
	void add(final Entry entry) {
		entries.put(entry.layer().label(), entry);
	}

	/** @return a label that an edit asks for, which no object may have */
	int free(final Edit edit, final int label) {
		if (label == 0) throw new InputException("edits: '" + edit + "': label 0 is background; any other number that is free is accepted.");
		if (entries.containsKey(label)) throw new InputException("edits: '" + edit + "': label " + label + " is taken; the largest is " + entries
			.lastKey() + ".");
		return label;
	}

	/** @return the label after the largest one, at least 1 */
	int next(final Edit edit) {
		final int largest = entries.lastKey();
		if (largest == Integer.MAX_VALUE) throw new InputException("edits: '" + edit + "': there is no label after " + largest +
			"; say which one is free, such as '" + edit + " as 1'.");
		return Math.max(1, largest + 1);
	}

	/** @return a depth in front of all objects */
	float nearest() {
		return entries.values().stream().map(e -> e.layer().depth()).min(Float::compare).map(d -> Math.min(d - 1, Math.nextDown(d))).orElse(0f);
	}

	/** @return a depth behind all objects */
	float farthest() {
		return entries.values().stream().map(e -> e.layer().depth()).max(Float::compare).map(d -> Math.max(d + 1, Math.nextUp(d))).orElse(0f);
	}

	/** @return the size of a frame, after a look at whether an offset has a meaning in it */
	Shape checked(final Edit edit, final Offset by) {
		if (by.z() != 0 && shape.dimensions() == 2) throw new InputException("edits: '" + edit + "': the image has one plane; an offset of dx,dy " +
			"is needed.");
		return shape;
	}
}
