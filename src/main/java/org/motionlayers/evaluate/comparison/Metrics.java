package org.motionlayers.evaluate.comparison;

import org.motionlayers.evaluate.comparison.Metric.Better;
import org.motionlayers.evaluate.image.BlockMatchingFlow;

/** What is measured, with its definition. In formulas p is the prediction and t the truth. */
final class Metrics {

	private static final String FRAMES = "frames";
	private static final String PAIRS = "pairs of frames";
	private static final String OBJECTS = "objects x frames";
	private static final String SEQUENCE = "videos";

	static final Metric L1 = new Metric("L1", "value", Better.LOW, FRAMES, "mean of |p - t| over all pixels and channels");
	static final Metric MSE = new Metric("MSE", "value^2", Better.LOW, FRAMES, "mean of (p - t)^2 over all pixels and channels");
	static final Metric PSNR = new Metric("PSNR", "dB", Better.HIGH, FRAMES, "10 log10(range^2 / MSE), mean over frames; infinite where frames are equal");
	static final Metric MASK_PSNR = new Metric("PSNR in masks", "dB", Better.HIGH, FRAMES,
		"PSNR over the pixels that a true mask covers in this frame or in the last observed one");
	static final Metric SSIM = new Metric("SSIM", "1", Better.HIGH, FRAMES,
		"Wang et al. 2004: Gaussian window of sigma 1.5 over 11 pixels, K1 0.01, K2 0.03, mean over pixels 5 or more from the border");
	static final Metric MS_SSIM = new Metric("MS-SSIM", "1", Better.HIGH, FRAMES,
		"Wang, Simoncelli and Bovik 2003: as many of its five scales as keep 11 pixels, weights divided by their sum");
	static final Metric LPIPS = new Metric("LPIPS", "1", Better.LOW, FRAMES,
		"squared distance of the features that the given file's network sees in predicted and true frame");
	static final Metric POSITION = new Metric("position error", "pixel", Better.LOW, OBJECTS,
		"distance of the predicted from the true centroid, which is that of the pixels seen, over objects that both have");
	static final Metric INNER_POSITION = new Metric("position error of whole objects", "pixel", Better.LOW, OBJECTS,
		"the same over objects that the border cuts neither in the last observed frame nor in this one");
	static final Metric VELOCITY = new Metric("velocity error", "pixel^2/frame^2", Better.LOW, OBJECTS,
		"MeloMotion, Eq. 5: mean of |d(h) - dt(h)|^2 / h^2, displacements h frames after the last observed frame");
	static final Metric OVERLAP = new Metric("mask IoU", "1", Better.HIGH, OBJECTS,
		"intersection over union of masks of one label, over true objects; 0 where the prediction lacks it (DAVIS J)");
	static final Metric BOUNDARY = new Metric("boundary F", "1", Better.HIGH, OBJECTS,
		"harmonic mean of precision and recall of mask outlines within 0.008 of the frame's diagonal (DAVIS F)");
	static final Metric CHANGE = new Metric("change from frame to frame", "value", Better.TRUE, PAIRS,
		"mean of |f(k) - f(k-1)| over all pixels and channels");
	static final Metric FLICKERING = new Metric("temporal flickering", "1", Better.TRUE, PAIRS,
		"VBench: 1 - mean of |f(k) - f(k-1)| / range; 1 for a frozen video");
	static final Metric FLOW = new Metric("largest flow", "pixel", Better.TRUE, PAIRS,
		"mean length of the largest 5 % of optical flow from frame to frame (" + BlockMatchingFlow.NAME + ")");
	static final Metric DYNAMIC = new Metric("dynamic degree", "1", Better.TRUE, SEQUENCE,
		"VBench, with " + BlockMatchingFlow.NAME + " for RAFT: 1 where the largest flow of round(4 N / 16) pairs or more exceeds 6 x shorter side / 256 pixels");
	static final Metric SEG = new Metric("SEG", "1", Better.HIGH, OBJECTS, "Cell Tracking Challenge: IoU of matched objects, 0 for those without a match");
	static final Metric DET = new Metric("DET", "1", Better.HIGH, OBJECTS, "Cell Tracking Challenge: 1 - cost of correcting the objects / cost of adding all");
	static final Metric TRA = new Metric("TRA", "1", Better.HIGH, OBJECTS, "Cell Tracking Challenge: 1 - cost of correcting objects and links / cost of adding all");
	static final Metric LNK = new Metric("LNK", "1", Better.HIGH, "links", "Cell Tracking Challenge: 1 - cost of correcting the links / cost of adding all");
	static final Metric ACTIONS = new Metric("action precision", "1", Better.HIGH, "objects asked to act",
		"share of objects that end within 25 % of the asked displacement, or 1 pixel, of where it leads; asked are the arrows given, else the true displacement of every object");
	static final Metric REFERRING = new Metric("referring precision", "1", Better.HIGH, "objects that move",
		"share of the objects predicted to move by more than 1 pixel that were asked to");

	private Metrics() {}

	/** @return the Frechet distance on features of this name */
	static Metric frechet(final String name, final String features) {
		return new Metric(name, "1", Better.LOW, "clips", "|m1 - m2|^2 + tr S1 + tr S2 - 2 tr (S1 S2)^(1/2) of Gaussians fitted to features: " +
			features);
	}

	/** @return what the same is between two random halves of the true clips */
	static Metric floor(final String name) {
		return new Metric(name + ", real against real", "1", Better.LOW, "clips in a half",
			"mean over 5 random splits of the true clips: what equal distributions give at half the number of clips");
	}
}
