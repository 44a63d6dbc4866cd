/**
 * Work on many movies, or on one huge movie, cut into jobs: a {@link org.motionlayers.batch.Job} says in words and numbers what is to be
 * done and which file tells that it is done, so that it can run on any thread of any machine that sees the same files. A
 * {@link org.motionlayers.batch.BatchPlan} makes the jobs, a {@link org.motionlayers.batch.JobRunner} runs them,
 * {@link org.motionlayers.batch.Batch} skips what is done and tries again what failed.
 */
package org.motionlayers.batch;
