package org.motionlayers.simulate.swarm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;

/** The ways in which cells of a {@link Swarm} move; their order is that of the classes of models. */
public enum MotionClass {

	/** Every cell keeps a direction of its own. */
	DIRECTED,
	/** Every cell trembles about its place. */
	CONFINED,
	/** Every cell takes steps that know nothing of each other. */
	BROWNIAN,
	/** All turn about one centre. */
	ROTATION,
	/** All move away from one centre. */
	DIVERGENCE,
	/** All move towards one centre. */
	CONVERGENCE,
	/** All move in one direction. */
	DRIFT,
	/** None moves. */
	STILL;

	/** @return the name as users give it: lower case */
	public String title() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return all names, in order */
	public static List<String> titles() {
		return Arrays.stream(values()).map(MotionClass::title).toList();
	}

	/**
	 * Finds a class.
	 *
	 * @param title its name, upper or lower case
	 * @throws InputException where none has it; the message lists those there are
	 */
	public static MotionClass of(final String title) {
		return Arrays.stream(values()).filter(c -> c.title().equalsIgnoreCase(title)).findFirst().orElseThrow(() -> new InputException("class=" +
			title + ": one of " + titles().stream().collect(Collectors.joining(", ")) + " is needed."));
	}
}
