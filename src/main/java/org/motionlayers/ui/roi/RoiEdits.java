package org.motionlayers.ui.roi;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.edit.Edit;
import org.motionlayers.scene.edit.Offset;

/**
 * What was done to outlines, as edits: a moved one moves its object, one that is gone deletes it, a further one of a name that begins with the
 * label clones it. Regions that are not named after an object are left alone, and where no region is, nothing was done: an overlay that
 * was removed deletes nothing.
 */
public final class RoiEdits {

	private static final String OVERLAY = "the overlay";

	/** "12", or with something behind it, such as "12-1" or "12 copy". */
	private static final Pattern NAME = Pattern.compile("(-?\\d{1,10})(?!\\d)(.*)", Pattern.DOTALL);

	/** Regions of one name that were moved alike: an object, or a copy of it. */
	private record Copy(String name, Offset by) {}

	private final String source;
	private final Scene scene;

	private RoiEdits(final String source, final Scene scene) {
		this.source = source;
		this.scene = scene;
	}

	/**
	 * What was done to the overlay of an image.
	 *
	 * @param image open in ImageJ
	 * @param scene the objects as they were
	 * @return the edits, see {@link #of(String, List, Scene)}; none where it has no overlay
	 */
	public static List<Edit> ofOverlay(final ImagePlus image, final Scene scene) {
		return image.getOverlay() == null ? List.of() : of(OVERLAY, List.of(image.getOverlay().toArray()), scene);
	}

	/**
	 * What was done to the overlay of an image file.
	 *
	 * @param overlay its regions, each as the bytes of a .roi file
	 * @param scene the objects as they were
	 * @return the edits, see {@link #of(String, List, Scene)}
	 */
	public static List<Edit> ofOverlay(final List<byte[]> overlay, final Scene scene) {
		return of(OVERLAY, overlay.stream().map(bytes -> new EncodedRoi(OVERLAY, OVERLAY, bytes).decode()).toList(), scene);
	}

	/**
	 * What was done to outlines in the ROI Manager.
	 *
	 * @param scene the objects as they were
	 * @return the edits, see {@link #of(String, List, Scene)}
	 * @throws InputException where it is not open
	 */
	public static List<Edit> ofManager(final Scene scene) {
		final RoiManager manager = RoiManager.getInstance2();
		if (manager == null) throw new InputException("rois=manager: the ROI Manager is not open; open it, or name a .roi or .zip file.");
		return of("the ROI Manager", List.of(manager.getRoisAsArray()), scene);
	}

	/**
	 * What was done to outlines in a file.
	 *
	 * @param file .roi or ROI set
	 * @param scene the objects as they were
	 * @return the edits, see {@link #of(String, List, Scene)}
	 * @throws IOException where it cannot be read
	 */
	public static List<Edit> ofFile(final Path file, final Scene scene) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		for (final EncodedRoi roi : RoiFile.read(file, Progress.NONE)) rois.add(roi.decode());
		return of(file.toString(), rois, scene);
	}

	/**
	 * Compares outlines as they are with those that the objects had.
	 *
	 * @param source where the regions come from, for messages, such as "the overlay"
	 * @param rois as they are
	 * @param scene the objects as they were
	 * @return clones, then moves, then deletions, each in the order of labels
	 * @throws InputException where a region has another shape than its object, or planes of an object were moved apart
	 */
	static List<Edit> of(final String source, final List<Roi> rois, final Scene scene) {
		return new RoiEdits(source, scene).edits(rois);
	}

	private List<Edit> edits(final List<Roi> rois) {
		final SortedMap<Integer, List<Roi>> byLabel = new TreeMap<>();
		for (final Roi roi : rois) {
			final Matcher name = NAME.matcher(roi.getName() == null ? "" : roi.getName());
			if (!roi.isArea() || !name.matches()) continue;
			final long label = Long.parseLong(name.group(1));
			if (label == (int) label && scene.has((int) label)) byLabel.computeIfAbsent((int) label, l -> new ArrayList<>()).add(roi);
		}
		if (byLabel.isEmpty()) return List.of();
		final List<Edit> clones = new ArrayList<>(), moves = new ArrayList<>(), deletions = new ArrayList<>();
		scene.layers().stream().sorted(java.util.Comparator.comparingInt(ObjectLayer::label)).forEach(layer -> {
			final int label = layer.label();
			final List<Copy> copies = copies(layer, byLabel.getOrDefault(label, List.of()));
			final Copy own = own(label, copies);
			for (final Copy copy : copies) if (copy != own) clones.add(new Edit.Clone(label, copy.by(), OptionalInt.empty()));
			if (own == null) deletions.add(new Edit.Delete(label));
			else if (!own.by().equals(Offset.NONE)) moves.add(new Edit.Move(label, own.by()));
		});
		clones.addAll(moves);
		clones.addAll(deletions);
		return clones;
	}

	/** The copy that is the object itself: named with its label alone, at its place if one is. */
	private static Copy own(final int label, final List<Copy> copies) {
		final List<Copy> named = copies.stream().filter(copy -> copy.name().equals(String.valueOf(label))).toList();
		return named.stream().filter(copy -> copy.by().equals(Offset.NONE)).findFirst().orElse(named.isEmpty() ? null : named.get(0));
	}

	/** @return the object and its copies, each of which has all planes of the object */
	private List<Copy> copies(final ObjectLayer layer, final List<Roi> rois) {
		final Map<Integer, Roi> planes = new TreeMap<>();
		LayerOutlines.of(layer).forEach(roi -> planes.put(roi.getZPosition(), roi));
		final Map<Copy, Map<Integer, Integer>> counts = new LinkedHashMap<>();
		for (final Roi roi : rois) {
			final int plane = plane(roi, planes);
			final Copy copy = new Copy(roi.getName(), offset(roi, planes.get(plane)));
			counts.computeIfAbsent(copy, c -> new HashMap<>()).merge(plane, 1, Integer::sum);
		}
		final List<Copy> copies = new ArrayList<>();
		counts.forEach((copy, count) -> {
			final int times = count.values().iterator().next();
			if (count.size() != planes.size() || count.values().stream().anyMatch(n -> n != times)) throw bad(copy.name(), "the outlines of object " +
				layer.label() + " in its " + planes.size() + " planes were not all moved, deleted or copied alike");
			for (int i = 0; i < times; i++) copies.add(new Copy(copy.name(), copy.by()));
		});
		return copies;
	}

	private int plane(final Roi roi, final Map<Integer, Roi> planes) {
		if (planes.size() == 1) return planes.keySet().iterator().next();
		final int plane = roi.hasHyperStackPosition() ? roi.getZPosition() : (roi.getPosition() - 1) / scene.shape().channels() % scene.shape()
			.depth() + 1;
		if (!planes.containsKey(plane)) throw bad(roi.getName(), "it lies in slice " + plane + ", where the object has no outline");
		return plane;
	}

	private Offset offset(final Roi roi, final Roi before) {
		final Rectangle now = roi.getBounds(), then = before.getBounds();
		if (now.width != then.width || now.height != then.height || !sameMask(roi.getMask(), before.getMask(), now.width * now.height)) throw bad(roi
			.getName(), "it has another shape than the object; move, delete or copy outlines, and paint into layers to change pixels");
		if (Math.abs((long) now.x - then.x) > Offset.FARTHEST || Math.abs((long) now.y - then.y) > Offset.FARTHEST) throw bad(roi.getName(),
			"it lies more than " + Offset.FARTHEST + " pixels away");
		return new Offset(now.x - then.x, now.y - then.y, 0);
	}

	/** A rectangle has no mask: it covers its bounds. */
	private static boolean sameMask(final ImageProcessor a, final ImageProcessor b, final int pixels) {
		for (int i = 0; i < pixels; i++) if ((a == null || a.get(i) != 0) != (b == null || b.get(i) != 0)) return false;
		return true;
	}

	private InputException bad(final String name, final String what) {
		return new InputException("rois: the region '" + name + "' of " + source + " cannot be followed: " + what + ".");
	}
}
