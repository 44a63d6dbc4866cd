package org.motionlayers.segmentation.document;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** A JSON file, plain, gzipped or zipped, read from front to back without ever being held whole. */
public final class JsonDocument {

	/** Reads a document. */
	@FunctionalInterface
	public interface Body {

		/**
		 * Reads the document's one value to its end.
		 *
		 * @throws IOException where reading fails
		 */
		void read(JsonInput in) throws IOException;
	}

	private static final int MESSAGE = 200;

	private JsonDocument() {}

	/**
	 * Reads a document.
	 *
	 * @param source the file
	 * @param format what it should be, for messages
	 * @param progress told how many bytes were read
	 * @param body reads the values
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it is no JSON, or not of the form that the body reads
	 */
	public static void read(final Path source, final String format, final Progress progress, final Body body) throws IOException {
		try (JsonReader reader = new JsonReader(new InputStreamReader(SourceFile.open(source, progress, ".json", ".geojson"),
			StandardCharsets.UTF_8)))
		{
			body.read(new JsonInput(source.toString(), reader));
			if (reader.peek() != JsonToken.END_DOCUMENT) throw new MalformedJsonException("more text after the end");
		}
		catch (final InputException | CancellationException e) {
			throw e;
		}
		catch (final EOFException | MalformedJsonException | ZipException e) {
			throw new InputException("Labels '" + source + "' are damaged JSON: " + line(e) + ".", e);
		}
		catch (final IllegalStateException | NumberFormatException e) {
			throw new InputException("Labels '" + source + "' are not " + format + ": " + line(e) + ".", e);
		}
	}

	/** One short line: the parser's messages quote paths as deep as the document. */
	private static String line(final Exception e) {
		final String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
		return message.length() > MESSAGE ? message.substring(0, MESSAGE) + "..." : message;
	}
}
