package org.motionlayers.segmentation.labkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.segmentation.LabelTiffReader;
import org.motionlayers.segmentation.SegmentationReader;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.document.JsonDocument;
import org.motionlayers.segmentation.document.JsonLook;
import org.scijava.plugin.Plugin;

/**
 * Labkit's TIFF labelings: an index image x.tif, and beside it x.tif.labels, which says for every index which names a pixel has. Either
 * file may be given. Where a pixel has several names, the one with fewer pixels in the frame is seen.
 */
@Plugin(type = SegmentationReader.class)
public final class LabkitTiffReader implements SegmentationReader {

	private static final String TABLE = ".labels";
	private static final String SETS = "labelSets";

	@Override
	public String format() {
		return "Labkit TIFF labeling";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		if (source.toString().endsWith(TABLE)) return Files.isRegularFile(image(source)) && JsonLook.at(source, head).has(SETS);
		final Path table = Path.of(source + TABLE);
		return new LabelTiffReader().canRead(source, head) && Files.isRegularFile(table) && JsonLook.at(table).has(SETS);
	}

	private static Path image(final Path table) {
		final String name = table.toString();
		return Path.of(name.substring(0, name.length() - TABLE.length()));
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final Path image = source.toString().endsWith(TABLE) ? image(source) : source;
		final Path table = Path.of(image + TABLE);
		final List<List<String>> sets = sets(table, progress);
		final Map<String, Integer> labels = labels(sets);
		final Segmentation indices = new LabelTiffReader().read(image, target, progress);
		final Map<Integer, SegmentedObject> objects = new HashMap<>();
		labels.forEach((name, label) -> objects.put(label, new SegmentedObject(label, name, Double.NaN, "", List.of())));
		return new Segmentation(indices.shape(), indices.frames(), t -> named(table, indices.labels(t), sets, labels), objects, true, indices
			.calibration(), indices.description() + "; " + format() + " with the labels " + String.join(", ", labels.keySet()) +
				"; of several labels at a pixel the smaller on top");
	}

	private List<List<String>> sets(final Path table, final Progress progress) throws IOException {
		final List<List<String>> sets = new ArrayList<>();
		JsonDocument.read(table, format(), progress, in -> in.object(name -> {
			if (!SETS.equals(name)) in.skip();
			else in.array(i -> {
				final List<String> set = new ArrayList<>();
				in.array(j -> set.add(in.text()));
				sets.add(set);
			});
		}));
		return sets;
	}

	private static Map<String, Integer> labels(final List<List<String>> sets) {
		final Map<String, Integer> labels = new LinkedHashMap<>();
		for (final List<String> set : sets) for (final String name : set) {
			if (!name.equalsIgnoreCase(LabkitReader.BACKGROUND)) labels.putIfAbsent(name, labels.size() + 1);
		}
		return labels;
	}

	private static int[] named(final Path table, final int[] indices, final List<List<String>> sets, final Map<String, Integer> labels) {
		final long[] ofSet = new long[sets.size()];
		for (final int index : indices) {
			if (index < 0 || index >= sets.size() && index != 0) throw new InputException("Labels '" + table + "' have " + sets.size() +
				" label sets, but the image beside them has the index " + index + ".");
			if (index < sets.size()) ofSet[index]++;
		}
		final long[] ofLabel = new long[labels.size() + 1];
		for (int i = 0; i < ofSet.length; i++) for (final String name : sets.get(i)) ofLabel[labels.getOrDefault(name, 0)] += ofSet[i];
		final int[] seen = new int[Math.max(1, sets.size())];
		for (int i = 0; i < sets.size(); i++) for (final String name : sets.get(i)) {
			final int label = labels.getOrDefault(name, 0);
			if (label > 0 && (seen[i] == 0 || ofLabel[label] < ofLabel[seen[i]])) seen[i] = label;
		}
		final int[] named = new int[indices.length];
		for (int p = 0; p < named.length; p++) named[p] = seen[indices[p]];
		return named;
	}
}
