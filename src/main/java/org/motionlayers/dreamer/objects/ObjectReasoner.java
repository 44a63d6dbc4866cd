package org.motionlayers.dreamer.objects;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.diffusion.Drawing;
import org.motionlayers.diffusion.StepListener;
import org.motionlayers.dreamer.Reasoner;
import org.motionlayers.network.Architectures;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Progress;

/** Stage I in object space, trained: images of any size, 2D or 3D as the model was trained, any number of objects. */
public final class ObjectReasoner implements Reasoner {

	private static final String NAME = "dreamer";

	private final Network<ObjectNetwork> network;

	/** @param network trained; belongs to the reasoner from now on */
	public ObjectReasoner(final Network<ObjectNetwork> network) {
		this.network = network;
	}

	/**
	 * Loads a model.
	 *
	 * @param folder a model of architecture {@link ObjectNetwork#ARCHITECTURE}
	 * @throws IOException where it cannot be read
	 * @throws org.motionlayers.network.weights.ModelException where it is no such model
	 */
	public static ObjectReasoner open(final Path folder) throws IOException {
		return new ObjectReasoner(ModelFolder.open(folder).load(ObjectNetwork.class, new Architectures(Map.of(ObjectNetwork.ARCHITECTURE,
			ObjectNetwork::new))));
	}

	@Override
	public List<Motion> draw(final PredictionRequest request, final int samples, final Drawing drawing, final Progress progress) {
		request.cues().check(request.scene());
		final List<Motion> motions = new ArrayList<>();
		if (request.scene().objects() == 0) {
			for (int k = 0; k < samples; k++) motions.add(new ObjectJourney(request, network.layer().format()).motion(new double[request.frames()][0][],
				NAME, Map.of()));
			return motions;
		}
		checkDimensions(request);
		final ObjectJourney journey = new ObjectJourney(request, network.layer().format());
		final Map<String, String> said = new LinkedHashMap<>();
		said.put("space", "objects");
		said.put("sampler", drawing.method().name().toLowerCase(java.util.Locale.ROOT) + ", " + drawing.steps() + " steps");
		if (journey.legs() > 1) said.put("frames at once", journey.legs() + " times " + network.layer().format().frames() +
			" or fewer, each from where the one before ended");
		if (request.scene().objects() > ObjectInput.MOST_NEIGHBOURS) said.put("neighbours", "every object attends to the " +
			(ObjectInput.MOST_NEIGHBOURS - 1) + " nearest others");
		final int first = Math.min(request.frames(), network.layer().format().frames());
		final ObjectSampler sampler = new ObjectSampler(network);
		final long total = (long) drawing.steps() * (1 + (long) samples * (journey.legs() - 1));
		final double[][][][] starts = sampler.draw(journey.start(), first, samples, drawing, request.seed(), told(progress, 0, total));
		for (int k = 0; k < samples; k++) {
			final double[][][] path = journey.goOn(starts[k], k, sampler, drawing, told(progress, drawing.steps() * (1L + (long) k * (journey
				.legs() - 1)), total));
			motions.add(journey.motion(path, NAME, said));
		}
		return motions;
	}

	private void checkDimensions(final PredictionRequest request) {
		final int needed = request.scene().shape().dimensions(), has = network.layer().format().dimensions();
		if (needed != has) throw new InputException("model: it was trained on " + has + "D motion and the image is " + needed +
			"D; a model for it is made by train model=dreamer space=objects with " + needed + "D tracks.");
	}

	private static StepListener told(final Progress progress, final long before, final long total) {
		return (done, steps, sample, original) -> progress.update(Math.min(before + done, total), total, "reasoning motion");
	}

	Network<ObjectNetwork> network() {
		return network;
	}

	@Override
	public void close() {
		NetworkEngine.run(network::close);
	}
}
