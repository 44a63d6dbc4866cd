/**
 * Batches on Apache Spark: the jobs and the work of {@link org.motionlayers.batch}, run in processes on any number of machines that see the
 * same files. Built by the Maven profile spark alone; no part of the plugin.
 */
package org.motionlayers.spark;
