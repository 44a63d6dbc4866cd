package org.motionlayers.lamd;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.lamd.generator.Prompt;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.scene.InputException;

/**
 * What is asked of latent motion diffusion, as users write it.
 *
 * @param model folder or name of a generator; empty for the shipped one of such a prompt
 * @param autoencoder folder or name of an autoencoder; empty for the shipped one
 * @param prompt class, sentence or nothing
 * @param drawing how samples are drawn
 * @param guidance how strictly the prompt is followed, 1 as learned
 */
public record LatentSettings(String model, String autoencoder, Prompt prompt, Drawing drawing, double guidance) {

	/** Name of the shipped autoencoder. */
	public static final String AUTOENCODER = "lamd-autoencoder";

	/** Names of the shipped generators: any motion, by class, by sentence. */
	public static final String STOCHASTIC = "lamd-generator-stochastic", BY_CLASS = "lamd-generator-class", BY_TEXT = "lamd-generator-text";

	/** Names of all shipped generators. */
	public static final List<String> GENERATORS = List.of(STOCHASTIC, BY_CLASS, BY_TEXT);

	/** Steps of the sampler that are usual. */
	public static final int STEPS = 50;

	/**
	 * Reads what users write.
	 *
	 * @param motionClass name of a class of motion; empty for none
	 * @param text a sentence; empty for none
	 * @throws InputException where something is not accepted
	 */
	public static LatentSettings of(final String model, final String autoencoder, final String motionClass, final String text, final String sampler,
		final int steps, final double guidance)
	{
		if (!motionClass.isBlank() && !text.isEmpty()) throw new InputException("text='" + text +
			"': a class of motion is given, too; give one of motionclass and text.");
		final Prompt prompt = !text.isEmpty() ? Prompt.ofText(text) : motionClass.isBlank() ? Prompt.NONE : Prompt.ofClass(motionClass);
		try {
			final LatentSettings settings = new LatentSettings(model.strip(), autoencoder.strip(), prompt, Drawing.of(sampler, steps), guidance);
			settings.order(1, 0);
			return settings;
		}
		catch (final IllegalArgumentException e) {
			throw e instanceof InputException i ? i : new InputException(e.getMessage(), e);
		}
	}

	/** @return the settings of a request; what it does not say is as usual */
	static LatentSettings of(final Map<String, String> told) {
		final Map<String, String> all = new TreeMap<>(of("", "", "", "", "ddim", STEPS, 1).map());
		for (final String name : told.keySet()) if (!all.containsKey(name)) throw new InputException(name + "=" + told.get(name) +
			": predictor=lamd has no such setting; it has " + String.join(", ", all.keySet()) + ".");
		all.putAll(told);
		try {
			return of(all.get("model"), all.get("autoencoder"), all.get("motionclass"), all.get("text"), all.get("sampler"), Integer.parseInt(all.get(
				"steps").strip()), Double.parseDouble(all.get("guidance").strip()));
		}
		catch (final NumberFormatException e) {
			throw new InputException("steps=" + all.get("steps") + ", guidance=" + all.get("guidance") + ": numbers are needed.", e);
		}
	}

	/** @return the same as a request takes it */
	public Map<String, String> map() {
		return new TreeMap<>(Map.of("model", model, "autoencoder", autoencoder, "motionclass", prompt.motionClass(), "text", prompt.text(), "sampler",
			drawing.method().name().toLowerCase(java.util.Locale.ROOT), "steps", Integer.toString(drawing.steps()), "guidance", Double.toString(
				guidance)));
	}

	/** @return an order of so many clips */
	public MotionGenerator.Order order(final int clips, final long seed) {
		return new MotionGenerator.Order(prompt, clips, drawing, guidance, seed);
	}

	/** @return the folder of the autoencoder, which is there */
	public Path autoencoderFolder() {
		return autoencoderFolder(autoencoder);
	}

	/**
	 * @param autoencoder folder or name; empty for the shipped one
	 * @return the folder, which is there
	 */
	public static Path autoencoderFolder(final String autoencoder) {
		return ModelPlaces.find(autoencoder.isBlank() ? AUTOENCODER : autoencoder.strip());
	}

	/** @return the folder of the generator, which is there: the named one, or the one that is shipped for such a prompt */
	public Path generatorFolder() {
		final String shipped = !prompt.text().isEmpty() ? BY_TEXT : prompt.motionClass().isEmpty() ? STOCHASTIC : BY_CLASS;
		return ModelPlaces.find(model.isEmpty() ? shipped : model);
	}
}
