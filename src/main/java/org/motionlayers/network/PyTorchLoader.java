package org.motionlayers.network;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** Loads the engine. A class of its own, so that {@link NetworkEngine} can be asked where no ai.djl class is installed. */
final class PyTorchLoader {

	private PyTorchLoader() {}

	/** Loads PyTorch into this process; the calling thread is the one that gathers no gradients unless asked. */
	static void load() {
		NativeMemory.keepFreed();
		Engine.getEngine(EngineSettings.ENGINE);
	}

	/** Lets operations use so many threads from now on; gives the number before. */
	static int setThreads(final int threads) {
		final int before = JniUtils.getNumThreads();
		JniUtils.setNumThreads(threads);
		return before;
	}
}
