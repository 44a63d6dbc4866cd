package org.motionlayers.io;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.motionlayers.scene.Motion;

/**
 * How results were made: what goes into run.json. Sections come in a fixed order, their entries in the order in which they were told;
 * only {@code timings} and {@code host} differ between two runs of the same thing.
 *
 * <pre>
 * final RunRecord record = new RunRecord("predict").parameter("frames", 12).seed(7);
 * record.input("image", path, "ImageJ 1.54p, TIFF", Digests.sha256(path, progress));
 * </pre>
 */
public final class RunRecord {

	/** The name of the file. */
	public static final String FILE = "run.json";

	private static final String APPLICATION = "Motion Layers";

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeSpecialFloatingPointValues()
		.create();

	private final String command;
	private final Map<String, Object> inputs = new LinkedHashMap<>();
	private final Map<String, Object> parameters = new LinkedHashMap<>();
	private final Map<String, Object> motion = new LinkedHashMap<>();
	private final Map<String, Object> findings = new LinkedHashMap<>();
	private final Map<String, String> copyAs = new LinkedHashMap<>();
	private final List<String> remarks = new ArrayList<>();
	private final Map<String, Double> timings = new LinkedHashMap<>();
	private long seed;

	/** @param command the command that ran */
	public RunRecord(final String command) {
		this.command = command;
	}

	/**
	 * Records an input.
	 *
	 * @param name of the parameter that named it
	 * @param path file or folder, or what else the input was called
	 * @param reader what read it
	 * @param sha256 its digest in hexadecimal, or an empty string where it is not a file
	 */
	public RunRecord input(final String name, final String path, final String reader, final String sha256) {
		final Map<String, String> entry = new LinkedHashMap<>();
		entry.put("path", path);
		entry.put("reader", reader);
		if (!sha256.isEmpty()) entry.put("sha256", sha256);
		inputs.put(name, entry);
		return this;
	}

	/** Records a parameter as it was used: a text, number or truth value. */
	public RunRecord parameter(final String name, final Object value) {
		parameters.put(name, value instanceof Enum<?> || value instanceof Path || value instanceof java.io.File ? value.toString() : value);
		return this;
	}

	/** Records the seed of random choices. */
	public RunRecord seed(final long value) {
		seed = value;
		return this;
	}

	/** Records how a motion was made. */
	public RunRecord motion(final Motion.Provenance provenance) {
		motion.put("predictor", provenance.predictor());
		motion.put("seed", provenance.seed());
		motion.put("parameters", new TreeMap<>(provenance.parameters()));
		return this;
	}

	/** Records something found or counted on the way, such as the number of objects. */
	public RunRecord finding(final String name, final Object value) {
		findings.put(name, value);
		return this;
	}

	/** Records the same call in another language: "macro", "groovy", "commandline". */
	public RunRecord copyAs(final String language, final String line) {
		copyAs.put(language, line);
		return this;
	}

	/** Records a line that the user was told. */
	public RunRecord remark(final String line) {
		remarks.add(line);
		return this;
	}

	/** Records how long a stage took, in seconds. */
	public RunRecord timing(final String stage, final double seconds) {
		timings.put(stage, Math.round(seconds * 1000) / 1000.0);
		return this;
	}

	/** Writes the record, naming the files that it goes with. */
	void write(final Path path, final List<String> files) throws IOException {
		final Map<String, Object> record = new LinkedHashMap<>();
		record.put("application", APPLICATION);
		record.put("command", command);
		record.put("inputs", inputs);
		record.put("parameters", parameters);
		record.put("seed", seed);
		record.put("motion", motion);
		record.put("findings", findings);
		record.put("remarks", remarks);
		record.put("copyas", copyAs);
		record.put("files", files);
		record.put("versions", Versions.ofLibraries());
		record.put("host", Versions.ofHost());
		record.put("timings", timings);
		record.values().removeIf(v -> v instanceof Map<?, ?> map && map.isEmpty() || v instanceof List<?> list && list.isEmpty());
		try (Writer out = Files.newBufferedWriter(path)) {
			GSON.toJson(record, out);
			out.write('\n');
		}
	}

	/** Tells the record in a folder which files it goes with. */
	static void nameFiles(final Path folder, final List<String> files) throws IOException {
		final JsonObject record = read(folder);
		record.add("files", GSON.toJsonTree(files));
		Files.writeString(folder.resolve(FILE), GSON.toJson(record) + "\n");
	}

	/** @return whether a folder holds a record of ours */
	static boolean isIn(final Path folder) {
		return read(folder).has("application");
	}

	/** @return the names of the files that the record in a folder goes with */
	static List<String> filesIn(final Path folder) {
		final JsonElement files = read(folder).get("files");
		final List<String> names = new ArrayList<>();
		if (files != null && files.isJsonArray()) for (final JsonElement name : files.getAsJsonArray()) if (name.isJsonPrimitive()) names.add(name
			.getAsString());
		return names;
	}

	/** @return the record in a folder, or an empty object where there is none of ours */
	static JsonObject read(final Path folder) {
		final Path path = folder.resolve(FILE);
		if (!Files.isRegularFile(path)) return new JsonObject();
		try {
			final JsonElement json = JsonParser.parseString(Files.readString(path));
			final boolean ours = json.isJsonObject() && json.getAsJsonObject().has("application") && APPLICATION.equals(json.getAsJsonObject()
				.get("application").getAsString());
			return ours ? json.getAsJsonObject() : new JsonObject();
		}
		catch (final IOException | JsonParseException | IllegalStateException | UnsupportedOperationException exc) {
			// unreadable means: not ours, and therefore not to be overwritten
			return new JsonObject();
		}
	}
}
