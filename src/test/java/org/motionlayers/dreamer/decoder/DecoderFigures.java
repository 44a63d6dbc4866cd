package org.motionlayers.dreamer.decoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.motionlayers.composite.Compositor;
import org.motionlayers.decompose.AutoInpainter;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.clip.Clip;
import org.motionlayers.dreamer.clip.CollisionClips;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Video;
import org.motionlayers.simulate.body.BodySample;

/**
 * Prints the peak signal to noise ratio of decoded frames under the true motion on held-out collisions, beside the first frame repeated, the
 * first frame splatted with its holes filled by means, and composited layers: MODEL SCENES STEPS [FILE for frames as float32].
 */
final class DecoderFigures {

	private static final int FRAMES = 8, SIDE = 64;

	private DecoderFigures() {}

	/** @param args as above */
	public static void main(final String... args) throws IOException {
		final int scenes = Integer.parseInt(args[1]);
		final double[][] errors = new double[4][FRAMES], holes = new double[4][1];
		final long[] holePixels = new long[1];
		final ByteBuffer pictures = ByteBuffer.allocate(5 * FRAMES * 3 * SIDE * SIDE * Float.BYTES * scenes).order(ByteOrder.LITTLE_ENDIAN);
		double seconds = 0;
		try (VideoDecoder decoder = VideoDecoder.open(Path.of(args[0]))) {
			for (int k = 0; k < scenes; k++) {
				final CollisionClips clips = new CollisionClips(SIDE, FRAMES);
				final BodySample sample = clips.sample(CollisionClips.HELD_OUT + k);
				final Clip clip = Clip.of(sample, 0, FRAMES);
				final FirstFrame first = FirstFrame.of(clip);
				final FrameConditions told = FrameConditions.ofMotion(decoder.options(), first, DecoderLesson.way(clip.future()), 0, clip.future(),
					MotionNoise.NONE, null);
				final float[] landed = told.prior().landed(), truth = DecoderLesson.frames(clip, FRAMES);
				final long start = System.nanoTime();
				final float[] decoded = signed(decoder.decode(first, clip.future(), 0, new Drawing(Drawing.Method.DDIM, Integer.parseInt(args[2])),
					k, Progress.NONE));
				seconds += (System.nanoTime() - start) / 1e9;
				final float[] still = still(first), splatted = told.prior().expected();
				final float[][] all = { decoded, still, splatted, layers(sample) };
				for (int m = 0; m < all.length; m++) for (int i = 0; i < truth.length; i++) {
					final double e = (all[m][i] - truth[i]) / 2;
					errors[m][i / (truth.length / FRAMES)] += e * e / (truth.length / FRAMES) / scenes;
					if (landed[i] == 0) holes[m][0] += e * e;
				}
				for (final float l : landed) if (l == 0) holePixels[0]++;
				for (final float[] frames : new float[][] { truth, decoded, splatted, all[3], still }) for (final float v : frames) pictures.putFloat(v);
			}
		}
		final String[] names = { "decoded", "first repeated", "splatted", "layers" };
		for (int m = 0; m < names.length; m++) System.out.printf("%-15s PSNR %.2f dB, frame 1 %.2f, frame 8 %.2f, in holes %.2f%n", names[m], psnr(Arrays
			.stream(errors[m]).average().orElse(0)), psnr(errors[m][0]), psnr(errors[m][FRAMES - 1]), psnr(holes[m][0] / holePixels[0]));
		System.out.printf("%.2f s a clip%n", seconds / scenes);
		if (args.length > 3) Files.write(Path.of(args[3]), pictures.array());
	}

	private static double psnr(final double mse) {
		return -10 * Math.log10(mse);
	}

	private static float[] signed(final float[] unit) {
		final float[] out = new float[unit.length];
		for (int i = 0; i < out.length; i++) out[i] = 2 * unit[i] - 1;
		return out;
	}

	private static float[] still(final FirstFrame first) {
		final float[] out = new float[FRAMES * first.colours().length];
		for (int i = 0; i < out.length; i++) out[i] = first.colours()[i % first.colours().length];
		return out;
	}

	private static float[] layers(final BodySample sample) {
		final Video video = Compositor.composite(Decomposer.decompose(sample.movie().head(1), sample.labels().head(1), new AutoInpainter(), Optional
			.empty(), 1, Progress.NONE), sample.motion(0));
		final float[] out = new float[FRAMES * 3 * SIDE * SIDE];
		for (int t = 1; t <= FRAMES; t++) {
			final Frame frame = video.image(t);
			for (int i = 0; i < frame.shape().values(); i++) out[(t - 1) * frame.shape().values() + i] = (float) (2 * frame.type().get(frame.data(),
				i) / 255 - 1);
		}
		return out;
	}
}
