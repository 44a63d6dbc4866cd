package org.motionlayers.evaluate.lamd;

import java.util.ArrayList;
import java.util.List;

import org.motionlayers.evaluate.paper.FrameStrip;
import org.motionlayers.lamd.autoencoder.ContentFeatures;
import org.motionlayers.lamd.autoencoder.MotionAutoencoder;
import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.scene.Progress;
import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Paths;
import org.motionlayers.simulate.caption.CaptionedSample;
import org.motionlayers.simulate.caption.Hue;
import org.motionlayers.simulate.body.Texture;

/**
 * Decomposition (LaMD, 4.2.2): the motion of clip A on the first frame of clip B, which has the same shapes in the same places and other colours, so
 * that what should come out is known: B moved as A.
 *
 * @param table motion_error_px of moving objects at the last frame, appearance_psnr at frame 1, psnr of all frames; z0_psnr, still_psnr and
 *          z0_still_psnr: no motion (z = 0) against the truth, the still clip against the truth, and one against the other; swapped_psnr: the motion
 *          of another scene
 * @param strip one transfer
 */
record Transfer(Table table, FrameStrip strip) {

	/** An object moves that is as far from its place at the end, pixels. */
	private static final double MOVED = 1;

	/** One pair of clips. */
	private record Pair(double error, double appearance, double psnr, double none, double still, double noneToStill, double swapped) {}

	/**
	 * Measures.
	 *
	 * @param autoencoder the model
	 * @param held captioned clips
	 * @param progress is told and asked
	 */
	static Transfer of(final MotionAutoencoder autoencoder, final List<Held> held, final Progress progress) {
		final List<Pair> pairs = new ArrayList<>();
		FrameStrip strip = null;
		for (int k = 0; k < held.size(); k++) {
			progress.update(k, held.size(), "transferring motion");
			final Held a = held.get(k), b = recoloured(a);
			final ContentFeatures content = autoencoder.content(b.clip().frame(0));
			final float[] motion = autoencoder.encode(a.clip()).mean();
			final VideoClip found = autoencoder.decode(content, motion), none = autoencoder.decode(content, new float[motion.length]), still = b.clip().still();
			final VideoClip swapped = autoencoder.decode(content, autoencoder.encode(held.get((k + 1) % held.size()).clip()).mean());
			pairs.add(new Pair(error(found, b), Fidelity.psnr(found, b.clip(), 1), Fidelity.of(found, b.clip()).psnr(), Fidelity.of(none, b.clip()).psnr(),
				Fidelity.of(still, b.clip()).psnr(), Fidelity.of(none, still).psnr(), Fidelity.of(swapped, b.clip()).psnr()));
			if (strip == null) strip = new FrameStrip("transfer", Pictures.columns(found.frames()), List.of(Pictures.row("clip A", a.clip()), Pictures.row(
				"clip B, still", still), Pictures.row("motion of A on B", found), Pictures.row("no motion, z = 0", none)));
		}
		return new Transfer(new Table().mean("motion_error_px", pairs, Pair::error).mean("appearance_psnr", pairs, Pair::appearance).mean("psnr", pairs,
			Pair::psnr).mean("z0_psnr", pairs, Pair::none).mean("still_psnr", pairs, Pair::still).mean("z0_still_psnr", pairs, Pair::noneToStill).mean(
				"swapped_psnr", pairs, Pair::swapped), strip);
	}

	/** @return the same scene in other colours: each object has the next colour of all there are */
	private static Held recoloured(final Held held) {
		final CaptionedSample told = held.told().orElseThrow();
		final Paths paths = held.scene().paths();
		final List<Body> bodies = new ArrayList<>();
		for (int i = 0; i < paths.objects(); i++) {
			final Body body = paths.bodies().get(i);
			final double[] colour = Hue.values()[(told.traits().get(i).hue().ordinal() + 1) % Hue.values().length].rgb();
			bodies.add(new Body(body.label(), body.outline(), Texture.flat(colour[0], colour[1], colour[2]), body.depth(), body.mass()));
		}
		final BodySample scene = held.scene().withPaths(new Paths(bodies, paths.poses(), paths.velocities(), paths.camera(), paths.contacts()));
		return new Held(scene, Held.clip(scene), held.prompt(), held.told());
	}

	/** @return mean distance of moving objects from where they should be at the last frame, pixels; NaN where none moves */
	private static double error(final VideoClip found, final Held truth) {
		final Spot[][] spots = SpotTracker.track(found, truth.labels(), truth.scene().objects());
		final double[][][] positions = truth.positions();
		final int last = positions.length - 1;
		double sum = 0;
		int moving = 0;
		for (int i = 0; i < truth.scene().objects(); i++) {
			final double dx = positions[last][i][0] - positions[0][i][0], dy = positions[last][i][1] - positions[0][i][1];
			if (Math.hypot(dx, dy) < MOVED) continue;
			sum += Math.hypot(spots[last][i].x() - spots[0][i].x() - dx, spots[last][i].y() - spots[0][i].y() - dy);
			moving++;
		}
		return moving == 0 ? Double.NaN : sum / moving;
	}
}
