package org.motionlayers.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * What the {@link RunRecord} beside a predicted video says of it.
 *
 * @param folder that holds both
 * @param observed how many frames were looked at; the last of them is the reference frame
 * @param observedInFront whether the video begins with them
 * @param image what the image was called that was predicted from, mostly its file
 * @param labels what its labels were called; an empty text where that is not known
 */
public record PredictionRecord(Path folder, int observed, boolean observedInFront, String image, String labels) {

	private static final String LABELS = "labels.tif";
	private static final String TRACKS = "tracks.csv";

	/**
	 * Looks for a record.
	 *
	 * @param video a file
	 * @return the record in the same folder, where it is one of a prediction that the file belongs to
	 */
	public static Optional<PredictionRecord> beside(final Path video) {
		final Path folder = video.toAbsolutePath().normalize().getParent();
		if (folder == null || !RunRecord.filesIn(folder).contains(video.getFileName().toString())) return Optional.empty();
		final JsonObject record = RunRecord.read(folder);
		final String observed = text(record, "findings", "observed frames");
		if (!observed.matches("\\d{1,9}(\\.0)?")) return Optional.empty();
		return Optional.of(new PredictionRecord(folder, (int) Double.parseDouble(observed), text(record, "parameters", "keep").equals("observed"),
			text(section(record, "inputs"), "image", "path"), text(section(record, "inputs"), "labels", "path")));
	}

	private static JsonObject section(final JsonObject record, final String name) {
		final JsonElement section = record.get(name);
		return section != null && section.isJsonObject() ? section.getAsJsonObject() : new JsonObject();
	}

	private static String text(final JsonObject record, final String section, final String name) {
		final JsonElement value = section(record, section).get(name);
		return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
	}

	/** @return the predicted labels, where they are still there */
	public Optional<Path> labelFile() {
		return file(LABELS);
	}

	/** @return the predicted tracks, where they are still there */
	public Optional<Path> trackFile() {
		return file(TRACKS);
	}

	private Optional<Path> file(final String name) {
		return RunRecord.filesIn(folder).contains(name) && Files.isRegularFile(folder.resolve(name)) ? Optional.of(folder.resolve(name))
			: Optional.empty();
	}
}
