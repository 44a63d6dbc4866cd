package org.motionlayers.evaluate.dreamer;

import java.util.Arrays;

import org.motionlayers.dreamer.cue.Masking;
import org.motionlayers.dreamer.grid.GridOptions;

/** What is left out or done otherwise, a row of Table 3. */
enum Ablation {

	/** The whole model. */
	FULL("full", "all of it", "157.8 / 205.2"),
	/** No segmentation in R_t. */
	WITHOUT_SEGMENTATION("without_segmentation", "without segmentation", "243.7 / 259.0"),
	/** No depth in R_t. */
	WITHOUT_DEPTH("without_depth", "without depth", "167.0 / 228.8"),
	/** No optical flow in R_t. */
	WITHOUT_FLOW("without_flow", "without optical flow", "173.0 / 224.3"),
	/** No motion enhancement loss (Eq. 12). */
	WITHOUT_MOTION_LOSS("without_motion_loss", "without the motion enhancement loss", "165.1 / 210.1"),
	/** Arrows at the centres of objects alone. */
	SPARSE_FLOW("sparse_flow", "sparse flow in place of instance flow", "169.1 / 217.5"),
	/** Masking as Eq. 9 is printed. */
	PER_ELEMENT("masking_per_element", "masking element by element (Eq. 9)", "-"),
	/** Every object keeps its arrow. */
	P_0("p_0", "masking with p = 0", "-"),
	/** Few lose it. */
	P_03("p_0_3", "masking with p = 0.3", "-"),
	/** The default; the whole model again. */
	P_05("p_0_5", "masking with p = 0.5, the default: all of it", "-"),
	/** Most lose it. */
	P_07("p_0_7", "masking with p = 0.7", "-");

	private final String key;
	private final String title;
	private final String paper;

	Ablation(final String key, final String title, final String paper) {
		this.key = key;
		this.title = title;
		this.paper = paper;
	}

	/** @return its key in report.json */
	String key() {
		return key;
	}

	/** @return what it is, in a few words */
	String title() {
		return title;
	}

	/**
	 * @param width channels of the finest level
	 * @return the model: the shipped one's options but for its width and what this row leaves out or does otherwise
	 */
	GridOptions options(final int width) {
		final GridOptions d = GridOptions.DEFAULT;
		final GridOptions.Content content = new GridOptions.Content(this != WITHOUT_FLOW, this != WITHOUT_SEGMENTATION, this != WITHOUT_DEPTH);
		final GridOptions.Marks m = d.marks(), marks = this == WITHOUT_MOTION_LOSS ? new GridOptions.Marks(m.flow(),
			GridOptions.MotionLoss.NONE, m.threshold(), m.lambda()) : m;
		return new GridOptions(d.side(), d.frames(), d.patch(), new int[] { width, 2 * width, 4 * width }, d.heads(), d.speed(), content, this ==
			SPARSE_FLOW ? GridOptions.Cue.SPARSE : d.cue(), d.carried(), d.splat(), masking(), marks);
	}

	private Masking masking() {
		return switch (this) {
			case PER_ELEMENT -> new Masking(Masking.By.ELEMENT, Masking.DEFAULT.part());
			case P_0 -> new Masking(Masking.By.INSTANCE, 0);
			case P_03 -> new Masking(Masking.By.INSTANCE, .3);
			case P_07 -> new Masking(Masking.By.INSTANCE, .7);
			default -> Masking.DEFAULT;
		};
	}

	/** @return FVD and FVMD of the paper's Table 3 */
	static String paper(final String key) {
		return Arrays.stream(values()).filter(a -> a.key.equals(key)).map(a -> a.paper).findFirst().orElse("-");
	}
}
