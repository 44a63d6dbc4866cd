package org.motionlayers.command;

import java.util.Map;

import org.motionlayers.dreamer.DreamerPredictor;
import org.motionlayers.dreamer.DreamerSettings;
import org.motionlayers.scene.InputException;

/** What a command was told of the model that reasons motion; other predictors have no such settings. */
final class ReasonerInput {

	private ReasonerInput() {}

	/**
	 * @param predictor that is named beside the settings
	 * @param model folder or name, empty for the shipped one
	 * @param space auto, objects, ...
	 * @param steps of the sampler
	 * @param sampler ddim, ...
	 * @return what the predictor is told; nothing where it is another one
	 * @throws InputException where a setting is not accepted, or is given to a predictor that would not look at it
	 */
	static Map<String, String> settings(final String predictor, final String model, final String space, final int steps,
		final String sampler)
	{
		final DreamerSettings told = DreamerSettings.of(model, space, steps, sampler, DreamerSettings.DEFAULT.samples());
		if (predictor.strip().equalsIgnoreCase(DreamerPredictor.NAME)) return told.map();
		told.map().forEach((name, value) -> {
			if (!value.equals(DreamerSettings.DEFAULT.map().get(name))) throw new InputException(name + "=" + value + ": predictor=" + predictor +
				" has no such setting; predictor=" + DreamerPredictor.NAME + " does.");
		});
		return Map.of();
	}
}
