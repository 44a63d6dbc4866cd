package org.motionlayers.diffusion;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a sampler itself costs per step, the network being free; the physical limit is one copy of the sample. {@code scripts/bench_sampler.py}
 * runs it and the networks of object space and of latent motion, and prints the share of their calls.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SamplerBenchmark {

	private static final int STEPS = 20;

	/** The samplers. */
	public enum Kind {
		DDPM, DDIM, DPM_SOLVER, EULER
	}

	@Param
	Kind kind;

	/** Values of a sample: flow, masks and depth of 8 frames of 64 x 64; tokens of 32 scenes in object space; one latent of a clip. */
	@Param({ "196608", "5120", "768" })
	int size;

	float[] start;

	/** Makes the sample. */
	@Setup
	public void setUp() {
		start = new float[size];
	}

	private Sampler sampler() {
		final NoiseSchedule schedule = NoiseSchedule.linear().respaced(Timesteps.trailing(1000, STEPS));
		final Prediction prediction = Prediction.clipped(Parameterisation.SAMPLE);
		return switch (kind) {
			case DDPM -> new DdpmSampler(schedule, prediction, DdpmSampler.Variance.FIXED_SMALL);
			case DDIM -> new DdimSampler(schedule, prediction, 0);
			case DPM_SOLVER -> new DpmSolverSampler(schedule, prediction);
			case EULER -> new EulerSampler(EulerSampler.sigmas(STEPS, 80, .002, EulerSampler.RHO), EdmScaling.V, 1);
		};
	}

	@Benchmark
	@OperationsPerInvocation(STEPS)
	public float[] step() {
		return SamplingLoop.of(sampler(), (sample, timestep, output) -> {}).refine(start, NoiseSource.gaussian(1));
	}

	@Benchmark
	public float[] limitOfMemory() {
		return start.clone();
	}
}
