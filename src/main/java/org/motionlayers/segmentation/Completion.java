package org.motionlayers.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.segmentation.link.Regions;

/** What is done to every segmentation, whatever its format: looked through once, counted, linked. */
final class Completion {

	private Completion() {}

	/**
	 * Looks through all frames and completes the description.
	 *
	 * @param raw as the reader gives it
	 * @param name of the labels, for messages
	 * @param progress is told and asked
	 * @return with identities
	 * @throws InputException where there is no object at all
	 */
	static Segmentation of(final Segmentation raw, final String name, final Progress progress) {
		final List<Regions> frames = new ArrayList<>();
		final Set<Integer> labels = new TreeSet<>();
		for (int t = 0; t < raw.frames(); t++) {
			progress.update(t, raw.frames(), "reading labels");
			final Regions regions = Regions.of(raw.labels(t), raw.shape());
			frames.add(regions);
			for (int i = 0; i < regions.count(); i++) labels.add(regions.label(i));
		}
		if (labels.isEmpty()) throw new InputException("Labels '" + name + "' are empty: every pixel is 0 (background) in all " + raw.frames() +
			" frames.");
		return new Segmentation(raw.shape(), raw.frames(), raw::labels, raw.objects(), raw.identified(), raw.calibration(), raw.description() +
			"; " + labels.size() + " objects");
	}
}
