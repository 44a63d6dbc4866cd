package org.motionlayers.dreamer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.predict.Forecast;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.predict.UncertainPredictor;
import org.motionlayers.scene.Futures;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/**
 * Motion Dreamer's stage I as a predictor: objects with an arrow follow it, how the others move is reasoned from that by a trained diffusion
 * model (3.3). The motion is a typical one of several samples; the samples are the futures.
 */
@Plugin(type = MotionPredictor.class, name = DreamerPredictor.NAME)
public final class DreamerPredictor implements UncertainPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = "dreamer";

	private final DreamerModels models = new DreamerModels();

	@Override
	public int framesNeeded() {
		return 1;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		final DreamerSettings settings = DreamerSettings.of(request.settings());
		final List<Motion> samples = draw(request, settings.samples(), settings, progress);
		final Motion typical = samples.get(TypicalMotion.of(samples));
		final Map<String, String> said = new TreeMap<>(typical.provenance().parameters());
		said.put("model", settings.folder().getFileName().toString());
		said.put("typical of samples", Integer.toString(settings.samples()));
		said.put("arrows", Integer.toString(request.cues().velocities().size()));
		return typical.withProvenance(new Motion.Provenance(NAME, request.seed(), said));
	}

	@Override
	public Futures futures(final PredictionRequest request, final int samples, final Progress progress) {
		if (samples < 1) throw new InputException("samples: " + samples + " futures cannot be drawn; at least 1.");
		final List<Motion> drawn = draw(request, samples, DreamerSettings.of(request.settings()), progress);
		return new Futures(request.scene(), predict(request, progress), samples, object -> paths(drawn, object));
	}

	private List<Motion> draw(final PredictionRequest request, final int samples, final DreamerSettings settings, final Progress progress) {
		Forecast.of(request); // checks the request as all predictors do
		final Path folder = settings.folder();
		try (DreamerModels.Lease lease = models.open(folder)) {
			return lease.reasoner().draw(request, samples, settings.drawing(), progress);
		}
	}

	private static Futures.Paths paths(final List<Motion> drawn, final int object) {
		final double[][][] seen = new double[drawn.size()][][], body = new double[drawn.size()][][];
		for (int s = 0; s < seen.length; s++) {
			final Motion motion = drawn.get(s);
			seen[s] = new double[motion.frames() + 1][motion.dimensions()];
			body[s] = new double[motion.frames() + 1][motion.dimensions()];
			for (int t = 1; t <= motion.frames(); t++) for (int d = 0; d < motion.dimensions(); d++) {
				seen[s][t][d] = motion.displacement(t, object, d);
				body[s][t][d] = motion.layerDisplacement(t, object, d);
			}
		}
		return new Futures.Paths(seen, body);
	}
}
