package org.motionlayers.segmentation.document;

import java.io.IOException;
import java.util.Arrays;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.motionlayers.scene.InputException;

/** The values of a JSON document as they come. Every method consumes exactly one value. */
public final class JsonInput {

	/** Takes the fields of an object. */
	@FunctionalInterface
	public interface FieldConsumer {

		/**
		 * @param name the field's name; its value must be consumed
		 * @throws IOException where reading fails
		 */
		void field(String name) throws IOException;
	}

	/** Takes the elements of an array. */
	@FunctionalInterface
	public interface ElementConsumer {

		/**
		 * Consumes one element.
		 *
		 * @param index 0, 1, ...
		 * @throws IOException where reading fails
		 */
		void element(int index) throws IOException;
	}

	/** A path that is no help to a reader. */
	private static final int LONG_PATH = 100;

	private final String source;
	private final JsonReader reader;

	/**
	 * @param source the file's name, for messages
	 * @param reader at the first value
	 */
	JsonInput(final String source, final JsonReader reader) {
		this.source = source;
		this.reader = reader;
	}

	/** @return what to throw where the value just read is wrong: one line with file, place and complaint */
	public InputException refuse(final String complaint) {
		final String path = reader.getPath();
		return new InputException("Labels '" + source + "': " + complaint + (path.length() < LONG_PATH ? " (at " + path + ")" : "") + ".");
	}

	/** Reads an object field by field; null is an object without fields. */
	public void object(final FieldConsumer consumer) throws IOException {
		if (skippedNull()) return;
		reader.beginObject();
		while (reader.hasNext()) consumer.field(reader.nextName());
		reader.endObject();
	}

	/** Reads an array element by element; null is an empty array. */
	public void array(final ElementConsumer consumer) throws IOException {
		if (skippedNull()) return;
		reader.beginArray();
		for (int i = 0; reader.hasNext(); i++) consumer.element(i);
		reader.endArray();
	}

	/** Reads a value of any kind and forgets it. */
	public void skip() throws IOException {
		reader.skipValue();
	}

	/** @return whether an object comes next */
	public boolean atObject() throws IOException {
		return reader.peek() == JsonToken.BEGIN_OBJECT;
	}

	/** @return whether an array comes next */
	public boolean atArray() throws IOException {
		return reader.peek() == JsonToken.BEGIN_ARRAY;
	}

	/** @return whether a string comes next */
	public boolean atString() throws IOException {
		return reader.peek() == JsonToken.STRING;
	}

	/** @return a string, a number as it is written, or an empty string where there is null or anything else */
	public String text() throws IOException {
		final JsonToken next = reader.peek();
		if (next == JsonToken.STRING || next == JsonToken.NUMBER) return reader.nextString();
		reader.skipValue();
		return "";
	}

	/** @return a finite number, or NaN where there is null */
	public double number() throws IOException {
		return skippedNull() ? Double.NaN : reader.nextDouble();
	}

	/** @return a whole number */
	public int integer() throws IOException {
		return reader.nextInt();
	}

	/** @return true, false, or a number that is not 0; false where there is null */
	public boolean flag() throws IOException {
		if (skippedNull()) return false;
		return reader.peek() == JsonToken.BOOLEAN ? reader.nextBoolean() : reader.nextDouble() != 0;
	}

	/**
	 * Reads an array of numbers.
	 *
	 * @param limit most numbers accepted
	 * @return the numbers
	 */
	public double[] numbers(final int limit) throws IOException {
		double[] values = new double[8];
		int n = 0;
		reader.beginArray();
		while (reader.hasNext()) {
			if (n == limit) throw refuse("an array has more than " + limit + " numbers");
			if (n == values.length) values = Arrays.copyOf(values, 2 * n);
			values[n++] = reader.nextDouble();
		}
		reader.endArray();
		return Arrays.copyOf(values, n);
	}

	/** @return an array of whole numbers, at most {@code limit} of them */
	public int[] integers(final int limit) throws IOException {
		int[] values = new int[8];
		int n = 0;
		reader.beginArray();
		while (reader.hasNext()) {
			if (n == limit) throw refuse("an array has more than " + limit + " numbers");
			if (n == values.length) values = Arrays.copyOf(values, 2 * n);
			values[n++] = reader.nextInt();
		}
		reader.endArray();
		return Arrays.copyOf(values, n);
	}

	private boolean skippedNull() throws IOException {
		if (reader.peek() != JsonToken.NULL) return false;
		reader.nextNull();
		return true;
	}
}
