package org.motionlayers.dreamer.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.dreamer.clip.Representation;
import org.motionlayers.dreamer.cue.Masking;
import org.motionlayers.network.block.SpaceTimeUNet;
import org.motionlayers.network.splat.SplatMode;
import org.motionlayers.network.weights.ModelConfig;

/**
 * What stage I on the grid is made of, what it is shown and how it is marked; every value has its key in config.json.
 *
 * @param side pixels of the grid along an axis
 * @param frames T, number of future frames
 * @param patch side of the patches that become channels, pixels
 * @param widths channels of every level of the U-Net
 * @param heads of attention
 * @param speed of a plane's value of 1, pixels of the grid per frame
 * @param content which parts of R_t it reasons about
 * @param cue where arrows are shown
 * @param carried whether the first frame carried along the arrows is shown to it, and its output counts from there
 * @param splat how features that land on the same place are combined (Eq. 7)
 * @param masking what is hidden of the instance flow while training (Eq. 9)
 * @param marks what the loss weighs
 */
public record GridOptions(int side, int frames, int patch, int[] widths, int heads, double speed, Content content, Cue cue,
	boolean carried, SplatMode splat, Masking masking, Marks marks) {

	/** Name of the architecture in config.json. */
	public static final String ARCHITECTURE = "dreamer-grid";

	/**
	 * Which parts of R_t the model reasons about; without flow, objects are followed by their masks, without segmentation, by the flow.
	 *
	 * @param flow optical flow
	 * @param segmentation colours of the objects
	 * @param depth inverse depth
	 */
	public record Content(boolean flow, boolean segmentation, boolean depth) {

		/** All three. */
		public static final Content ALL = new Content(true, true, true);

		/** @return whether a plane of {@link Representation} is there */
		public boolean has(final int plane) {
			return plane < Representation.COLOUR ? flow : plane < Representation.DEPTH ? segmentation : depth;
		}
	}

	/** Where arrows are shown. */
	public enum Cue {
		/** On every pixel of the object: instance flow. */
		INSTANCE,
		/** At the object's centre alone: sparse flow. */
		SPARSE
	}

	/** Where the motion enhancement loss looks (Eq. 11 and 12). */
	public enum MotionLoss {
		/**
		 * On frame 0's masks of objects whose arrow is longer than the threshold, carried by t F, mean over these pixels. Not on their true
		 * masks S_t: errors that count more where an object truly is than beside it teach the network to paint too much of it.
		 */
		CARRIED,
		/** On the pixels of frame 0 whose flow is larger than the threshold, at every t, mean over all pixels: the paper's. */
		FIRST,
		/** Nowhere. */
		NONE
	}

	/**
	 * What the loss weighs.
	 *
	 * @param flow weight of the planes of flow against all others
	 * @param motion where the motion enhancement loss looks
	 * @param threshold tau of Eq. 11, pixels of the grid per frame
	 * @param lambda weight of the motion enhancement loss
	 */
	public record Marks(double flow, MotionLoss motion, double threshold, double lambda) {

		/** Flow weighs more, since it is smaller than colours. */
		public static final Marks DEFAULT = new Marks(4, MotionLoss.CARRIED, .25, .05);

		/** The paper's: every element weighs the same, Eq. 12 as it is printed. */
		public static final Marks PAPER = new Marks(1, MotionLoss.FIRST, .25, 1);
	}

	/** The model that is shipped: 64 x 64 pixels, 8 frames. */
	public static final GridOptions DEFAULT = new GridOptions(64, 8, 4, new int[] { 32, 64, 128 }, 4, Representation.DEFAULT.largestSpeed(),
		Content.ALL, Cue.INSTANCE, true, SplatMode.AVERAGE, Masking.DEFAULT, Marks.DEFAULT);

	/**
	 * The paper's scale: the widths of Stable Video Diffusion's U-Net on a grid of an eighth of the pixels, 14 frames, everything else as
	 * printed: 437,352,874 weights.
	 */
	public static final GridOptions PAPER = new GridOptions(512, 14, 8, new int[] { 320, 640, 1280, 1280 }, 20, Representation.DEFAULT
		.largestSpeed() * 8, Content.ALL, Cue.INSTANCE, false, SplatMode.AVERAGE, new Masking(Masking.By.ELEMENT, .5), Marks.PAPER);

	private static final String[] KEYS = { "side", "frames", "patch", "widths", "heads", "speed", "flow", "segmentation", "depth", "cue", "carried",
		"splat", "masking", "masked", "flowweight", "motionloss", "threshold", "lambda" };

	private static final int LARGEST_SIDE = 4096, MOST_FRAMES = 256, WIDEST = 4096;

	/** Checks that patches and levels tile the grid. */
	public GridOptions {
		widths = widths.clone();
		if (widths.length == 0) throw new IllegalArgumentException("'widths' is empty; at least one level is needed.");
		final int coarsest = patch << widths.length - 1;
		if (side % coarsest != 0) throw new IllegalArgumentException("A grid of " + side + " pixels is not divisible by " + coarsest + ": patches of " +
			patch + " pixels, " + widths.length + " levels.");
		if (Integer.bitCount(patch) != 1) throw new IllegalArgumentException("Patches of " + patch + " pixels are no power of 2.");
		if (widths[widths.length - 1] % heads != 0) throw new IllegalArgumentException(heads + " heads do not divide " + widths[widths.length - 1] +
			" channels.");
		if (splat != SplatMode.AVERAGE && splat != SplatMode.SOFT) throw new IllegalArgumentException("Features are splatted by average or soft, not " +
			splat + ".");
	}

	/** @return pixels of the finest grid of features along an axis */
	public int cells() {
		return side / patch;
	}

	/** @return planes shown beside the noisy ones, frame by frame: the carried ones and where their motion is known, or none */
	public int framePlanes() {
		return carried ? Representation.PLANES + 1 : 0;
	}

	/** @return what the U-Net is made of */
	public SpaceTimeUNet.Options network() {
		return new SpaceTimeUNet.Options((Representation.PLANES + framePlanes()) * patch * patch, Representation.PLANES * patch * patch, widths, heads, 2, 1);
	}

	/** @return how R_t is written */
	public Representation representation() {
		return new Representation(speed);
	}

	/** @return these options as a configuration */
	public ModelConfig config() {
		final Map<String, Object> values = new TreeMap<>();
		values.put("side", side);
		values.put("frames", frames);
		values.put("patch", patch);
		values.put("widths", Arrays.stream(widths).boxed().toList());
		values.put("heads", heads);
		values.put("speed", speed);
		values.put("flow", content.flow);
		values.put("segmentation", content.segmentation);
		values.put("depth", content.depth);
		values.put("cue", name(cue));
		values.put("carried", carried);
		values.put("splat", name(splat));
		values.put("masking", name(masking.by()));
		values.put("masked", masking.part());
		values.put("flowweight", marks.flow);
		values.put("motionloss", name(marks.motion));
		values.put("threshold", marks.threshold);
		values.put("lambda", marks.lambda);
		return ModelConfig.of(ARCHITECTURE, values);
	}

	/**
	 * Reads options.
	 *
	 * @param config a configuration of {@value #ARCHITECTURE}
	 * @throws org.motionlayers.network.weights.ModelException where a setting is missing, unknown or out of its range
	 */
	public static GridOptions of(final ModelConfig config) {
		config.allowOnly(KEYS);
		final int[] widths = config.integers("widths", 4, WIDEST);
		final Masking masking = new Masking(choice(config, "masking", Masking.By.values()), config.number("masked", 0, 1));
		final Marks marks = new Marks(config.number("flowweight", 0, 1e6), choice(config, "motionloss",
			MotionLoss.values()), config.number("threshold", 0, 1e6), config.number("lambda", 0, 1e6));
		try {
			return new GridOptions(config.integer("side", 4, LARGEST_SIDE), config.integer("frames", 1, MOST_FRAMES), config.integer("patch", 1, 64), widths,
				config.integer("heads", 1, WIDEST), config.number("speed", 1e-6, 1e6), new Content(config.flag("flow"), config.flag("segmentation"), config
					.flag("depth")), choice(config, "cue", Cue.values()), config.flag("carried"), choice(config, "splat", SplatMode.values()), masking, marks);
		}
		catch (final IllegalArgumentException e) {
			throw new org.motionlayers.network.weights.ModelException(config.origin() + ": " + e.getMessage(), e);
		}
	}

	private static String name(final Enum<?> value) {
		return value.name().toLowerCase(java.util.Locale.ROOT);
	}

	private static <E extends Enum<E>> E choice(final ModelConfig config, final String key, final E[] values) {
		final String found = config.text(key);
		for (final E value : values) if (name(value).equals(found)) return value;
		throw new org.motionlayers.network.weights.ModelException(config.origin() + ": '" + key + "' is " + found + "; accepted are " + List.of(values)
			.stream().map(GridOptions::name).reduce((a, b) -> a + ", " + b).orElse("") + ".");
	}
}
