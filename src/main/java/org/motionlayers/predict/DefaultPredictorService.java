package org.motionlayers.predict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.motionlayers.scene.InputException;
import org.scijava.plugin.AbstractSingletonService;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;

/** The predictors that the plugin index holds, by the name in their annotation. */
@Plugin(type = Service.class)
public final class DefaultPredictorService extends AbstractSingletonService<MotionPredictor> implements PredictorService {

	@Override
	public List<String> names() {
		final List<String> names = new ArrayList<>(byName().keySet());
		if (names.remove(DEFAULT)) names.add(0, DEFAULT);
		return names;
	}

	@Override
	public MotionPredictor predictor(final String name) {
		final MotionPredictor found = byName().get(name.strip().toLowerCase(Locale.ROOT));
		if (found == null) throw new InputException("predictor: '" + name + "' is not one of " + String.join(", ", names()) + ".");
		return found;
	}

	private Map<String, MotionPredictor> byName() {
		final Map<String, MotionPredictor> predictors = new LinkedHashMap<>();
		for (final MotionPredictor predictor : getInstances()) predictors.putIfAbsent(nameOf(predictor), predictor);
		return predictors;
	}

	private static String nameOf(final MotionPredictor predictor) {
		return predictor.getClass().getAnnotation(Plugin.class).name().toLowerCase(Locale.ROOT);
	}
}
