package org.motionlayers.evaluate.lamd;

import java.util.Locale;

import org.motionlayers.lamd.autoencoder.AutoencoderOptions;

/** Latents of different sizes (LaMD, Tables 12 and 13). */
enum Capacity {

	/** One channel. */
	D1(1, 1),
	/** Two. */
	D2(2, 1),
	/** Three, as the paper has it and the shipped model too. */
	D3(3, 1),
	/** Four. */
	D4(4, 1),
	/** Three channels, and an axis of time of length four. */
	TIME4(3, 4);

	private final int channels;
	private final int times;

	Capacity(final int channels, final int times) {
		this.channels = channels;
		this.times = times;
	}

	/** @return name in report.json */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return what it is */
	String title() {
		return "d = " + channels + (times == 1 ? "" : ", time axis of " + times);
	}

	/** @return a network with such a latent */
	AutoencoderOptions options(final AutoencoderOptions usual) {
		return usual.withLatent(channels, times);
	}
}
