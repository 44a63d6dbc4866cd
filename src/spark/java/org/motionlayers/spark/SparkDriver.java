package org.motionlayers.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.motionlayers.command.CommandLine;

/**
 * What spark-submit starts: {@code spark-submit --class org.motionlayers.spark.SparkDriver JAR batch movies=... output=...}. Exit status 0
 * when all jobs are done, 1 when not, with one line on standard error.
 */
public final class SparkDriver {

	private static final String BATCH = "batch";

	private SparkDriver() {}

	/**
	 * Runs a batch on Spark and exits.
	 *
	 * @param args batch, then its key=value pairs; or help
	 */
	public static void main(final String... args) {
		final List<String> words = new ArrayList<>(Arrays.asList(args));
		words.replaceAll(word -> word.equals(BATCH) ? "sparkbatch" : word);
		CommandLine.main(words.toArray(new String[0]));
	}
}
