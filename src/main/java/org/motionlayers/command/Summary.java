package org.motionlayers.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.motionlayers.Prediction;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.edit.Edit;

/** One line that tells what a prediction did. */
final class Summary {

	private Summary() {}

	/** @return such as "Predicted 12 frames of 3 objects with perobject from 4 frames: 1.80 px per frame on average. Written to out/squares." */
	static String of(final Prediction prediction, final Optional<Path> folder) {
		final Motion motion = prediction.motion();
		final String what = String.format(Locale.ROOT, "Predicted %d %s of %d %s with %s from %d %s: %.2f px per frame on average.", motion
			.frames(), plural("frame", motion.frames()), motion.objects(), plural("object", motion.objects()), motion.provenance().predictor(),
			prediction.observed().frames(), plural("frame", prediction.observed().frames()), meanSpeed(motion));
		return written(what, folder);
	}

	/** @return such as "Took frame 4 of squares apart into 3 objects and their background. Written to out/layers." */
	static String of(final SceneInput in, final Optional<Path> folder) {
		return written(String.format(Locale.ROOT, "Took frame %d of %s apart into %d %s and the background.", in.reference() + 1, in.scene()
			.title(), in.scene().objects(), plural("object", in.scene().objects())), folder);
	}

	/** @return such as "Composited 12 frames of 3 objects after 2 edits: move 3 by 5,-3; delete 7. Written to out/what." */
	static String of(final Prediction prediction, final List<Edit> edits, final Optional<Path> folder) {
		final Motion motion = prediction.motion();
		final String changed = edits.stream().map(Edit::toString).collect(Collectors.joining("; ", ": ", ""));
		return written(String.format(Locale.ROOT, "Composited %d %s of %d %s after %s%s.", motion.frames(), plural("frame", motion.frames()), motion
			.objects(), plural("object", motion.objects()), edits.isEmpty() ? "no edit" : edits.size() + plural(" edit", edits.size()), edits
				.isEmpty() ? "" : changed), folder);
	}

	private static String written(final String what, final Optional<Path> folder) {
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
