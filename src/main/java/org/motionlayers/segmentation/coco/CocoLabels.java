package org.motionlayers.segmentation.coco;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Labels of annotations: where all of them carry a track, tracks are the objects, constant over time; else every annotation is an object,
 * labelled with its id. Tracks and ids that are not all whole numbers above 0 are numbered in the order of the file.
 */
final class CocoLabels {

	private final boolean tracked;
	private final Map<String, Integer> numbers;
	private int next;

	/** @param annotations those with a mask */
	CocoLabels(final List<Annotation> annotations) {
		tracked = !annotations.isEmpty() && annotations.stream().noneMatch(a -> a.track.isEmpty());
		numbers = numbers(annotations, a -> tracked ? a.track : a.id, tracked);
	}

	/** @return label by key, or null where the keys are no use as labels */
	private static Map<String, Integer> numbers(final List<Annotation> annotations, final Function<Annotation, String> key,
		final boolean repeated)
	{
		final Map<String, Integer> numbers = new HashMap<>();
		boolean whole = true;
		final Set<Integer> used = new HashSet<>();
		for (final Annotation annotation : annotations) {
			final String text = key.apply(annotation);
			final int number = positive(text);
			final Integer known = numbers.putIfAbsent(text, number);
			if (known != null && !repeated || number == 0 || known == null && !used.add(number)) whole = false;
		}
		if (whole) return numbers;
		if (!repeated) return null;
		numbers.clear();
		for (final Annotation annotation : annotations) numbers.putIfAbsent(key.apply(annotation), numbers.size() + 1);
		return numbers;
	}

	private static int positive(final String text) {
		return text.matches("0*[1-9]\\d{0,9}") && Long.parseLong(text) <= Integer.MAX_VALUE ? Integer.parseInt(text) : 0;
	}

	/** @return whether labels are constant over time because the file says so */
	boolean tracked() {
		return tracked;
	}

	/** @return the label of an annotation; to be asked once for each, in the order of the file */
	int label(final Annotation annotation) {
		next++;
		return numbers == null ? next : numbers.get(tracked ? annotation.track : annotation.id);
	}
}
