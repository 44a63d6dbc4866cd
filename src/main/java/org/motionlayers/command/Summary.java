package org.motionlayers.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.motionlayers.Prediction;
import org.motionlayers.scene.Motion;

/** One line that tells what a prediction did. */
final class Summary {

	private Summary() {}

	/** @return such as "Predicted 12 frames of 3 objects with perobject from 4 frames: 1.80 px per frame on average. Written to out/squares." */
	static String of(final Prediction prediction, final Optional<Path> folder) {
		final Motion motion = prediction.motion();
		final String what = String.format(Locale.ROOT, "Predicted %d %s of %d %s with %s from %d %s: %.2f px per frame on average.", motion
			.frames(), plural("frame", motion.frames()), motion.objects(), plural("object", motion.objects()), motion.provenance().predictor(),
			prediction.observed().frames(), plural("frame", prediction.observed().frames()), meanSpeed(motion));
		return folder.map(path -> what + " Written to " + path + ".").orElse(what);
	}

	private static String plural(final String noun, final int count) {
		return count == 1 ? noun : noun + "s";
	}

	/** Mean length of the path over its frames, pixels per frame. */
	private static double meanSpeed(final Motion motion) {
		double sum = 0;
		for (int o = 0; o < motion.objects(); o++) for (int t = 1; t <= motion.frames(); t++) {
			double square = 0;
			for (int d = 0; d < motion.dimensions(); d++) square += Math.pow(motion.displacement(t, o, d) - motion.displacement(t - 1, o, d), 2);
			sum += Math.sqrt(square);
		}
		return sum / motion.objects() / motion.frames();
	}
}
