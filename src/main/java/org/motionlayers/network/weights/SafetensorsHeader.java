package org.motionlayers.network.weights;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;

/**
 * The header of a safetensors file, checked: every tensor lies inside the file, has the length its shape asks for, and none overlap.
 *
 * @param metadata what the writer says
 * @param entries tensors in the order of their place in the file
 * @param dataStart where offsets count from, bytes
 */
record SafetensorsHeader(SortedMap<String, String> metadata, List<Entry> entries, long dataStart) {

	/**
	 * One tensor.
	 *
	 * @param name its name
	 * @param type of its numbers
	 * @param shape size of every axis
	 * @param begin first byte, from the start of the data
	 * @param end byte after the last one
	 */
	record Entry(String name, NumberType type, long[] shape, long begin, long end) {

		long length() {
			return end - begin;
		}
	}

	private static final String METADATA = "__metadata__";
	private static final int LARGEST_RANK = 8;

	/**
	 * Parses and checks.
	 *
	 * @param json the header's text
	 * @param dataStart where the data start in the file
	 * @param dataLength bytes of data
	 * @param origin what to call the file in messages
	 */
	static SafetensorsHeader parse(final String json, final long dataStart, final long dataLength, final String origin) {
		final Parser parser = new Parser(json, origin);
		parser.parse();
		final List<Entry> entries = new ArrayList<>(parser.entries.values());
		entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
		long end = 0;
		for (final Entry entry : entries) {
			if (entry.begin < end) throw new ModelException(origin + ": tensor '" + entry.name + "' overlaps the one before it.");
			if (entry.end > dataLength) throw new ModelException(origin + ": cut short: tensor '" + entry.name + "' ends at byte " + entry.end +
				" of " + dataLength + ".");
			end = entry.end;
		}
		return new SafetensorsHeader(parser.metadata, entries, dataStart);
	}

	/** @return the header of a file of these tensors, one after another in the order of their names */
	static String describe(final TensorFile content) throws IOException {
		final StringWriter text = new StringWriter();
		try (JsonWriter json = new JsonWriter(text)) {
			json.beginObject();
			if (!content.metadata().isEmpty()) {
				json.name(METADATA).beginObject();
				for (final Map.Entry<String, String> e : content.metadata().entrySet()) json.name(e.getKey()).value(e.getValue());
				json.endObject();
			}
			long begin = 0;
			for (final Map.Entry<String, Tensor> e : content.tensors().entrySet()) begin = describe(json, e.getKey(), e.getValue(), begin);
			json.endObject();
		}
		return text.toString();
	}

	private static long describe(final JsonWriter json, final String name, final Tensor tensor, final long begin) throws IOException {
		final NumberType type = tensor.isInteger() ? NumberType.I64 : NumberType.F32;
		final long end = begin + Tensor.elements(tensor.shape()) * type.bytes();
		json.name(name).beginObject().name("dtype").value(type.name()).name("shape").beginArray();
		for (final long size : tensor.shape()) json.value(size);
		json.endArray().name("data_offsets").beginArray().value(begin).value(end).endArray().endObject();
		return end;
	}

	/** Reads the JSON by hand, because a name that comes twice must be refused. */
	private static final class Parser {

		private final JsonReader json;
		private final String origin;
		private final SortedMap<String, String> metadata = new TreeMap<>();
		private final Map<String, Entry> entries = new TreeMap<>();

		Parser(final String text, final String origin) {
			this.json = new JsonReader(new StringReader(text));
			this.origin = origin;
		}

		void parse() {
			try {
				json.beginObject();
				while (json.hasNext()) {
					final String name = json.nextName();
					if (name.equals(METADATA)) readMetadata();
					else if (entries.put(name, readEntry(name)) != null) throw bad("tensor '" + name + "' comes twice");
				}
				json.endObject();
				// Throws where text follows.
				json.peek();
			}
			catch (final IOException | IllegalStateException | NumberFormatException | JsonParseException e) {
				throw new ModelException(origin + ": the safetensors header is damaged: " + firstLine(e) + ".", e);
			}
		}

		private void readMetadata() throws IOException {
			json.beginObject();
			while (json.hasNext()) metadata.put(json.nextName(), json.nextString());
			json.endObject();
		}

		private Entry readEntry(final String name) throws IOException {
			String type = null;
			long[] shape = null, offsets = null;
			json.beginObject();
			while (json.hasNext()) switch (json.nextName()) {
				case "dtype" -> type = json.nextString();
				case "shape" -> shape = readNumbers(LARGEST_RANK, name);
				case "data_offsets" -> offsets = readNumbers(2, name);
				default -> json.skipValue();
			}
			json.endObject();
			if (type == null || shape == null || offsets == null || offsets.length != 2) throw bad("tensor '" + name +
				"' lacks dtype, shape or data_offsets");
			return checked(name, type, shape, offsets);
		}

		private long[] readNumbers(final int most, final String name) throws IOException {
			final List<Long> numbers = new ArrayList<>();
			json.beginArray();
			while (json.hasNext()) {
				if (numbers.size() == most) throw bad("tensor '" + name + "' has more than " + most + " axes or offsets");
				numbers.add(json.nextLong());
			}
			json.endArray();
			return numbers.stream().mapToLong(Long::longValue).toArray();
		}

		private Entry checked(final String name, final String type, final long[] shape, final long[] offsets) {
			final NumberType numbers;
			try {
				numbers = NumberType.valueOf(type);
			}
			catch (final IllegalArgumentException e) {
				throw new ModelException(origin + ": tensor '" + name + "' is of type " + type + "; F32, F16, BF16 and I64 are accepted.", e);
			}
			final long elements = Tensor.elements(shape);
			if (elements < 0 || elements * numbers.bytes() > Integer.MAX_VALUE - 8) throw bad("tensor '" + name + "' of shape " +
				java.util.Arrays.toString(shape) + " is negative or beyond 2 GiB");
			if (offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] - offsets[0] != elements * numbers.bytes()) throw bad("tensor '" +
				name + "' of " + elements + " " + type + " does not fit offsets " + offsets[0] + " to " + offsets[1]);
			return new Entry(name, numbers, shape, offsets[0], offsets[1]);
		}

		private ModelException bad(final String what) {
			return new ModelException(origin + ": the safetensors header is damaged: " + what + ".");
		}

		private static String firstLine(final Exception e) {
			return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
		}
	}
}
