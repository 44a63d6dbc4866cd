package org.motionlayers.lamd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.motionlayers.lamd.clip.ClipScaling;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.follow.ObjectFollowing;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.predict.MotionPredictor;
import org.motionlayers.predict.PredictionRequest;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.scijava.plugin.Plugin;

/**
 * Latent motion diffusion as a predictor, the union of clips and layers: a clip is generated at the model's size, every object is followed
 * through it, and that motion moves the layers of full resolution. Motion comes out of a network, sharpness from the layers.
 */
@Plugin(type = MotionPredictor.class, name = LatentMotionPredictor.NAME)
public final class LatentMotionPredictor implements MotionPredictor {

	/** What users give as {@code predictor=}. */
	public static final String NAME = "lamd";

	@Override
	public int framesNeeded() {
		return 1;
	}

	@Override
	public Motion predict(final PredictionRequest request, final Progress progress) {
		if (!request.cues().velocities().isEmpty()) throw new InputException("arrows: predictor=" + NAME +
			" follows no arrows; leave them out, or choose another predictor.");
		final LatentSettings settings = LatentSettings.of(request.settings());
		final Path autoencoder = settings.autoencoderFolder(), generator = settings.generatorFolder();
		try (LatentVideo lamd = LatentVideo.open(autoencoder, generator)) {
			if (request.frames() >= lamd.options().frames()) throw new InputException("frames=" + request.frames() + ": the model's clips have " + (lamd
				.options().frames() - 1) + " future frames; 1 to " + (lamd.options().frames() - 1) + " can be had.");
			final Movie movie = request.observed();
			final int last = movie.frames() - 1, side = lamd.options().side();
			final ClipScaling scaling = new ClipScaling(movie, last, 1, lamd.options().channels(), side);
			final VideoClip clip = lamd.futures(scaling.in(movie.frame(last)), settings.order(1, request.seed()), progress).get(0);
			return motion(request, clip, settings, scaling.note());
		}
		catch (final IOException e) {
			throw new ModelException("Model '" + generator + "' cannot be read (" + e.getMessage() + ").", e);
		}
	}

	/** Follows every object at the clip's size, and brings its way to the size of the image. */
	private static Motion motion(final PredictionRequest request, final VideoClip clip, final LatentSettings settings, final String note) {
		final Shape shape = request.scene().shape();
		final int[] small = nearest(request.scene().labelImage(), shape, clip.width(), clip.height()), labels = request.scene().labels();
		final ObjectFollowing following = new ObjectFollowing(clip);
		final double[] displacements = new double[request.frames() * labels.length * 2];
		final List<String> remarks = new ArrayList<>();
		if (!note.isEmpty()) remarks.add(note);
		int lost = 0;
		for (int i = 0; i < labels.length; i++) {
			final double[][] path = following.displacements(small, labels[i]);
			final int label = labels[i];
			if (java.util.Arrays.stream(small).noneMatch(l -> l == label)) lost++;
			for (int t = 1; t <= request.frames(); t++) {
				displacements[((t - 1) * labels.length + i) * 2] = path[t][0] * shape.width() / clip.width();
				displacements[((t - 1) * labels.length + i) * 2 + 1] = path[t][1] * shape.height() / clip.height();
			}
		}
		if (lost > 0) remarks.add(lost + " of " + labels.length + " objects are hidden or smaller than a pixel of the generated clip: they stay.");
		final Map<String, String> said = new TreeMap<>(settings.map());
		if (!remarks.isEmpty()) said.put(Motion.Provenance.REMARK, String.join(" ", remarks));
		return new Motion(labels, request.frames(), 2, displacements, new double[0], new double[0], new Motion.Provenance(NAME, request.seed(), said));
	}

	private static int[] nearest(final int[] labels, final Shape shape, final int width, final int height) {
		final int[] small = new int[width * height];
		for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) small[y * width + x] = labels[(int) ((y + .5) * shape.height() / height) * shape
			.width() + (int) ((x + .5) * shape.width() / width)];
		return small;
	}
}
