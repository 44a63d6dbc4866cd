package org.motionlayers.simulate.caption;

/** What an object does in a clip. */
public sealed interface Action {

	/**
	 * Slides over the ground.
	 *
	 * @param direction where to
	 * @param stops whether it comes to rest before the clip ends; else it moves on
	 */
	record Move(Direction direction, boolean stops) implements Action {

		@Override
		public String text() {
			return "moves " + Reference.word(direction) + (stops ? " and stops" : "");
		}
	}

	/**
	 * Rotates in place.
	 *
	 * @param clockwise as seen; else counterclockwise
	 */
	record Turn(boolean clockwise) implements Action {

		@Override
		public String text() {
			return "rotates " + (clockwise ? "clockwise" : "counterclockwise");
		}
	}

	/**
	 * Rises, which is seen as growing, and comes down on another object.
	 *
	 * @param on which one, by its place at the start
	 */
	record Place(Reference on) implements Action {

		@Override
		public String text() {
			return "is picked up and placed on " + on.text();
		}
	}

	/**
	 * Slides over another object and comes to rest over it: a cone hides it, a ring surrounds it.
	 *
	 * @param what which one, by its place at the start
	 */
	record Contain(Reference what) implements Action {

		@Override
		public String text() {
			return "contains " + what.text();
		}
	}

	/** Does nothing. */
	record Stay() implements Action {

		@Override
		public String text() {
			return "stays";
		}
	}

	/** @return how a caption says it, after the name of the object */
	String text();
}
