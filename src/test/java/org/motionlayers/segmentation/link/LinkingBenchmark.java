package org.motionlayers.segmentation.link;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Linking two frames full of touching squares of 32 x 32 pixels that moved by 9, numbered at random, against a plain pass over the pixels
 * of both frames (the physical limit) and, for few objects, against jgrapht's Kuhn-Munkres on all pairs. {@code scripts/bench_linking.py} prints the ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class LinkingBenchmark {

	private static final int CELL = 32;
	private static final int MOVED = 9;

	/** Squares along one side of the frame. */
	@Param({ "16", "32", "128" })
	int side;

	private Shape shape;
	private int[][] labels;

	/** Draws the frames. */
	@Setup(Level.Trial)
	public void setUp() {
		final int size = side * CELL;
		shape = Shape.of(size, size);
		final int[][] truth = new int[2][shape.pixels()];
		for (int t = 0; t < 2; t++) for (int p = 0; p < truth[t].length; p++) truth[t][p] = 1 + p / size / CELL * side + Math.floorMod(p % size - t *
			MOVED, size) / CELL;
		labels = LinkingScore.shuffle(truth, 1);
	}

	/** @return identities */
	@Benchmark
	public Identities link() {
		final List<Regions> frames = List.of(Regions.of(labels[0], shape), Regions.of(labels[1], shape));
		return new IdentityLinker(shape, frames, t -> labels[t]).link(Progress.NONE);
	}

	/** @return sum of all pixels */
	@Benchmark
	public long plainPass() {
		long sum = 0;
		for (int p = 0; p < labels[0].length; p++) sum += labels[0][p] ^ labels[1][p];
		return sum;
	}

	/** @return a perfect matching of all objects with all */
	@Benchmark
	public Collection<?> kuhnMunkres() {
		if (side > 16) return List.of();
		final Regions a = Regions.of(labels[0], shape), b = Regions.of(labels[1], shape);
		final SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
		for (int i = 0; i < 2 * a.count(); i++) graph.addVertex(i);
		for (int i = 0; i < a.count(); i++) for (int j = 0; j < b.count(); j++) graph.setEdgeWeight(graph.addEdge(i, a.count() + j), Math.hypot(a
			.centroid(i, 0) - b.centroid(j, 0), a.centroid(i, 1) - b.centroid(j, 1)));
		final Set<Integer> first = IntStream.range(0, a.count()).boxed().collect(Collectors.toSet());
		final Set<Integer> second = IntStream.range(a.count(), 2 * a.count()).boxed().collect(Collectors.toSet());
		return new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, first, second).getMatching().getEdges();
	}
}
