package org.motionlayers.evaluate.lamd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.lamd.clip.VideoClip;

class FidelityTest {

	/** One of 256 pixels changes by a half in both later frames; found lacks that and is a tenth off elsewhere in one of them. */
	@Test
	void countsByHand() {
		final float[] truth = new float[3 * 256], found = new float[3 * 256];
		for (int t = 1; t < 3; t++) truth[t * 256 + 7] = .5f;
		found[256 + 100] = .1f;
		final Fidelity f = Fidelity.of(new VideoClip(1, 3, 16, 16, found), new VideoClip(1, 3, 16, 16, truth));
		assertEquals(-10 * Math.log10((2 * .25 + .01) / 512), f.psnr(), 1e-4);
		assertEquals(-10 * Math.log10(.25), f.moving(), 1e-4);
		assertEquals(-10 * Math.log10((.25 + .01) / 256), Fidelity.psnr(new VideoClip(1, 3, 16, 16, found), new VideoClip(1, 3, 16, 16, truth), 1), 1e-4);
	}

	@Test
	void whatIsEqualIsInfinitelyNear() {
		final Held held = Held.captions(1, 4, 64, 1).get(0);
		final Fidelity f = Fidelity.of(held.clip(), held.clip());
		assertEquals(Double.POSITIVE_INFINITY, f.psnr());
		assertEquals(1, f.ssim(), 1e-9);
	}

	/** Frames that are sums of two patterns about a mean need two numbers, and come back from them. */
	@Test
	void aLinearCodeKeepsWhatIsLinear() {
		final List<float[]> frames = new ArrayList<>();
		for (int k = 0; k < 12; k++) frames.add(new float[] { .5f + .02f * k, .5f - .03f * (k % 4), .5f + .02f * k, .25f });
		final LinearCode code = LinearCode.of(frames, 2);
		final VideoClip clip = VideoClip.ofFrames(1, 2, 2, frames.get(3), frames.get(10)), back = code.reconstruct(clip);
		for (int k = 0; k < 8; k++) assertEquals(clip.values()[k], back.values()[k], 1e-5);
		final float[] poorer = LinearCode.of(frames, 1).reconstruct(clip).values();
		double worst = 0;
		for (int k = 0; k < 8; k++) worst = Math.max(worst, Math.abs(poorer[k] - clip.values()[k]));
		assertTrue(worst > .01, "one number is not enough: " + worst);
	}
}
