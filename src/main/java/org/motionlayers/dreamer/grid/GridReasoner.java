package org.motionlayers.dreamer.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.Reasoner;
import org.motionlayers.dreamer.clip.Palette;
import org.motionlayers.network.Architectures;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/**
 * Stage I on the grid, trained: the scene is drawn small, the network dreams flow, segmentation and depth of it, and the flow over each
 * tracked object moves the layer of full resolution. Images of one plane, at least as large as the grid, any pixel type and number of
 * objects.
 */
public final class GridReasoner implements Reasoner {

	private static final String NAME = "dreamer";

	/** Futures drawn in one batch. */
	private static final int TOGETHER = 8;

	private final Network<GridNetwork> network;

	GridReasoner(final Network<GridNetwork> network) {
		this.network = network;
	}

	/**
	 * Loads a model.
	 *
	 * @param folder a model of architecture {@value GridOptions#ARCHITECTURE}
	 * @throws IOException where it cannot be read
	 * @throws org.motionlayers.network.weights.ModelException where it is no such model, or damaged
	 */
	public static GridReasoner open(final Path folder) throws IOException {
		return new GridReasoner(ModelFolder.open(folder).load(GridNetwork.class, new Architectures(Map.of(GridOptions.ARCHITECTURE,
			config -> new GridNetwork(GridOptions.of(config))))));
	}

	@Override
	public List<Motion> draw(final PredictionRequest request, final int samples, final Drawing drawing, final Progress progress) {
		request.cues().check(request.scene());
		if (samples < 1) throw new IllegalArgumentException(samples + " futures cannot be drawn.");
		final GridOptions options = network.layer().options();
		final GridScene scene = new GridScene(request, options.side());
		final List<GridJourney> journeys = new ArrayList<>();
		for (int k = 0; k < samples; k++) journeys.add(new GridJourney(request, scene, options, k));
		final GridSampler sampler = new GridSampler(network);
		final int legs = (request.frames() + options.frames() - 1) / options.frames(), batches = (samples + TOGETHER - 1) / TOGETHER;
		final long total = (long) drawing.steps() * scene.groups().size() * legs * batches;
		long before = 0;
		for (int leg = 0; leg < legs; leg++) for (int group = 0; group < scene.groups().size(); group++) for (int k = 0; k < samples; k += TOGETHER) {
			final List<GridJourney> some = journeys.subList(k, Math.min(samples, k + TOGETHER));
			final int g = group;
			final long done = before;
			final long[] seeds = some.stream().mapToLong(journey -> journey.seed(g)).toArray();
			final List<GridCase> cases = some.stream().map(journey -> journey.next(g)).toList();
			final var dreams = sampler.draw(cases, seeds, drawing, (step, steps, sample, original) -> progress.update(done + step, total,
				"reasoning motion"));
			for (int i = 0; i < some.size(); i++) some.get(i).add(g, cases.get(i), dreams.get(i));
			before += drawing.steps();
		}
		return journeys.stream().map(journey -> journey.motion(NAME, said(request, scene, drawing))).toList();
	}

	private Map<String, String> said(final PredictionRequest request, final GridScene scene, final Drawing drawing) {
		final Map<String, String> said = new TreeMap<>();
		final GridOptions options = network.layer().options();
		said.put("space", "grid");
		said.put("sampler", drawing.method().name().toLowerCase(Locale.ROOT) + ", " + drawing.steps() + " steps");
		final List<String> remarks = new ArrayList<>();
		if (scene.canvas().scale() < 1) remarks.add(String.format(Locale.ROOT, "motion was reasoned on %d x %d pixels, each %.1f pixels of the image wide",
			options.side(), options.side(), 1 / scene.canvas().scale()));
		if (scene.groups().size() > 1) remarks.add(request.scene().objects() + " objects in " + scene.groups().size() + " groups of at most " +
			Palette.MOST + ", which do not see each other");
		if (request.frames() > options.frames()) remarks.add("every " + options.frames() + " frames go on from where the ones before ended");
		if (!remarks.isEmpty()) said.put(Motion.Provenance.REMARK, String.join("; ", remarks) + ".");
		return said;
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
