package org.motionlayers.lamd.generator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.motionlayers.diffusion.NoiseSchedule;
import org.motionlayers.diffusion.Parameterisation;
import org.motionlayers.lamd.latent.LatentShape;
import org.motionlayers.lamd.latent.LatentStatistics;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;

/**
 * What a motion generator is made of and what it can be asked; every value has its key in config.json.
 *
 * @param shape of the latents it draws
 * @param statistics by which the autoencoder's latents are normalised
 * @param contentChannels channels of the content features of the first frame, of as many rows and columns as the latents
 * @param size of the network
 * @param content where the content enters
 * @param language what it can be asked
 * @param diffusion what it was trained on
 */
public record GeneratorOptions(LatentShape shape, LatentStatistics statistics, int contentChannels, Size size, Content content, Language language,
	Diffusion diffusion) {

	/** Name of the architecture in config.json. */
	public static final String ARCHITECTURE = "lamd-generator";

	/** Key in config.json of the SHA-256 of the weights of the autoencoder that a model was trained with; no setting of the network. */
	public static final String AUTOENCODER = "autoencoder";

	/**
	 * The size of the network.
	 *
	 * @param channels of the first level
	 * @param multiples channels of every level, in those of the first
	 * @param blocks residual blocks of a level
	 * @param attention rates of downsampling at which pixels attend to each other and to the condition
	 * @param headChannels channels of a head of attention
	 * @param token channels of a token of the condition
	 * @param dropout part of the values dropped while training
	 */
	public record Size(int channels, int[] multiples, int blocks, int[] attention, int headChannels, int token, double dropout) {

		/** Trained in an hour on two cores: DMG-XS of the notes on the paper. */
		public static final Size SMALL = new Size(32, new int[] { 1, 2, 4 }, 1, new int[] { 2, 4 }, 32, 64, 0);

		/** The paper's: 241,462,851 weights with content by attention alone. */
		public static final Size PAPER = new Size(192, new int[] { 1, 2, 4 }, 2, new int[] { 1, 2, 4 }, 32, 512, .2);

		/** Copies the lists. */
		public Size {
			multiples = multiples.clone();
			attention = attention.clone();
		}
	}

	/**
	 * Where the content of the first frame enters.
	 *
	 * @param attend whether pixels attend to it, a token a cell, projected where its channels are not those of a token
	 * @param planes to how many planes it is projected that are put beside the noisy latent, 0 for none
	 * @param deviation standard deviation of the features over the training set; they are divided by it
	 */
	public record Content(boolean attend, int planes, double deviation) {

		/** Both ways. */
		public static final Content BOTH = new Content(true, 16, 1);

		/** By attention alone, as the paper's count of weights tells. */
		public static final Content ATTENDED = new Content(true, 0, 1);

		/** @return the same for features of another deviation */
		public Content withDeviation(final double newDeviation) {
			return new Content(attend, planes, newDeviation);
		}
	}

	/**
	 * What the model can be asked.
	 *
	 * @param classes names of the classes of motion; empty where it knows none
	 * @param vocabulary the words that it reads; null where it reads none
	 * @param layers transformer blocks of the text encoder
	 */
	public record Language(List<String> classes, Vocabulary vocabulary, int layers) {

		/** Nothing can be asked: stochastic generation. */
		public static final Language NONE = new Language(List.of(), null, 0);

		/** Copies the names. */
		public Language {
			classes = List.copyOf(classes);
			if (vocabulary == null != (layers == 0)) throw new IllegalArgumentException("A text encoder of " + layers + " layers and " + (vocabulary == null
				? "no vocabulary" : "a vocabulary") + ".");
		}

		/** @return one that knows classes of motion */
		public static Language ofClasses(final List<String> names) {
			return new Language(names, null, 0);
		}

		/** @return one that reads sentences */
		public static Language ofText(final Vocabulary words, final int layers) {
			return new Language(List.of(), words, layers);
		}

		/** @return whether sentences are read */
		public boolean reads() {
			return vocabulary != null;
		}

		/** @return whether nothing can be asked */
		public boolean isSilent() {
			return classes.isEmpty() && !reads();
		}
	}

	/**
	 * The diffusion that the network is trained on, 1000 steps.
	 *
	 * @param noise how much of it every step holds
	 * @param prediction what the network says
	 */
	public record Diffusion(Noise noise, Parameterisation prediction) {

		/** The paper's: evenly spaced betas, the network predicts the noise. */
		public static final Diffusion PAPER = new Diffusion(Noise.LINEAR, Parameterisation.EPSILON);

		/**
		 * The same, but the network predicts v. A network of little training draws far better then: what it misses of the noise is multiplied by 157
		 * at the first step of sampling where it predicts the noise.
		 */
		public static final Diffusion VELOCITY = new Diffusion(Noise.LINEAR, Parameterisation.V);
	}

	/** The noise of the diffusion, 1000 steps. */
	public enum Noise {
		/** Evenly spaced betas from 1e-4 to .02, as in DDPM and ADM. */
		LINEAR,
		/** Betas with evenly spaced roots from .0015 to .0195, as in latent diffusion. */
		SCALED;

		private static final int STEPS = 1000;

		/** @return the schedule */
		public NoiseSchedule schedule() {
			return this == LINEAR ? NoiseSchedule.linear() : NoiseSchedule.scaledLinear(STEPS, .0015, .0195);
		}
	}

	private static final int WIDEST = 4096, MOST = 256;

	/** Rules of a U-Net and its conditions. */
	public GeneratorOptions {
		final int coarsest = 1 << size.multiples.length - 1;
		if (shape.h() % coarsest != 0 || shape.w() % coarsest != 0) throw new IllegalArgumentException("A latent of " + shape +
			" is not divisible by " + coarsest + ": " + size.multiples.length + " levels.");
		if (statistics.mean().length != shape.d()) throw new IllegalArgumentException("Statistics of " + statistics.mean().length +
			" channels are not those of a latent of " + shape + ".");
		if (size.token % size.headChannels != 0 && language.reads()) throw new IllegalArgumentException("Heads of " + size.headChannels +
			" channels do not divide tokens of " + size.token + ".");
		if (!(content.deviation > 0 && content.deviation < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException(
			"The deviation of the content features is " + content.deviation + "; it must be above 0.");
		if (!content.attend && content.planes == 0) throw new IllegalArgumentException("The content of the first frame enters nowhere.");
	}

	/** @return a small generator of this kind of latents, content both ways, linear noise, v predicted */
	public static GeneratorOptions small(final LatentShape shape, final LatentStatistics statistics, final int contentChannels, final Language language) {
		return new GeneratorOptions(shape, statistics, contentChannels, Size.SMALL, Content.BOTH, language, Diffusion.VELOCITY);
	}

	/** @return the paper's generator of BAIR: latents of 3 x 16 x 16, content features of 512 channels, 241,462,851 weights */
	public static GeneratorOptions paper() {
		return new GeneratorOptions(new LatentShape(3, 16, 16), new LatentStatistics(new float[3], new float[] { 1, 1, 1 }), Size.PAPER.token, Size.PAPER, Content.ATTENDED, Language.NONE,
			Diffusion.PAPER);
	}

	/** @return the same with other content */
	public GeneratorOptions with(final Content newContent) {
		return new GeneratorOptions(shape, statistics, contentChannels, size, newContent, language, diffusion);
	}

	/** @return the same of another size */
	public GeneratorOptions with(final Size newSize) {
		return new GeneratorOptions(shape, statistics, contentChannels, newSize, content, language, diffusion);
	}

	/** @return the same with another diffusion */
	public GeneratorOptions with(final Diffusion newDiffusion) {
		return new GeneratorOptions(shape, statistics, contentChannels, size, content, language, newDiffusion);
	}

	/** @return what the U-Net is made of */
	LatentUNet.Options network() {
		final boolean told = content.attend || !language.isSilent();
		return new LatentUNet.Options(shape.d() + content.planes, shape.d(), size.channels, size.multiples, size.blocks, size.attention,
			size.headChannels, told ? size.token : 0, size.dropout);
	}

	/** @return how many numbers the content features of a frame have */
	public int contentSize() {
		return Math.multiplyExact(contentChannels, shape.cells());
	}

	/** @return these options as a configuration */
	public ModelConfig config() {
		final Map<String, Object> values = new TreeMap<>();
		values.put("latent", List.of(shape.d(), shape.h(), shape.w()));
		values.put("mean", numbers(statistics.mean()));
		values.put("deviation", numbers(statistics.deviation()));
		values.put("content", contentChannels);
		values.put("channels", size.channels);
		values.put("multiples", Arrays.stream(size.multiples).boxed().toList());
		values.put("blocks", size.blocks);
		values.put("attention", Arrays.stream(size.attention).boxed().toList());
		values.put("headchannels", size.headChannels);
		values.put("token", size.token);
		values.put("dropout", size.dropout);
		values.put("attend", content.attend);
		values.put("planes", content.planes);
		values.put("contentdeviation", content.deviation);
		values.put("noise", name(diffusion.noise));
		values.put("prediction", name(diffusion.prediction));
		if (!language.classes.isEmpty()) values.put("classes", String.join(" ", language.classes));
		if (language.reads()) {
			values.put("words", String.join(" ", language.vocabulary.words()));
			values.put("length", language.vocabulary.length());
			values.put("layers", language.layers);
		}
		return ModelConfig.of(ARCHITECTURE, values);
	}

	/**
	 * Reads options.
	 *
	 * @param config a configuration of {@value #ARCHITECTURE}
	 * @throws ModelException where a setting is missing, unknown or out of its range
	 */
	public static GeneratorOptions of(final ModelConfig config) {
		config.allowOnly("latent", "mean", "deviation", "content", "channels", "multiples", "blocks", "attention", "headchannels", "token", "dropout",
			"attend", "planes", "contentdeviation", "noise", "prediction", "classes", "words", "length", "layers", AUTOENCODER);
		final int[] shape = config.integers("latent", 1, WIDEST);
		try {
			if (shape.length != 3) throw new IllegalArgumentException("'latent' has " + shape.length + " numbers; channels, rows and columns are needed.");
			final Size size = new Size(config.integer("channels", 4, WIDEST), config.integers("multiples", 1, MOST), config.integer("blocks", 1, MOST), config
				.integers("attention", 1, WIDEST), config.integer("headchannels", 1, WIDEST), config.integer("token", 1, WIDEST), config.number("dropout", 0,
					.99));
			return new GeneratorOptions(new LatentShape(shape[0], shape[1], shape[2]), new LatentStatistics(floats(config.numbers("mean", -1e6, 1e6)), floats(
				config.numbers("deviation", 1e-9, 1e6))), config.integer("content", 1, WIDEST), size, new Content(config.flag("attend"), config.integer("planes", 0, WIDEST), config.number("contentdeviation", 1e-9,
					1e9)),
				language(config), new Diffusion(choice(config, "noise", Noise.values()), choice(config, "prediction", Parameterisation.values())));
		}
		catch (final IllegalArgumentException e) {
			throw e instanceof ModelException m ? m : new ModelException(config.origin() + ": " + e.getMessage(), e);
		}
	}

	private static List<Double> numbers(final float[] values) {
		return IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
		return floats;
	}

	private static Language language(final ModelConfig config) {
		final List<String> classes = config.has("classes") ? List.of(config.text("classes").strip().split("\\s+")) : List.of();
		if (!config.has("words")) return Language.ofClasses(classes);
		return new Language(classes, new Vocabulary(List.of(config.text("words").strip().split("\\s+")), config.integer("length", 1, WIDEST)), config
			.integer("layers", 1, MOST));
	}

	private static String name(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static <E extends Enum<E>> E choice(final ModelConfig config, final String key, final E[] values) {
		final String found = config.text(key);
		return Arrays.stream(values).filter(value -> name(value).equals(found)).findFirst().orElseThrow(() -> new IllegalArgumentException("'" + key +
			"' is " + found + "; accepted are " + Arrays.stream(values).map(GeneratorOptions::name).collect(Collectors.joining(", ")) + "."));
	}
}
