package org.motionlayers.network.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BiFunction;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.Layer;
import org.motionlayers.network.Network;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.block.ResidualBlock.Options;
import org.motionlayers.network.block.ResidualBlock.Resampling;

/** Every block computes what PyTorch computes with the same weights, forward and backward. */
class BlocksTest {

	private static <L extends Layer> void check(final String name, final L layer, final BiFunction<L, NDList, NDArray> forward) {
		new TorchFixture(name).check(layer, forward);
	}

	@Test
	void groupNorm() {
		check("group_norm", new GroupNorm(2, 6, GroupNorm.DEFAULT_EPSILON), (l, in) -> l.forward(in.get(0)));
		check("group_norm_scaled", new GroupNorm(2, 6, GroupNorm.DEFAULT_EPSILON), (l, in) -> l.forward(in.get(0), in.get(1), in.get(2)));
	}

	@Test
	void tokenNorm() {
		check("token_norm", new TokenNorm(6), (l, in) -> l.forward(in.get(0)));
	}

	@Test
	void residualOfImages() {
		check("residual", new ResidualBlock(Options.image(4, 8).withEmbedding(5)), (l, in) -> l.forward(in.get(0), in.get(1)));
	}

	@Test
	void residualThatResizes() {
		check("residual_up", new ResidualBlock(Options.image(4, 4).withEmbedding(5).with(Resampling.UP)), (l, in) -> l.forward(in.get(0), in
			.get(1)));
		check("residual_down", new ResidualBlock(Options.image(4, 4).withEmbedding(5).with(Resampling.DOWN)), (l, in) -> l.forward(in.get(0),
			in.get(1)));
	}

	@Test
	void residualOfVolumes() {
		check("residual_3d", new ResidualBlock(Options.volume(4, 4)), (l, in) -> l.forward(in.get(0)));
	}

	@Test
	void spaceTime() {
		check("space_time", new SpaceTimeBlock(Options.image(4, 4).withEmbedding(5)), (l, in) -> l.forward(in.get(0), in.get(1), 3));
	}

	@Test
	void attention() {
		check("attention", new Attention(8, 6, 2, 3, false), (l, in) -> l.forward(in.get(0), in.get(1), in.get(2)));
		check("space_attention", new SpaceAttention(8, 2), (l, in) -> l.forward(in.get(0)));
		check("time_attention", new TimeAttention(8, 2), (l, in) -> l.forward(in.get(0), 3));
	}

	@Test
	void transformers() {
		check("transformer", new TransformerBlock(8, 6, 2), (l, in) -> l.forward(in.get(0), in.get(1), null));
		check("spatial_transformer", new SpatialTransformer(8, 6, 2), (l, in) -> l.forward(in.get(0), in.get(1)));
	}

	@Test
	void timeEmbedding() {
		check("time_embedding", new TimeEmbedding(8, 12), (l, in) -> l.forward(in.get(0).getManager(), 10, 999));
	}

	@Test
	void sinusoidIsThatOfLatentDiffusion() {
		assertArrayEquals(new float[] { -.83907153f, .54030231f, .99500417f, .99995f, -.54402111f, .84147098f, .09983342f, .00999983f },
			Sinusoid.of(new double[] { 10 }, 8), 1e-7f);
		assertThrows(IllegalArgumentException.class, () -> Sinusoid.of(new double[] { 10 }, 7));
	}

	@Test
	void resizing() {
		check("upsample", new Upsample(4, 3, 2, 2), (l, in) -> l.forward(in.get(0)));
		check("upsample_3d", new Upsample(2, 3, 2, 1, 1), (l, in) -> l.forward(in.get(0)));
		check("downsample", new Downsample(4, 3, Downsample.Padding.BOTH_SIDES, 2, 2), (l, in) -> l.forward(in.get(0)));
		check("downsample_end", new Downsample(4, 3, Downsample.Padding.AT_THE_END, 2, 2), (l, in) -> l.forward(in.get(0)));
		check("downsample_3d", new Downsample(2, 3, Downsample.Padding.BOTH_SIDES, 2, 1, 1), (l, in) -> l.forward(in.get(0)));
		assertThrows(IllegalArgumentException.class, () -> new Downsample(2, 3, Downsample.Padding.AT_THE_END, 2, 2, 2));
	}

	/** Patches have no weights. */
	private static final class Folded extends Layer {}

	@Test
	void patches() {
		check("patches", new Folded(), (l, in) -> Patches.fold(in.get(0), 2));
		NetworkEngine.run(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				final NDArray x = manager.arange(2f * 3 * 4 * 6).reshape(2, 3, 4, 6);
				assertEquals(x, Patches.unfold(Patches.fold(x, 2), 2));
				assertThrows(IllegalArgumentException.class, () -> Patches.fold(x, 5));
				assertThrows(IllegalArgumentException.class, () -> Patches.unfold(x, 2));
			}
		});
	}

	@Test
	void blocksThatStartAtNothingStartAsTheirInput() {
		final class Parts extends Layer {

			final SpaceAttention space = child("space", new SpaceAttention(8, 2));
			final TimeAttention time = child("time", new TimeAttention(8, 2));
			final SpatialTransformer transformer = child("transformer", new SpatialTransformer(8, 0, 2));
			final ResidualBlock residual = child("residual", new ResidualBlock(Options.image(8, 8).startingAtSkip().withDropout(.5)));
		}
		NetworkEngine.run(() -> {
			final Parts parts = new Parts();
			try (Network<Parts> network = new Network<>(parts, 3); NDManager scope = network.newScope()) {
				final NDArray x = scope.arange(2f * 8 * 3 * 3).sin().reshape(2, 8, 3, 3);
				network.train(true);
				for (final NDArray y : new NDArray[] { parts.space.forward(x), parts.time.forward(x, 2), parts.transformer.forward(x, null),
					parts.residual.forward(x, null) }) assertEquals(x, y);
			}
		});
	}

	@Test
	void dropoutDropsOnlyWhileTraining() {
		final ResidualBlock block = new ResidualBlock(Options.image(8, 8).withDropout(.5));
		NetworkEngine.run(() -> {
			try (Network<ResidualBlock> network = new Network<>(block, 3); NDManager scope = network.newScope()) {
				final NDArray x = scope.ones(new Shape(1, 8, 6, 6));
				assertEquals(block.forward(x), block.forward(x));
				network.train(true);
				Network.seedEngine(5);
				final float[] first = block.forward(x).toFloatArray(), second = block.forward(x).toFloatArray();
				assertTrue(!java.util.Arrays.equals(first, second), "dropout gave twice the same");
				Network.seedEngine(5);
				assertArrayEquals(first, block.forward(x).toFloatArray());
			}
		});
	}

	@Test
	void sizesThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new GroupNorm(4, 6, 1e-5));
		assertThrows(IllegalArgumentException.class, () -> Attention.self(8, 3, false));
		final ResidualBlock needs = new ResidualBlock(Options.image(4, 4).withEmbedding(5));
		assertThrows(IllegalStateException.class, () -> needs.forward(null));
	}
}
