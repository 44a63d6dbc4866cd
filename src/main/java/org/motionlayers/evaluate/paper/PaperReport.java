package org.motionlayers.evaluate.paper;

import java.util.List;
import java.util.Map;

/**
 * What a reproduction found.
 *
 * @param figures table name to figure name to value: numbers, or lists of numbers
 * @param markdown the same for readers, every figure beside the paper's; names charts and strips as NAME.png
 * @param charts line charts
 * @param strips rows of frames
 */
public record PaperReport(Map<String, Map<String, Object>> figures, String markdown, List<LineChart> charts, List<FrameStrip> strips) {

	/** Copies the lists. */
	public PaperReport {
		charts = List.copyOf(charts);
		strips = List.copyOf(strips);
	}
}
