package org.motionlayers.io.stack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/**
 * How labels become pixels: as they are in 16 bit where all fit, else as they are in 32-bit float up to 2^24, where floats are exact, else
 * numbered afresh from 1 in their order, with a table that says so.
 */
public final class LabelCoding {

	private static final int LARGEST_SHORT = 65535;

	private static final int LARGEST_EXACT_FLOAT = 1 << 24;

	private final PixelType type;
	private final Map<Integer, Integer> numbers;
	private final int largest;

	private LabelCoding(final PixelType type, final Map<Integer, Integer> numbers, final int largest) {
		this.type = type;
		this.numbers = numbers;
		this.largest = largest;
	}

	/** @return the coding for these labels, which need not be sorted or unique; 0 is always 0 */
	public static LabelCoding of(final IntStream labels) {
		final int[] sorted = labels.filter(l -> l != 0).sorted().distinct().toArray();
		final int first = sorted.length == 0 ? 0 : sorted[0];
		final int last = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
		if (first >= 0 && last <= LARGEST_SHORT) return new LabelCoding(PixelType.UINT16, Map.of(), last);
		if (first >= 0 && last <= LARGEST_EXACT_FLOAT) return new LabelCoding(PixelType.FLOAT32, Map.of(), last);
		final Map<Integer, Integer> numbers = new HashMap<>();
		for (final int label : sorted) numbers.put(label, numbers.size() + 1);
		return new LabelCoding(sorted.length <= LARGEST_SHORT ? PixelType.UINT16 : PixelType.FLOAT32, numbers, sorted.length);
	}

	/** @return the pixel type of the coded labels */
	public PixelType type() {
		return type;
	}

	/** @return the pixel value of a label */
	public int value(final int label) {
		return numbers.isEmpty() || label == 0 ? label : numbers.get(label);
	}

	/** @return the values of the background and of these labels, in their order: an array of the pixel type */
	Object values(final int[] labels) {
		final Object values = type.newArray(labels.length + 1);
		for (int i = 0; i < labels.length; i++) type.set(values, i + 1, value(labels[i]));
		return values;
	}

	/** @return one line for each label that was numbered afresh, "1 = label 123456789"; empty where labels are as they were */
	public String table() {
		final StringBuilder text = new StringBuilder();
		numbers.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(e -> text.append(e.getValue()).append(" = label ").append(e
			.getKey()).append('\n'));
		return text.toString();
	}

	/** @return a range that gives every label up to 255 a colour of its own */
	Display display() {
		return new Display(Display.Mode.GRAYSCALE, java.util.List.of(new Display.Channel(0, Math.max(LabelColors.SIZE - 1, largest), LabelColors
			.lut())));
	}

	/** @return labels as a frame */
	Frame frame(final Shape shape, final int[] labels) {
		final Object data = type.newArray(labels.length);
		int run = 0, value = 0;
		for (int i = 0; i < labels.length; i++) {
			// neighbours mostly have the same label: the table is asked once a run
			if (labels[i] != run) {
				run = labels[i];
				value = value(run);
			}
			if (data instanceof short[] shorts) shorts[i] = (short) value;
			else ((float[]) data)[i] = value;
		}
		return new Frame(type, shape.withChannels(1), data);
	}

	/** @return the labels that occur, without 0, sorted */
	static int[] distinct(final int[] labels) {
		return Arrays.stream(labels).filter(l -> l != 0).distinct().sorted().toArray();
	}
}
