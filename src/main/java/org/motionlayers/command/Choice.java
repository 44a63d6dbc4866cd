package org.motionlayers.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.motionlayers.scene.InputException;

/** Choices of a command as text, checked: macros may give anything. */
final class Choice {

	private Choice() {}

	/**
	 * @param name of the parameter
	 * @param text what the user gave, upper or lower case
	 * @param type the choices
	 * @return the one of this name
	 * @throws InputException where there is none; the message lists those there are
	 */
	static <E extends Enum<E>> E of(final String name, final String text, final Class<E> type) {
		return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equalsIgnoreCase(text)).findFirst().orElseThrow(
			() -> new InputException(name + "=" + text + ": one of " + Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(
				Locale.ROOT)).collect(Collectors.joining(", ")) + " is needed."));
	}
}
