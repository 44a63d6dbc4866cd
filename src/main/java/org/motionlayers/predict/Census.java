package org.motionlayers.predict;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

/**
 * Who came and went, so that no object is dropped in silence. Objects of the reference frame are predicted, whenever they appeared; those
 * that were gone by then are not. In the predicted frames no object appears or divides, but objects leave.
 *
 * @param appeared objects that were not there in the first observed frame and that are no daughters of a division
 * @param divided objects that ended in a division while observed
 * @param left objects that were gone before the reference frame and were last seen at the border
 * @param lost objects that were gone before the reference frame and were last seen inside
 * @param leaving objects of the reference frame of which nothing is inside the last predicted frame any more
 */
public record Census(int appeared, int divided, int left, int lost, int leaving) {

	/**
	 * Counts.
	 *
	 * @param labels of the observed frames, the last being the reference frame
	 * @param scene the reference frame taken apart
	 * @param motion of its objects
	 * @param progress is told and asked
	 */
	public static Census of(final Segmentation labels, final Scene scene, final Motion motion, final Progress progress) {
		final SortedMap<Integer, Integer> first = new TreeMap<>(), last = new TreeMap<>();
		final SortedMap<Integer, Boolean> atBorder = new TreeMap<>();
		for (int k = 0; k < labels.frames(); k++) {
			progress.update(k, labels.frames(), "counting objects");
			for (final Map.Entry<Integer, Boolean> seen : seen(labels.labels(k), labels.shape()).entrySet()) {
				first.putIfAbsent(seen.getKey(), k);
				last.put(seen.getKey(), k);
				atBorder.put(seen.getKey(), seen.getValue());
			}
		}
		final Set<Integer> parents = parents(labels, first);
		int appeared = 0, divided = 0, left = 0, lost = 0;
		for (final int label : first.keySet()) {
			if (first.get(label) > 0 && labels.object(label).parents().isEmpty()) appeared++;
			if (last.get(label) == labels.frames() - 1) continue;
			if (parents.contains(label)) divided++;
			else if (atBorder.get(label)) left++;
			else lost++;
		}
		return new Census(appeared, divided, left, lost, leaving(scene, motion));
	}

	/** @return the labels of objects with daughters that were seen */
	private static Set<Integer> parents(final Segmentation labels, final SortedMap<Integer, Integer> seen) {
		return labels.objects().values().stream().filter(object -> seen.containsKey(object.label())).flatMap(object -> object.parents().stream())
			.collect(Collectors.toSet());
	}

	/** @return the labels of a frame, and whether they are at its border along x or y */
	private static Map<Integer, Boolean> seen(final int[] labels, final Shape shape) {
		final Map<Integer, Boolean> seen = new LinkedHashMap<>();
		int before = 0;
		for (int i = 0; i < labels.length; i++) {
			final int x = i % shape.width(), y = i / shape.width() % shape.height();
			final boolean border = x == 0 || y == 0 || x == shape.width() - 1 || y == shape.height() - 1;
			if (labels[i] != 0 && (border || labels[i] != before)) seen.merge(labels[i], border, Boolean::logicalOr);
			before = labels[i];
		}
		return seen;
	}

	private static int leaving(final Scene scene, final Motion motion) {
		int leaving = 0;
		for (int o = 0; o < scene.objects(); o++) {
			final ObjectLayer layer = scene.layers().get(o);
			final Box box = layer.bounds();
			final int[] first = { box.x(), box.y(), box.z() }, extent = { box.width(), box.height(), box.depth() };
			final int[] size = { scene.shape().width(), scene.shape().height(), scene.shape().depth() };
			boolean inside = true;
			for (int d = 0; d < motion.dimensions(); d++) {
				final long from = first[d] + Math.round(motion.layerDisplacement(motion.frames(), o, d));
				inside &= from < size[d] && from + extent[d] > 0;
			}
			if (!inside) leaving++;
		}
		return leaving;
	}

	/** @return the counts by what they count, for a record */
	public Map<String, Integer> counts() {
		final Map<String, Integer> counts = new LinkedHashMap<>();
		counts.put("appeared while observed", appeared);
		counts.put("divided while observed", divided);
		counts.put("left while observed", left);
		counts.put("lost while observed", lost);
		counts.put("gone by the last predicted frame", leaving);
		return counts;
	}

	/** @return the counts that are not 0 as a sentence, such as "2 appeared while observed, 1 divided while observed."; empty where all are */
	public String sentence() {
		final StringJoiner sentence = new StringJoiner(", ", "", ".").setEmptyValue("");
		counts().forEach((what, count) -> {
			if (count > 0) sentence.add(count + " " + what);
		});
		return sentence.toString();
	}
}
