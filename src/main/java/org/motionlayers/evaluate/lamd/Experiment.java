package org.motionlayers.evaluate.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.evaluate.paper.FrameStrip;
import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.MotionGenerator;
import org.motionlayers.scene.Progress;

/** All experiments, one after another. */
final class Experiment {

	/** Clips that a strip of generated ones shows. */
	private static final int SHOWN = 2;

	private final Budget budget;
	private final long seed;
	private final Path work;
	private final Progress progress;
	private final List<FrameStrip> strips = new ArrayList<>();

	/**
	 * @param budget how much of everything
	 * @param seed of clips, noise and trainings
	 * @param work where half-trained networks are kept
	 * @param progress is told and asked
	 */
	Experiment(final Budget budget, final long seed, final Path work, final Progress progress) {
		this.budget = budget;
		this.seed = seed;
		this.work = work;
		this.progress = progress;
	}

	/** @return everything that was found */
	Results run() throws IOException {
		try (Models models = Models.shipped()) {
			final AutoencoderOptions options = models.autoencoder().options();
			final List<Held> captions = Held.captions(Math.max(budget.reconstructed(), budget.generated()), options.frames(), options.side(), seed);
			final List<Held> swarms = Held.swarms(budget.generated(), options.frames(), options.side(), seed);
			final List<Held> shown = captions.subList(0, budget.reconstructed()), first = captions.subList(0, budget.generated());
			final Reconstruction reconstruction = Reconstruction.of(models.autoencoder(), shown, budget, seed, progress);
			final Transfer transfer = Transfer.of(models.autoencoder(), shown, progress);
			strips.add(reconstruction.strip());
			strips.add(transfer.strip());
			final Table generation = generated(models, LatentSettings.STOCHASTIC, first), classes = generated(models, LatentSettings.BY_CLASS,
				swarms), text = generated(models, LatentSettings.BY_TEXT, first);
			final Table sampling = sampling(models);
			return new Results(budget, seed, models.missing(), reconstruction.table(), generation, classes, text, transfer.table(), sampling, Capacities.of(options,
				models.autoencoderFolder(), budget, seed, work, progress), samplers(models, captions.subList(0, budget.sampled())), strips);
		}
	}

	/** Clips of one model, judged; an empty table where the model is not there. */
	private Table generated(final Models models, final String name, final List<Held> held) {
		final MotionGenerator generator = models.generator(name).orElse(null);
		if (generator == null) return new Table();
		final boolean asked = !name.equals(LatentSettings.STOCHASTIC);
		final List<VideoClip> clips = new Studio(models.autoencoder(), generator, seed, progress).clips(held, asked, budget.drawing(), budget.guidance());
		final List<FrameStrip.Row> rows = new ArrayList<>();
		for (int k = 0; k < SHOWN; k++) {
			rows.add(Pictures.row(asked ? held.get(k).prompt().motionClass() + held.get(k).prompt().text() : "truth", held.get(k).clip()));
			rows.add(Pictures.row("generated", clips.get(k)));
		}
		strips.add(new FrameStrip(name.substring(name.lastIndexOf('-') + 1), Pictures.columns(clips.get(0).frames()), rows));
		final Table looks = Generation.looks(clips, held, budget, progress);
		return switch (name) {
			case LatentSettings.BY_CLASS -> Generation.classes(clips, held).putAll("", looks);
			case LatentSettings.BY_TEXT -> Generation.captions(clips, held).putAll("", looks);
			default -> looks;
		};
	}

	private Table sampling(final Models models) throws IOException {
		final Optional<MotionGenerator> any = LatentSettings.GENERATORS.stream().map(models::generator).flatMap(Optional::stream)
			.findFirst();
		return any.isPresent() ? Sampling.of(models, any.get(), budget, work, progress) : new Table();
	}

	/** The stochastic model by every sampler in few steps and many, on the same first frames and noise. */
	private Map<String, Table> samplers(final Models models, final List<Held> held) {
		final Map<String, Table> tables = new LinkedHashMap<>();
		if (models.generator(LatentSettings.STOCHASTIC).isEmpty()) return tables;
		final Studio studio = new Studio(models.autoencoder(), models.generator(LatentSettings.STOCHASTIC).get(), seed, progress);
		for (final Drawing.Method method : Drawing.Method.values()) for (final int steps : budget.chains()) {
			final Table looks = Generation.looks(studio.clips(held, false, new Drawing(method, steps), 1), held, budget, progress);
			tables.put(method.name().toLowerCase(Locale.ROOT) + "_" + steps, looks);
		}
		return tables;
	}
}
