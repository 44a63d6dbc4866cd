package org.motionlayers.spark;

import org.apache.spark.SparkConf;
import org.motionlayers.batch.JobRunner;
import org.motionlayers.command.BatchCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The command batch with its jobs on Spark: the same parameters, jobs and outputs. Spark's own properties say where. */
@Plugin(type = Command.class, name = "sparkbatch", label = "Batch on Spark", headless = true,
	description = "Runs a command on many movies and settings on Apache Spark, skipping what is done and trying again what fails.")
public class SparkBatch extends BatchCommand {

	@Override
	protected JobRunner runner(final int jobs) {
		return SparkRunner.start(new SparkConf());
	}
}
