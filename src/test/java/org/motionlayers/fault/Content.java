package org.motionlayers.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All files of a folder by their names, each with the SHA-256 of its bytes. What tells of the clock and the machine is left out: timings and
 * host of run.json and the time of a training in its card; and in texts, whether a call was a resume.
 */
final class Content {

	private static final Pattern TIMINGS = Pattern.compile("\"(timings|host)\": \\{[^}]*\\}");

	private static final Pattern TIME = Pattern.compile("\\| time \\|[^\\n]*");

	private Content() {}

	/** @return the content of a folder, without some files; empty where there is no folder */
	static SortedMap<String, String> of(final Path folder, final Set<String> without) throws IOException {
		final SortedMap<String, String> content = new TreeMap<>();
		if (!Files.exists(folder)) return content;
		final List<Path> files;
		try (Stream<Path> all = Files.walk(folder)) {
			files = all.filter(Files::isRegularFile).toList();
		}
		for (final Path file : files) {
			final String name = folder.relativize(file).toString();
			if (!without.contains(name)) content.put(name, digest(bytes(file)));
		}
		return content;
	}

	static SortedMap<String, String> of(final Path folder) throws IOException {
		return of(folder, Set.of());
	}

	private static byte[] bytes(final Path file) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		final String name = file.getFileName().toString();
		if (!name.equals("run.json") && !name.equals("README.md")) return bytes;
		final String text = TIME.matcher(TIMINGS.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("")).replaceAll("");
		return text.replace("resume=true", "resume=false").getBytes(StandardCharsets.UTF_8);
	}

	private static String digest(final byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new AssertionError(exc);
		}
	}
}
