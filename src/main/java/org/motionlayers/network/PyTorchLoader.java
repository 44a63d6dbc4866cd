package org.motionlayers.network;

import ai.djl.engine.Engine;

/** Loads the engine. A class of its own, so that {@link NetworkEngine} can be asked where no ai.djl class is installed. */
final class PyTorchLoader {

	private PyTorchLoader() {}

	/** Loads PyTorch into this process; the calling thread is the one that gathers no gradients unless asked. */
	static void load() {
		NativeMemory.keepFreed();
		Engine.getEngine(EngineSettings.ENGINE);
	}
}
