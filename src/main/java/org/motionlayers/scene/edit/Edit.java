package org.motionlayers.scene.edit;

import java.util.OptionalInt;

import org.motionlayers.scene.Shape;

/**
 * One change of one object, in the reference frame and so in all frames after it. Its text, {@link Object#toString()}, is what
 * {@link EditParser} reads.
 */
public sealed interface Edit {

	/** @return the label of the object that is edited */
	int label();

	/** Makes the change. */
	void apply(Draft draft);

	/**
	 * The object starts elsewhere; its whole path moves with it.
	 *
	 * @param label of the object
	 * @param by from where it was
	 */
	record Move(int label, Offset by) implements Edit {

		@Override
		public void apply(final Draft draft) {
			final Shape shape = draft.checked(this, by);
			draft.set(this, entry -> entry.changed(layer -> Layers.moved(layer, by, shape)));
		}

		@Override
		public String toString() {
			return "move " + label + " by " + by;
		}
	}

	/**
	 * The object moves as another one does, from where it is.
	 *
	 * @param label of the object
	 * @param leader label of the object whose displacements it takes
	 */
	record Follow(int label, int leader) implements Edit {

		@Override
		public void apply(final Draft draft) {
			final Draft.Entry followed = draft.entry(this, leader);
			draft.set(this, entry -> entry.on(followed.path()));
		}

		@Override
		public String toString() {
			return "move " + label + " like " + leader;
		}
	}

	/**
	 * The object stays where it is: it moves with the background alone, which moves where the camera does.
	 *
	 * @param label of the object
	 */
	record Freeze(int label) implements Edit {

		@Override
		public void apply(final Draft draft) {
			draft.set(this, entry -> entry.on(Draft.STILL));
		}

		@Override
		public String toString() {
			return "freeze " + label;
		}
	}

	/**
	 * The object is not there; the background is seen instead.
	 *
	 * @param label of the object
	 */
	record Delete(int label) implements Edit {

		@Override
		public void apply(final Draft draft) {
			draft.remove(this);
		}

		@Override
		public String toString() {
			return "delete " + label;
		}
	}

	/**
	 * A second object of the same pixels, which moves as the first does. Of equal depth, the smaller label lies in front.
	 *
	 * @param label of the object
	 * @param by from where it is
	 * @param as label of the new object; the one after the largest where it is empty
	 */
	record Clone(int label, Offset by, OptionalInt as) implements Edit {

		@Override
		public void apply(final Draft draft) {
			final Draft.Entry entry = draft.entry(this, label);
			final int newLabel = as.isPresent() ? draft.free(this, as.getAsInt()) : draft.next(this);
			final Shape shape = draft.checked(this, by);
			draft.add(entry.changed(layer -> Layers.labelled(Layers.moved(layer, by, shape), newLabel)));
		}

		@Override
		public String toString() {
			return "clone " + label + " by " + by + (as.isPresent() ? " as " + as.getAsInt() : "");
		}
	}

	/**
	 * The object lies at another distance from the viewer.
	 *
	 * @param label of the object
	 * @param depth smaller is nearer; nearer objects hide farther ones
	 */
	record Depth(int label, float depth) implements Edit {

		@Override
		public void apply(final Draft draft) {
			draft.set(this, entry -> entry.changed(layer -> layer.withDepth(depth)));
		}

		@Override
		public String toString() {
			return "depth " + label + " to " + depth;
		}
	}

	/**
	 * The object hides all others.
	 *
	 * @param label of the object
	 */
	record Front(int label) implements Edit {

		@Override
		public void apply(final Draft draft) {
			final float nearest = draft.nearest();
			draft.set(this, entry -> entry.changed(layer -> layer.withDepth(nearest)));
		}

		@Override
		public String toString() {
			return "front " + label;
		}
	}

	/**
	 * The object is hidden by all others.
	 *
	 * @param label of the object
	 */
	record Back(int label) implements Edit {

		@Override
		public void apply(final Draft draft) {
			final float farthest = draft.farthest();
			draft.set(this, entry -> entry.changed(layer -> layer.withDepth(farthest)));
		}

		@Override
		public String toString() {
			return "back " + label;
		}
	}
}
