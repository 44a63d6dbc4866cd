package org.motionlayers.command;

import java.util.Arrays;

import ai.djl.ndarray.NDManager;

import org.motionlayers.network.NetworkEngine;

/** A program that lets PyTorch add (1, 2) and (3, 4), and prints the sum. */
final class EngineProbe {

	private EngineProbe() {}

	public static void main(final String... args) {
		System.out.println(Arrays.toString(NetworkEngine.call(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				return manager.create(new float[] { 1, 2 }).add(manager.create(new float[] { 3, 4 })).toFloatArray();
			}
		})));
	}
}
