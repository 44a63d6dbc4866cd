package org.motionlayers.lamd.autoencoder;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import org.motionlayers.evaluate.image.StructuralSimilarity;
import org.motionlayers.lamd.clip.ClipSource;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.Tensor;
import org.motionlayers.network.weights.TensorFile;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** Figures and a filmstrip of a training's checkpoint, or of a model: FOLDER SCENE CLIPS [FILMSTRIP]. */
final class AutoencoderFigures {

	/** Pixels that differ by more from the first frame have moved. */
	private static final double MOVED = .05;

	private static final int SHOWN = 8, ENLARGED = 2, STRIPS = 4;

	private AutoencoderFigures() {}

	public static void main(final String... args) throws Exception {
		final Path folder = Path.of(args[0]);
		final ClipSource source = TrainAutoencoder.source(args[1], true);
		final SplittableRandom random = new SplittableRandom(7);
		final List<VideoClip> clips = new ArrayList<>();
		for (int i = 0; i < Integer.parseInt(args[2]); i++) clips.add(source.draw(random));
		final TensorFile file = weights(folder);
		final ModelConfig config = config(folder);
		final Network<AutoencoderNet> network = NetworkEngine.call(() -> {
			final Network<AutoencoderNet> made = new Network<>(AutoencoderNet.of(config), 0);
			made.load(file, "checkpoint");
			return made;
		});
		try (MotionAutoencoder autoencoder = MotionAutoencoder.of(network)) {
			report(autoencoder, clips, args.length > 3 ? args[3] : null);
		}
	}

	private static ModelConfig config(final Path folder) throws Exception {
		final Path checkpoint = folder.resolve("checkpoint.safetensors");
		return Files.exists(checkpoint) ? ModelConfig.parse(Safetensors.read(checkpoint).metadata().get("config"), "checkpoint") : ModelConfig.read(
			folder.resolve("config.json"));
	}

	private static TensorFile weights(final Path folder) throws Exception {
		final Path checkpoint = folder.resolve("checkpoint.safetensors");
		if (!Files.exists(checkpoint)) return Safetensors.read(folder.resolve("model.safetensors"));
		final TensorFile all = Safetensors.read(checkpoint);
		final TreeMap<String, Tensor> average = new TreeMap<>();
		all.tensors().forEach((name, tensor) -> {
			if (name.startsWith("average.")) average.put(name.substring(8), tensor);
		});
		System.out.print("step " + all.metadata().get("step") + ": ");
		return new TensorFile(new TreeMap<>(), average);
	}

	private static void report(final MotionAutoencoder autoencoder, final List<VideoClip> clips, final String strip) throws Exception {
		double psnr = 0, still = 0, none = 0, swapped = 0, ssim = 0, moved = 0, stillMoved = 0, nats = 0;
		// where nothing moves, the first frame repeated is without error: a mean of dB says little of such scenes, the error of all clips does
		double error = 0, stillError = 0, noneError = 0;
		final List<VideoClip[]> rows = new ArrayList<>();
		for (int i = 0; i < clips.size(); i++) {
			final VideoClip clip = clips.get(i);
			final ContentFeatures content = autoencoder.content(clip.frame(0));
			final VideoClip found = autoencoder.reconstruct(clip), zero = autoencoder.decode(content, new float[autoencoder.options().latentShape()
				.size()]);
			final VideoClip other = autoencoder.decode(content, autoencoder.encode(clips.get((i + 1) % clips.size())).mean());
			psnr += psnr(clip, found, false) / clips.size();
			still += psnr(clip, clip.still(), false) / clips.size();
			none += psnr(clip, zero, false) / clips.size();
			error += error(clip, found) / clips.size();
			stillError += error(clip, clip.still()) / clips.size();
			noneError += error(clip, zero) / clips.size();
			swapped += psnr(clip, other, false) / clips.size();
			ssim += ssim(clip, found) / clips.size();
			moved += psnr(clip, found, true) / clips.size();
			stillMoved += psnr(clip, clip.still(), true) / clips.size();
			nats += autoencoder.encode(clip).divergence() / clips.size();
			if (i < STRIPS) rows.add(new VideoClip[] { clip, found, zero });
		}
		System.out.printf("psnr %.2f ssim %.4f still %.2f z=0 %.2f swapped %.2f | moved %.2f still %.2f gain %.2f | all together %.2f still %.2f z=0 %.2f | %.2f nats%n", psnr, ssim,
			still, none, swapped, moved, stillMoved, moved - stillMoved, decibel(error), decibel(
			stillError), decibel(noneError), nats);
		if (strip != null) draw(rows, new File(strip));
	}

	private static double decibel(final double error) {
		return -10 * Math.log10(error);
	}

	/** Mean squared error. */
	private static double error(final VideoClip truth, final VideoClip found) {
		return Math.pow(10, -psnr(truth, found, false) / 10);
	}

	/** Over frames 1 on; where asked, over what differs from frame 0. */
	private static double psnr(final VideoClip truth, final VideoClip found, final boolean moved) {
		double sum = 0;
		long count = 0;
		for (int t = moved ? 1 : 0; t < truth.frames(); t++) for (int y = 0; y < truth.height(); y++) for (int x = 0; x < truth.width(); x++) {
			double change = 0, error = 0;
			for (int c = 0; c < truth.channels(); c++) {
				change = Math.max(change, Math.abs(truth.value(c, t, y, x) - truth.value(c, 0, y, x)));
				error += Math.pow(truth.value(c, t, y, x) - found.value(c, t, y, x), 2);
			}
			if (moved && change <= MOVED) continue;
			sum += error;
			count += truth.channels();
		}
		return 10 * Math.log10(count / Math.max(1e-12, sum));
	}

	private static double ssim(final VideoClip truth, final VideoClip found) {
		double sum = 0;
		for (int t = 0; t < truth.frames(); t++) sum += StructuralSimilarity.ssim(frame(truth, t), frame(found, t), 1);
		return sum / truth.frames();
	}

	private static Frame frame(final VideoClip clip, final int t) {
		return new Frame(PixelType.FLOAT32, new Shape(clip.width(), clip.height(), 1, clip.channels()), clip.frame(t));
	}

	private static void draw(final List<VideoClip[]> rows, final File file) throws Exception {
		final int side = rows.get(0)[0].height() * ENLARGED + 2;
		final BufferedImage image = new BufferedImage(SHOWN * side, rows.size() * 3 * side, BufferedImage.TYPE_INT_RGB);
		for (int r = 0; r < rows.size(); r++) for (int k = 0; k < 3; k++) for (int s = 0; s < SHOWN; s++) {
			final VideoClip clip = rows.get(r)[k];
			final int t = s * (clip.frames() - 1) / (SHOWN - 1);
			for (int y = 0; y < side - 2; y++) for (int x = 0; x < side - 2; x++) {
				int rgb = 0;
				for (int c = 0; c < 3; c++) rgb = rgb << 8 | Math.round(255 * clip.value(Math.min(c, clip.channels() - 1), t, y / ENLARGED, x /
					ENLARGED));
				image.setRGB(s * side + x, (r * 3 + k) * side + y, rgb);
			}
		}
		ImageIO.write(image, "png", file);
	}
}
