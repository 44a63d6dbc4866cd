package org.motionlayers.evaluate.dreamer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.motionlayers.composite.Compositor;
import org.motionlayers.diffusion.Drawing;
import org.motionlayers.dreamer.Reasoner;
import org.motionlayers.dreamer.TypicalMotion;
import org.motionlayers.dreamer.cue.CueField;
import org.motionlayers.dreamer.decoder.DecodedVideo;
import org.motionlayers.dreamer.decoder.FirstFrame;
import org.motionlayers.dreamer.decoder.VideoDecoder;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;

/** Networks that paint the frames of trials: all of them at once out of the arrows, or in two stages. */
final class Painters {

	/**
	 * One stage: frames straight from the first frame and the arrows (Motion Dreamer, Table 1).
	 *
	 * @param decoder conditioned on cues; closed with this
	 * @param drawing how frames are drawn
	 */
	record OneStage(VideoDecoder decoder, Drawing drawing) implements FrameArm.Painter {

		@Override
		public List<Frame> paint(final Trial trial, final Progress progress) {
			final Frame first = trial.request().observed().frame(0);
			final int[] labels = trial.request().labels().labels(0);
			final float[] painted = decoder.decode(new FirstFrame(first.shape().width(), unit(first), labels, trial.sample().depth(0)), CueField.paint(
				labels, trial.request().cues()), new double[2], drawing, trial.request().seed(), progress);
			return IntStream.range(0, trial.frames()).mapToObj(t -> frame(first.shape(), painted, t)).toList();
		}

		/** Values of 8 bit in [0, 1]. */
		private static float[] unit(final Frame frame) {
			final float[] values = new float[frame.shape().values()];
			for (int i = 0; i < values.length; i++) values[i] = (float) (frame.type().get(frame.data(), i) / PixelType.UINT8.maximum());
			return values;
		}

		private static Frame frame(final Shape shape, final float[] painted, final int t) {
			final byte[] data = new byte[shape.values()];
			for (int i = 0; i < data.length; i++) data[i] = (byte) Math.rint(PixelType.UINT8.maximum() * painted[t * data.length + i]);
			return new Frame(PixelType.UINT8, shape, data);
		}

		@Override
		public void close() {
			decoder.close();
		}
	}

	/**
	 * Two stages: the typical motion that stage I draws, painted by stage II (Motion Dreamer, Eq. 13).
	 *
	 * @param reasoner stage I; closed with this
	 * @param decoder stage II; closed with this
	 * @param samples motions drawn
	 * @param drawing how motions and frames are drawn
	 */
	record TwoStages(Reasoner reasoner, VideoDecoder decoder, int samples, Drawing drawing) implements FrameArm.Painter {

		/**
		 * Opens both models.
		 *
		 * @param first opens stage I
		 * @param second opens stage II; where that fails stage I is closed again
		 */
		static TwoStages open(final Entrants.Opener<? extends Reasoner> first, final Entrants.Opener<VideoDecoder> second, final Budget budget)
			throws IOException
		{
			final Reasoner reasoner = first.open();
			try {
				return new TwoStages(reasoner, second.open(), budget.samples(), budget.drawing());
			}
			catch (final IOException | RuntimeException e) {
				reasoner.close();
				throw e;
			}
		}

		@Override
		public List<Frame> paint(final Trial trial, final Progress progress) {
			final List<Motion> draws = reasoner.draw(trial.request(), samples, drawing, progress);
			final Video video = Compositor.composite(trial.scene(), draws.get(TypicalMotion.of(draws)));
			final Movie movie = DecodedVideo.of(decoder, video, drawing, trial.request().seed(), progress).movie();
			final List<Frame> frames = new ArrayList<>();
			for (int t = 1; t <= trial.frames(); t++) frames.add(movie.frame(t));
			return frames;
		}

		@Override
		public void close() {
			reasoner.close();
			decoder.close();
		}
	}

	private Painters() {}
}
