package org.motionlayers.dreamer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.scene.InputException;

/**
 * What {@link DreamerPredictor} is told besides the scene.
 *
 * @param model folder or name of a trained model; empty for the shipped one of the space
 * @param space what motion is reasoned in; empty for what the model says, objects where none is named
 * @param drawing how samples are drawn
 * @param samples how many futures are drawn to take a typical one of
 */
public record DreamerSettings(String model, Optional<DreamerArchitectures> space, Drawing drawing, int samples) {

	/** The names of the settings. */
	public static final String MODEL = "model", SPACE = "space", STEPS = "steps", SAMPLER = "sampler", SAMPLES = "samples";

	/** Shipped model of the space, DDIM in twenty steps, a typical one of eight futures. */
	public static final DreamerSettings DEFAULT = new DreamerSettings("", Optional.empty(), Drawing.DEFAULT, 8);

	/** What users write for a space that the model decides. */
	public static final String AUTO = "auto";

	/** The most futures that a typical one is taken of. */
	private static final int MOST_SAMPLES = 64;

	/** Checks the number of samples. */
	public DreamerSettings {
		if (samples < 1 || samples > MOST_SAMPLES) throw new InputException("samples=" + samples +
			": the number of futures to take a typical one of is needed, 1 to " + MOST_SAMPLES + ".");
	}

	/**
	 * Reads what users write.
	 *
	 * @param model folder or name, empty for the shipped one
	 * @param space auto, or what {@link DreamerArchitectures} has, in lower case
	 * @param steps of the sampler
	 * @param sampler ddim, ddpm or dpmpp
	 * @param samples to take a typical one of
	 * @throws InputException where one of them is not accepted
	 */
	public static DreamerSettings of(final String model, final String space, final int steps, final String sampler, final int samples) {
		return new DreamerSettings(model.strip(), space(space), drawing(sampler, steps), samples);
	}

	/**
	 * Reads how samples are drawn, as users write it.
	 *
	 * @param sampler ddim, ddpm or dpmpp
	 * @param steps how many calls of the network
	 * @throws InputException where there is no such sampler, or it cannot take so many steps
	 */
	public static Drawing drawing(final String sampler, final int steps) {
		try {
			return Drawing.of(sampler, steps);
		}
		catch (final IllegalArgumentException e) {
			throw new InputException(e.getMessage(), e);
		}
	}

	/** @return the settings of a request; what it does not say is as in {@link #DEFAULT} */
	static DreamerSettings of(final Map<String, String> told) {
		for (final String name : told.keySet()) if (!DEFAULT.map().containsKey(name)) throw new InputException(name + "=" + told.get(name) +
			": predictor=dreamer has no such setting; it has " + String.join(", ", DEFAULT.map().keySet()) + ".");
		final Map<String, String> all = new TreeMap<>(DEFAULT.map());
		all.putAll(told);
		return of(all.get(MODEL), all.get(SPACE), whole(all, STEPS), all.get(SAMPLER), whole(all, SAMPLES));
	}

	private static int whole(final Map<String, String> all, final String name) {
		try {
			return Integer.parseInt(all.get(name).strip());
		}
		catch (final NumberFormatException e) {
			throw new InputException(name + "=" + all.get(name) + ": a whole number is needed.", e);
		}
	}

	private static Optional<DreamerArchitectures> space(final String text) {
		if (text.isBlank() || text.strip().equalsIgnoreCase(AUTO)) return Optional.empty();
		for (final DreamerArchitectures known : DreamerArchitectures.values()) if (known.name().equalsIgnoreCase(text.strip())) return Optional.of(
			known);
		final StringBuilder names = new StringBuilder(AUTO);
		for (final DreamerArchitectures known : DreamerArchitectures.values()) names.append(", ").append(name(known));
		throw new InputException(SPACE + "=" + text + ": one of " + names + " is needed.");
	}

	private static String name(final DreamerArchitectures space) {
		return space.name().toLowerCase(Locale.ROOT);
	}

	/** @return the same as a request takes it */
	public Map<String, String> map() {
		final Map<String, String> map = new TreeMap<>();
		map.put(MODEL, model);
		map.put(SPACE, space.map(DreamerSettings::name).orElse(AUTO));
		map.put(STEPS, Integer.toString(drawing.steps()));
		map.put(SAMPLER, drawing.method().name().toLowerCase(Locale.ROOT));
		map.put(SAMPLES, Integer.toString(samples));
		return map;
	}

	/**
	 * Finds the model.
	 *
	 * @return its folder, whose configuration is of the space asked for
	 * @throws ModelException where there is none
	 * @throws InputException where it reasons in another space
	 */
	public Path folder() {
		final Path folder = ModelPlaces.find(model.isEmpty() ? space.orElse(DreamerArchitectures.OBJECTS).shipped() : model);
		try {
			final DreamerArchitectures found = DreamerArchitectures.of(folder);
			if (space.isPresent() && found != space.get()) throw new InputException(SPACE + "=" + name(space.get()) + ": model '" + folder +
				"' reasons in space=" + name(found) + "; give that, or leave " + SPACE + "=" + AUTO + ".");
			return folder;
		}
		catch (final IOException e) {
			throw new ModelException("Model '" + folder + "' cannot be read (" + e.getMessage() + ").", e);
		}
	}
}
