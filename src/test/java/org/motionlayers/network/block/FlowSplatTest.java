package org.motionlayers.network.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.splat.EmptyPixels;
import org.motionlayers.network.splat.FlowField;
import org.motionlayers.network.splat.SplatMatrix;
import org.motionlayers.network.splat.SplatMode;
import org.motionlayers.network.splat.Splatting;
import org.motionlayers.network.splat.WorkedExample;

/** Splatting in the engine gives the values and gradients of the worked example, and of splatting in Java. */
class FlowSplatTest {

	private static final Shape IMAGE = new Shape(1, 1, 3, 4);

	@Test
	void valuesAndGradientsOfWorkedExample() {
		NetworkEngine.run(() -> {
			try (NDManager manager = NDManager.newBaseManager(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
				final NDArray image = manager.create(WorkedExample.IMAGE, IMAGE), metric = manager.create(WorkedExample.METRIC, IMAGE);
				image.setRequiresGradient(true);
				metric.setRequiresGradient(true);
				final NDArray bilinear = FlowSplat.matrices(manager, List.of(SplatMatrix.bilinear(WorkedExample.FLOW)));
				final NDArray out = FlowSplat.apply(image, bilinear, metric, SplatMode.SOFT, EmptyPixels.ADD_EPSILON);
				// SOFT is for zeros that count as one; 1e-7 is little beside these weights.
				assertArrayEquals(WorkedExample.SOFT, out.toFloatArray(), 1e-5f);
				collector.backward(out.mul(manager.create(WorkedExample.lossWeights(), IMAGE)).sum());
				assertArrayEquals(WorkedExample.BY_IMAGE, image.getGradient().toFloatArray(), 4e-6f);
				assertArrayEquals(WorkedExample.BY_METRIC, metric.getGradient().toFloatArray(), 4e-6f);
			}
		});
	}

	@ParameterizedTest
	@EnumSource(SplatMode.class)
	void everyModeIsTheSameAsInJava(final SplatMode mode) {
		final float[] metric = { 1, 2, 3, 1, .5f, 1, .25f, 1.5f, .3f, .5f, 2, 1 };
		NetworkEngine.run(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				final NDArray image = manager.create(WorkedExample.IMAGE, IMAGE), importance = manager.create(metric, IMAGE);
				final NDArray bilinear = FlowSplat.matrices(manager, List.of(SplatMatrix.bilinear(WorkedExample.FLOW)));
				for (final EmptyPixels empty : EmptyPixels.values()) {
					final Splatting splatting = new Splatting(mode, empty);
					final float[] expected = splatting.splat(WorkedExample.FLOW, WorkedExample.IMAGE, metric);
					assertArrayEquals(expected, FlowSplat.apply(image, bilinear, importance, mode, empty).toFloatArray(), 4e-6f);
					final SplatMatrix matrix = SplatMatrix.of(splatting, WorkedExample.FLOW, metric);
					assertArrayEquals(expected, FlowSplat.apply(image, FlowSplat.matrices(manager, List.of(matrix))).toFloatArray(), 4e-6f);
					assertArrayEquals(expected, FlowSplat.applySparse(image, FlowSplat.sparse(manager, matrix)).toFloatArray(), 4e-6f);
				}
			}
		});
	}

	@Test
	void sparseMatrixPassesTheGradientOfTheImage() {
		NetworkEngine.run(() -> {
			try (NDManager manager = NDManager.newBaseManager(); GradientCollector collector = Engine.getInstance().newGradientCollector()) {
				final NDArray image = manager.create(WorkedExample.IMAGE, IMAGE);
				image.setRequiresGradient(true);
				final SplatMatrix matrix = SplatMatrix.of(new Splatting(SplatMode.SOFT, EmptyPixels.ADD_EPSILON), WorkedExample.FLOW,
					WorkedExample.METRIC);
				final NDArray out = FlowSplat.applySparse(image, FlowSplat.sparse(manager, matrix));
				collector.backward(out.mul(manager.create(WorkedExample.lossWeights(), IMAGE)).sum());
				assertArrayEquals(WorkedExample.BY_IMAGE, image.getGradient().toFloatArray(), 4e-6f);
			}
		});
	}

	@Test
	void samplesOfABatchGoTheirOwnWay() {
		NetworkEngine.run(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				final NDArray x = manager.create(new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }, new Shape(2, 2, 1, 2));
				final Splatting sum = Splatting.of(SplatMode.SUM);
				final NDArray matrices = FlowSplat.matrices(manager, List.of(SplatMatrix.of(sum, FlowField.constant(2, 1, 1, 0), null), SplatMatrix
					.of(sum, FlowField.constant(2, 1, -1, 0), null)));
				assertArrayEquals(new float[] { 0, 1, 0, 3, 6, 0, 8, 0 }, FlowSplat.apply(x, matrices).toFloatArray());
				assertThrows(IllegalArgumentException.class, () -> FlowSplat.matrices(manager, List.of(SplatMatrix.bilinear(FlowField.constant(2, 1,
					0, 0)), SplatMatrix.bilinear(FlowField.constant(3, 1, 0, 0)))));
			}
		});
	}
}
