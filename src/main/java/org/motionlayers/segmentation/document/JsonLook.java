package org.motionlayers.segmentation.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/**
 * A look at the fields of a JSON file's object, or of the first object in its array, as far as they begin within its first mebibyte: enough
 * to tell formats apart.
 *
 * @param list whether the file is an array
 * @param fields names of the fields, with their values where these are strings, else an empty string
 */
public record JsonLook(boolean list, Map<String, String> fields) {

	private static final int FAR_ENOUGH = 1 << 20;
	private static final JsonLook NOTHING = new JsonLook(false, Map.of());

	/**
	 * Looks at a file.
	 *
	 * @param source the file, plain, gzipped or zipped
	 * @param head its first bytes
	 * @return what was seen; no fields where it is no JSON
	 */
	public static JsonLook at(final Path source, final byte[] head) {
		return SourceFile.isGzip(head) || SourceFile.isZip(head) || startsLikeJson(head) ? at(source) : NOTHING;
	}

	/** @return what was seen in a file that is not known to be JSON; no fields where it is none */
	public static JsonLook at(final Path source) {
		final Map<String, String> fields = new HashMap<>();
		boolean list = false;
		try (JsonReader reader = new JsonReader(new InputStreamReader(new FirstBytes(SourceFile.open(source, Progress.NONE, ".json",
			".geojson")), StandardCharsets.UTF_8)))
		{
			list = reader.peek() == JsonToken.BEGIN_ARRAY;
			if (list) reader.beginArray();
			reader.beginObject();
			while (reader.hasNext()) {
				final String name = reader.nextName();
				fields.put(name, "");
				if (reader.peek() == JsonToken.STRING) fields.put(name, reader.nextString());
				else reader.skipValue();
			}
		}
		catch (final IOException | IllegalStateException | NumberFormatException | InputException e) {
			// The look ends where the bytes, the object or the sense of it end: what was seen until then is the answer.
			return new JsonLook(list, fields);
		}
		return new JsonLook(list, fields);
	}

	private static boolean startsLikeJson(final byte[] head) {
		final String text = new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
		return text.startsWith("{") || text.startsWith("[");
	}

	/** @return whether the object has a field of this name */
	public boolean has(final String field) {
		return fields.containsKey(field);
	}

	/** @return a field's string, or an empty string */
	public String text(final String field) {
		return fields.getOrDefault(field, "");
	}

	/** Ends after so many bytes. */
	private static final class FirstBytes extends FilterInputStream {

		private int left = FAR_ENOUGH;

		FirstBytes(final InputStream in) {
			super(in);
		}

		@Override
		public int read(final byte[] buffer, final int offset, final int length) throws IOException {
			if (left <= 0) return -1;
			final int count = super.read(buffer, offset, Math.min(length, left));
			left -= Math.max(count, 0);
			return count;
		}
	}
}
