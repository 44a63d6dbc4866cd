package org.motionlayers.predict.perobject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 20 AdamW steps from the same weights give PyTorch's weights; the numbers are those of scripts/make_perobject_fixtures.py. */
class TorchEquivalenceTest {

	private static final int STEPS = 20;
	private static final int FRAMES = 4;
	private static final double TOLERANCE = 1e-5;

	enum Variant {
		PAPER(Architecture.perObject(3, 3, 2)),
		NORM3D(new Architecture(9, 1, 3, 8, 5, Architecture.Input.PROJECTED, Architecture.Weights.OWN, true)),
		SHARED(new Architecture(3, 3, 2, 8, 4, Architecture.Input.PROJECTED, Architecture.Weights.SHARED, false)),
		DIRECT(new Architecture(2, 6, 2, 6, 4, Architecture.Input.DIRECT, Architecture.Weights.OWN, false));

		private final Architecture architecture;

		Variant(final Architecture architecture) {
			this.architecture = architecture;
		}
	}

	@ParameterizedTest
	@EnumSource
	void twentyStepsGiveTheSameLossesAndWeights(final Variant variant) throws IOException {
		final Architecture a = variant.architecture;
		final FloatBuffer expected = fixture(variant.name().toLowerCase(java.util.Locale.ROOT) + ".bin");
		final PerObjectPredictors predictors = initial(a);
		final PerObjectTrainer trainer = new PerObjectTrainer(predictors, STEPS);
		for (int step = 0; step < STEPS; step++) {
			final float[] features = sequence(100000 + 1000 * step, a.objects() * a.channels());
			for (int i = 0; i < features.length; i++) features[i] += 0.5f;
			final float[] d = sequence(200000 + 1000 * step, FRAMES * a.objects() * a.outputs());
			final double loss = trainer.step(features, target(d, a));
			assertEquals(expected.get(), loss, TOLERANCE, "loss of step " + step);
		}
		assertSame(expected, predictors.projectorWeights(), "projection");
		for (int i = 0; i < a.predictors(); i++) assertSame(expected, predictors.predictorWeights(i), "perceptron " + i);
		assertEquals(0, expected.remaining(), "values left over");
	}

	private static PositionTarget target(final float[] d, final Architecture a) {
		final double[] displacements = new double[d.length];
		for (int i = 0; i < d.length; i++) displacements[i] = d[i];
		return PositionTarget.ofDisplacements(displacements, new int[] { 1, 2, 3, 4 }, a.objects(), a.outputs());
	}

	private static PerObjectPredictors initial(final Architecture a) {
		final PerObjectPredictors predictors = PerObjectPredictors.create(a, 0);
		predictors.setProjectorWeights(sequence(0, a.projectorParameters()));
		for (int i = 0; i < a.predictors(); i++) {
			final float[] w = sequence(a.projectorParameters() + i * a.parametersPerPredictor(), a.parametersPerPredictor());
			for (int k = 0; k < a.normGain(); k++) w[k] *= 0.5f;
			if (a.layerNorm()) for (int f = 0; f < a.features(); f++) w[a.normGain() + f] += 1;
			predictors.setPredictorWeights(i, w);
		}
		return predictors;
	}

	private static float[] sequence(final long start, final int count) {
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) (((start + i) * 2654435761L & 0xffffffffL) / 4294967296.0 - 0.5);
		return values;
	}

	private static void assertSame(final FloatBuffer expected, final float[] actual, final String what) {
		for (int k = 0; k < actual.length; k++) assertEquals(expected.get(), actual[k], TOLERANCE, what + ", parameter " + k);
	}

	private static FloatBuffer fixture(final String name) throws IOException {
		try (InputStream in = TorchEquivalenceTest.class.getResourceAsStream(name)) {
			return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
		}
	}
}
