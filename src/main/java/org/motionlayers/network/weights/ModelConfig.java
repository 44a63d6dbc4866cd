package org.motionlayers.network.weights;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;

/**
 * The settings of a model, a flat JSON object of numbers, booleans, texts and lists of numbers; "architecture" names what it builds, and
 * "sha256" the file of weights that lies beside it, which is no setting. Every getter names the file, the key, what was found and what is
 * accepted.
 */
public final class ModelConfig {

	/** Largest file accepted, in bytes. */
	public static final int LARGEST_FILE = 1 << 20;

	private static final String ARCHITECTURE = "architecture";
	private static final String DIGEST = "sha256";
	private static final int LONGEST_LIST = 1024;

	private final String origin;
	private final SortedMap<String, Object> values;
	private final String digest;

	private ModelConfig(final String origin, final Map<String, Object> values, final String digest) {
		this.origin = origin;
		this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
		this.digest = digest;
	}

	/**
	 * @param architecture what the configuration builds
	 * @param values Boolean, Number, String or List of Number, by key
	 * @return a configuration made in code
	 */
	public static ModelConfig of(final String architecture, final Map<String, ?> values) {
		final SortedMap<String, Object> all = new TreeMap<>();
		values.forEach((key, value) -> all.put(key, value instanceof Number n ? Double.valueOf(n.doubleValue()) : value instanceof List<
			?> list ? list.stream().map(v -> ((Number) v).doubleValue()).toList() : value));
		all.put(ARCHITECTURE, architecture);
		return new ModelConfig("configuration of " + architecture, all, "");
	}

	/**
	 * @param file a JSON file
	 * @throws ModelException where it is not such an object
	 * @throws IOException where it cannot be read
	 */
	public static ModelConfig read(final Path file) throws IOException {
		final long size = Files.size(file);
		if (size > LARGEST_FILE) throw new ModelException(file + ": " + size + " bytes; a configuration has at most " + LARGEST_FILE + ".");
		return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
	}

	/**
	 * @param json the text of a JSON object
	 * @param origin what to call it in messages
	 * @throws ModelException where it is not such an object
	 */
	public static ModelConfig parse(final String json, final String origin) {
		final SortedMap<String, Object> values = new TreeMap<>();
		try (Reader text = new StringReader(json); JsonReader reader = new JsonReader(text)) {
			reader.beginObject();
			while (reader.hasNext()) {
				final String key = reader.nextName();
				if (values.put(key, value(reader, origin + ": '" + key + "'")) != null) throw new ModelException(origin + ": '" + key +
					"' comes twice.");
			}
			reader.endObject();
			// Throws where text follows.
			reader.peek();
		}
		catch (final IOException | IllegalStateException | NumberFormatException | JsonParseException e) {
			throw new ModelException(origin + ": no JSON object of settings: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("") +
				".", e);
		}
		final Object digest = values.remove(DIGEST);
		if (digest != null && !(digest instanceof String text && text.matches("[0-9a-f]{64}"))) throw new ModelException(origin + ": '" + DIGEST +
			"' is " + digest + "; 64 hexadecimal digits in lower case are accepted.");
		return new ModelConfig(origin, values, digest == null ? "" : digest.toString());
	}

	private static Object value(final JsonReader reader, final String what) throws IOException {
		switch (reader.peek()) {
			case BOOLEAN:
				return reader.nextBoolean();
			case NUMBER:
				return reader.nextDouble();
			case STRING:
				return reader.nextString();
			case BEGIN_ARRAY:
				final List<Double> list = new ArrayList<>();
				reader.beginArray();
				while (reader.hasNext()) {
					if (list.size() == LONGEST_LIST) throw new ModelException(what + " has more than " + LONGEST_LIST + " numbers.");
					list.add(reader.nextDouble());
				}
				reader.endArray();
				return List.copyOf(list);
			default:
				throw new ModelException(what + " is a JSON " + reader.peek() + "; numbers, true, false, texts and lists of numbers are accepted.");
		}
	}

	/**
	 * Writes it as JSON, keys sorted: beside its place first, then moved there.
	 *
	 * @param file where to; overwritten
	 * @throws IOException where it cannot be written
	 */
	public void write(final Path file) throws IOException {
		final Path beside = file.resolveSibling(file.getFileName() + ".part");
		try {
			// a link of that name is not written through
			Files.deleteIfExists(beside);
			Files.writeString(beside, json() + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	/** @return the same settings and one more, or another value of one */
	public ModelConfig with(final String key, final String value) {
		final Map<String, Object> more = new TreeMap<>(values);
		more.put(key, value);
		return new ModelConfig(origin, more, digest);
	}

	/** @return the same settings for a file of weights with this SHA-256 */
	public ModelConfig withDigest(final String sha256) {
		return new ModelConfig(origin, values, sha256);
	}

	/** @return SHA-256 of the file of weights, or an empty text where it is not known */
	public String digest() {
		return digest;
	}

	/** @return the settings as JSON, keys sorted, and the digest of the weights last */
	public String json() {
		final JsonObject object = new JsonObject();
		values.forEach((key, value) -> {
			if (value instanceof Boolean b) object.addProperty(key, b);
			else if (value instanceof Double d) object.add(key, number(d));
			else if (value instanceof List<?> list) {
				final JsonArray array = new JsonArray();
				list.forEach(v -> array.add(number((Double) v)));
				object.add(key, array);
			}
			else object.addProperty(key, (String) value);
		});
		if (!digest.isEmpty()) object.addProperty(DIGEST, digest);
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(object);
	}

	private static JsonPrimitive number(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? new JsonPrimitive((long) value) : new JsonPrimitive(value);
	}

	/** @return what the configuration builds */
	public String architecture() {
		return text(ARCHITECTURE);
	}

	/** @return where it came from, for messages */
	public String origin() {
		return origin;
	}

	/** @return whether a key is there */
	public boolean has(final String key) {
		return values.containsKey(key);
	}

	/** @return a text */
	public String text(final String key) {
		final Object value = get(key, "a text");
		if (value instanceof String s) return s;
		throw wrong(key, value, "a text");
	}

	/** @return true or false */
	public boolean flag(final String key) {
		final Object value = get(key, "true or false");
		if (value instanceof Boolean b) return b;
		throw wrong(key, value, "true or false");
	}

	/** @return a number from least to most */
	public double number(final String key, final double least, final double most) {
		final String accepted = "a number from " + least + " to " + most;
		final Object value = get(key, accepted);
		if (value instanceof Double d && d >= least && d <= most) return d;
		throw wrong(key, value, accepted);
	}

	/** @return a whole number from least to most */
	public int integer(final String key, final int least, final int most) {
		final String accepted = "a whole number from " + least + " to " + most;
		final Object value = get(key, accepted);
		if (value instanceof Double d && isWhole(d, least, most)) return (int) (double) d;
		throw wrong(key, value, accepted);
	}

	/** @return a list of whole numbers, each from least to most, perhaps empty */
	public int[] integers(final String key, final int least, final int most) {
		final String accepted = "a list of whole numbers from " + least + " to " + most;
		final Object value = get(key, accepted);
		if (value instanceof List<?> list && list.stream().allMatch(v -> isWhole((Double) v, least, most))) return list.stream().mapToInt(
			v -> (int) (double) (Double) v).toArray();
		throw wrong(key, value, accepted);
	}

	/** @return a list of numbers, each from least to most, perhaps empty */
	public double[] numbers(final String key, final double least, final double most) {
		final String accepted = "a list of numbers from " + least + " to " + most;
		final Object value = get(key, accepted);
		if (value instanceof List<?> list && list.stream().allMatch(v -> (Double) v >= least && (Double) v <= most)) return list.stream()
			.mapToDouble(v -> (Double) v).toArray();
		throw wrong(key, value, accepted);
	}

	private static boolean isWhole(final double value, final int least, final int most) {
		return value == Math.rint(value) && value >= least && value <= most;
	}

	/**
	 * Refuses keys that nobody knows: a misspelt setting would be ignored without a word.
	 *
	 * @param known all keys beside "architecture"
	 */
	public void allowOnly(final String... known) {
		for (final String key : values.keySet()) if (!key.equals(ARCHITECTURE) && !Arrays.asList(known).contains(key))
			throw new ModelException(origin + ": unknown setting '" + key + "'; known are " + String.join(", ", known) + ".");
	}

	private Object get(final String key, final String accepted) {
		final Object value = values.get(key);
		if (value == null) throw new ModelException(origin + ": '" + key + "' is missing; " + accepted + " is needed.");
		return value;
	}

	private ModelException wrong(final String key, final Object value, final String accepted) {
		return new ModelException(origin + ": '" + key + "' is " + value + "; " + accepted + " is accepted.");
	}

	/** @return the settings that differ from another configuration's, for messages */
	public String difference(final ModelConfig other) {
		final SortedMap<String, Object> all = new TreeMap<>(other.values);
		all.putAll(values);
		all.keySet().removeIf(key -> Objects.equals(values.get(key), other.values.get(key)));
		return all.keySet().stream().map(key -> "'" + key + "' is " + values.get(key) + ", not " + other.values.get(key)).collect(Collectors
			.joining("; "));
	}

	/** Equal where the settings are, wherever they came from and whatever the weights are. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof ModelConfig c && values.equals(c.values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}
}
