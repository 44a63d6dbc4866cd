package org.motionlayers.lamd.autoencoder;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.motionlayers.network.Keep;
import org.motionlayers.network.block.Convolution;
import org.motionlayers.network.block.ResidualBlock;
import org.motionlayers.network.block.Upsample;
import org.motionlayers.network.block.Warp;

/**
 * Our fusion decoder, which moves content instead of drawing it anew. Latent and f_x0 meet without a time axis; a 1 x 1 convolution deals
 * the channels out to the frames; from there on frames are images, but for one residual block along time. At every scale a backward flow is
 * refined and content moved along it ({@link WarpedContent}); at the last one the first frame itself is ({@link Painter}). Weights: in, join,
 * mix, attention, frames, space, time, warp.SCALE, up.SCALE, painter.
 */
final class WarpDecoder extends FusionDecoder {

	/** Channels of what has no time axis yet, per channel of a frame's features: it holds all frames. */
	private static final int WIDER = 4;

	private final int perLatentFrame;
	private final Convolution in;
	private final Convolution join;
	private final ResidualBlock mix;
	private final Middle middle;
	private final Convolution deal;
	private final ResidualBlock space;
	private final ResidualBlock time;
	private final List<WarpedContent> warps = new ArrayList<>();
	private final List<Upsample> up = new ArrayList<>();
	private final Painter painter;

	WarpDecoder(final AutoencoderOptions options) {
		final int coarsest = options.scales() - 1, finest = AutoencoderOptions.scaleOf(options.videoPatch());
		int width = options.video()[coarsest];
		final int trunk = WIDER * width;
		perLatentFrame = options.frames() / options.latentFrames();
		in = child("in", Convolution.of(options.latent(), trunk, 3, 3));
		join = child("join", Convolution.of(trunk + options.contentChannels(), trunk, 1, 1));
		mix = child("mix", new ResidualBlock(ResidualBlock.Options.image(trunk, trunk)));
		middle = options.attention() ? child("middle", new Middle(ResidualBlock.Options.image(trunk, trunk))) : null;
		deal = child("frames", Convolution.of(trunk, perLatentFrame * width, 1, 1));
		space = child("space", new ResidualBlock(ResidualBlock.Options.image(width, width)));
		time = child("time", new ResidualBlock(ResidualBlock.Options.volume(width, width).withKernel(3, 1, 1)));
		for (int scale = coarsest; scale >= finest; scale--) {
			final int next = options.video()[scale];
			if (scale < coarsest) up.add(child("up." + (scale + 1), new Upsample(width, next, 2, 2)));
			width = next;
			warps.add(child("warp." + scale, new WarpedContent(width, options.image()[scale])));
		}
		painter = child("painter", new Painter(width, options));
	}

	@Override
	NDArray forward(final NDArray latent, final List<NDArray> content, final NDArray frame, final int[] chosen,
		final List<NDArray> flows)
	{
		final int scales = content.size() - 1;
		NDArray x = Keep.result(() -> frames(latent, content.get(scales), chosen)), flow = null;
		for (int i = 0; i < warps.size(); i++) {
			if (i > 0) x = up.get(i - 1).forward(x);
			final NDArray said = warps.get(i).read(x), step = said.get(":, 0:2");
			flow = i == 0 ? step : Warp.finer(flow, 2).add(step);
			if (flows != null) flows.add(flow);
			x = warps.get(i).join(x, content.get(scales - 1 - i), flow, said);
		}
		final Shape s = frame.getShape();
		final long batch = s.get(0), all = x.getShape().get(0) / batch;
		return painter.forward(x, flow, frame).reshape(batch, all, s.get(1), s.get(2), s.get(3)).transpose(0, 2, 1, 3, 4);
	}

	/** Features of frames at the coarsest scale, (batch x frames, width, h, w). */
	private NDArray frames(final NDArray latent, final NDArray content, final int[] chosen) {
		final Shape s = latent.getShape();
		final long batch = s.get(0), length = s.get(2), h = s.get(3), w = s.get(4);
		final NDArray each = latent.transpose(0, 2, 1, 3, 4).reshape(batch * length, s.get(1), h, w);
		final NDArray joined = mix.forward(join.forward(in.forward(each).concat(content.repeat(0, length), 1)));
		final NDArray mixed = deal.forward(middle == null ? joined : middle.forward(joined));
		final long frames = length * perLatentFrame, width = mixed.getShape().get(1) / perLatentFrame;
		final NDArray clip = space.forward(mixed.reshape(batch * frames, width, h, w)).reshape(batch, frames, width, h, w).transpose(0, 2, 1,
			3, 4);
		final NDArray all = time.forward(clip).transpose(0, 2, 1, 3, 4);
		return Frames.chosen(all, 1, chosen).reshape(-1, width, h, w);
	}
}
