package org.motionlayers.simulate.caption;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A referring expression: "the large red disc", "the red disc", "the disc". It names the objects that have all traits it mentions.
 *
 * @param size null where it is not mentioned
 * @param hue null where it is not mentioned
 * @param form always mentioned
 */
public record Reference(Size size, Hue hue, Form form) {

	/** Checks that the shape is there. */
	public Reference {
		Objects.requireNonNull(form, "a referring expression names a shape");
	}

	/** @return whether an object is named */
	public boolean names(final Traits traits) {
		return (size == null || size == traits.size()) && (hue == null || hue == traits.hue()) && form == traits.form();
	}

	/** @return the indices of the objects that are named: one where the expression is unambiguous */
	public List<Integer> named(final List<Traits> objects) {
		return java.util.stream.IntStream.range(0, objects.size()).filter(i -> names(objects.get(i))).boxed().toList();
	}

	/** @return "the large red disc" */
	public String text() {
		return Stream.of("the", word(size), word(hue), word(form)).filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
	}

	static String word(final Enum<?> trait) {
		return trait == null ? "" : trait.name().toLowerCase(Locale.ROOT);
	}
}
