package org.motionlayers.evaluate.dreamer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.motionlayers.evaluate.paper.Estimate;

/**
 * The figures of one arm, each with its interval.
 *
 * @param key in report.json
 * @param title of the arm
 * @param trials how many it was tried on
 * @param fvmd FVMD on tracks in whole pixels
 * @param exactFvmd the same to the last fraction of a pixel
 * @param fd Frechet distance on random-convolution features of frames
 * @param positions mean position error by frame, pixels
 * @param medians median position error by frame, pixels
 * @param overlaps intersection over union of masks by frame
 * @param depth error of inverse depth at the last frame
 * @param hit position error at the last frame of objects without an arrow that are hit, pixels
 * @param bestHit the same for the best of all motions drawn
 * @param meanHit the same for the mean over all motions drawn
 * @param ratio that of the typical motion as a share of constant velocity's
 * @param bestRatio that of the best one as a share of constant velocity's
 * @param start error of when these objects begin to move, frames
 * @param momentum drift of the total momentum, as a share of that at the start
 * @param follow median distance from where arrows lead at the last frame, pixels
 */
record Row(String key, String title, int trials, Estimate fvmd, double exactFvmd, Estimate fd, Estimate[] positions, Estimate[] medians, Estimate[] overlaps,
	Estimate depth, Estimate hit, Estimate bestHit, Estimate meanHit, Estimate ratio, Estimate bestRatio, Estimate start, Estimate momentum,
	Estimate follow)
{

	/**
	 * Gathers all figures.
	 *
	 * @param sheet of the arm
	 * @param baseline constant velocity on the same trials
	 */
	static Row of(final Sheet sheet, final Sheet baseline) {
		return new Row(sheet.key(), sheet.title(), sheet.scores().size(), sheet.fvmd(), sheet.exactFvmd(), sheet.fd(), sheet.positions(), sheet.medianPositions(),
			sheet.overlaps(), sheet.mean(score -> new double[] { score.depth()[score.depth().length - 1] }), sheet.mean(Score::hit), sheet.mean(
				Score::bestHit), sheet.mean(Score::meanHit), sheet.ratio(baseline, Score::hit), sheet.ratio(baseline, Score::bestHit), sheet.mean(
					Score::start), sheet.mean(score -> new double[] { score.momentum() }), sheet.median(Score::follow));
	}

	/** @return the same under another key and title */
	Row as(final String otherKey, final String otherTitle) {
		return new Row(otherKey, otherTitle, trials, fvmd, exactFvmd, fd, positions, medians, overlaps, depth, hit, bestHit, meanHit, ratio, bestRatio, start,
			momentum, follow);
	}

	/** @return mean position error at the last frame, pixels */
	Estimate position() {
		return positions[positions.length - 1];
	}

	/** @return intersection over union of masks at the last frame */
	Estimate iou() {
		return overlaps[overlaps.length - 1];
	}

	/** @return what a table of report.json has of an arm */
	Map<String, Object> figures() {
		final Map<String, Object> figures = new LinkedHashMap<>();
		each().forEach((name, estimate) -> {
			if (Double.isFinite(estimate.value())) figures.put(name, estimate.value());
		});
		figures.put("fvmd_subpixel", exactFvmd);
		return figures;
	}

	/** @return value, low and high of the same figures */
	Map<String, Object> intervals() {
		final Map<String, Object> intervals = new LinkedHashMap<>();
		each().forEach((name, estimate) -> {
			if (Double.isFinite(estimate.value()) && Double.isFinite(estimate.low()) && Double.isFinite(estimate.high())) intervals.put(name, estimate
				.numbers());
		});
		return intervals;
	}

	private Map<String, Estimate> each() {
		final Map<String, Estimate> each = new LinkedHashMap<>();
		each.put("fvmd", fvmd);
		each.put("fd", fd);
		each.put("position", position());
		each.put("iou", iou());
		each.put("position_median", medians[medians.length - 1]);
		each.put("depth", depth);
		each.put("position_hit", hit);
		each.put("position_hit_best", bestHit);
		each.put("position_hit_mean", meanHit);
		each.put("position_ratio", ratio);
		each.put("position_ratio_best", bestRatio);
		each.put("start_frames", start);
		each.put("momentum_drift", momentum);
		each.put("follow_error_px", follow);
		return each;
	}
}
