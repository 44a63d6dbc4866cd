package org.motionlayers.network.train;

import org.motionlayers.network.Network;
import org.motionlayers.network.weights.ModelConfig;

/**
 * A network, what it is taught and how it is marked: all that a training needs but its settings.
 *
 * @param <B> type of a batch
 */
public interface Trainee<B> extends TrainingLoop.Batches<B>, TrainingLoop.Loss<B>, AutoCloseable {

	/** @return what the network is built of */
	ModelConfig config();

	/** @return the network, the same at every call */
	Network<?> network();

	/** Frees the network. */
	@Override
	void close();
}
