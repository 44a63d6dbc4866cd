package org.motionlayers.segmentation.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.motionlayers.segmentation.document.JsonInput;

/**
 * One annotation as the file has it. Identifiers are kept as text, empty where there is none: files use numbers and names alike.
 */
final class Annotation {

	/** Far more corners than any outline has, and a bound on memory. */
	private static final int MAX_NUMBERS = 1 << 24;

	String id = "";
	String image = "";
	String category = "";
	String track = "";
	boolean crowd;
	double score = Double.NaN;
	final List<double[]> polygons = new ArrayList<>();
	/** Height and width that the run lengths are for. */
	int[] size = new int[0];
	/** Run lengths as numbers, or null. */
	int[] counts;
	/** Run lengths in their text form, or null. */
	String compressed;

	/**
	 * Reads an annotation.
	 *
	 * @param in at its object
	 * @throws IOException where reading fails
	 */
	static Annotation read(final JsonInput in) throws IOException {
		final Annotation annotation = new Annotation();
		in.object(name -> annotation.field(in, name));
		return annotation;
	}

	private void field(final JsonInput in, final String name) throws IOException {
		switch (name) {
			case "id" -> id = in.text();
			case "image_id" -> image = in.text();
			case "category_id" -> category = in.text();
			case "track_id", "instance_id" -> track = in.text();
			case "iscrowd" -> crowd = in.flag();
			case "score", "predicted_iou" -> score = in.number();
			case "attributes" -> attributes(in);
			case "segmentation" -> segmentation(in);
			default -> in.skip();
		}
	}

	private void attributes(final JsonInput in) throws IOException {
		if (!in.atObject()) in.skip();
		else in.object(name -> {
			if ("track_id".equals(name)) track = in.text();
			else in.skip();
		});
	}

	private void segmentation(final JsonInput in) throws IOException {
		if (in.atObject()) in.object(name -> runLengths(in, name));
		else if (in.atArray()) polygons(in);
		else in.skip();
	}

	private void runLengths(final JsonInput in, final String name) throws IOException {
		switch (name) {
			case "size" -> size = in.integers(2);
			case "counts" -> {
				if (in.atString()) compressed = in.text();
				else counts = in.integers(MAX_NUMBERS);
			}
			default -> in.skip();
		}
	}

	/** An array of arrays of numbers; some programs leave out the outer array when there is one polygon. */
	private void polygons(final JsonInput in) throws IOException {
		final List<Double> flat = new ArrayList<>();
		in.array(index -> {
			if (in.atArray()) polygons.add(in.numbers(MAX_NUMBERS));
			else flat.add(in.number());
		});
		if (!flat.isEmpty()) polygons.add(flat.stream().mapToDouble(Double::doubleValue).toArray());
	}

	/** @return whether there is a mask at all, and not a bounding box only */
	boolean hasMask() {
		return counts != null || compressed != null || !polygons.isEmpty();
	}
}
