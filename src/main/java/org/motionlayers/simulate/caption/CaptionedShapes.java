package org.motionlayers.simulate.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.motionlayers.scene.InputException;
import org.motionlayers.simulate.body.Body;
import org.motionlayers.simulate.body.BodySample;
import org.motionlayers.simulate.body.Look;
import org.motionlayers.simulate.body.Paths;
import org.motionlayers.simulate.body.Pose;
import org.motionlayers.simulate.body.Texture;

/**
 * Coloured shapes of which one or two move, rotate, are picked up and placed on others, or contain others, and the sentence that says so.
 *
 * <pre>
 * CaptionedSample made = new CaptionedShapes(CaptionOptions.DEFAULT).sample(1);
 * made.caption().text(); made.scene().clip();
 * </pre>
 */
public final class CaptionedShapes {

	/** The fact of a scene that holds its caption. */
	public static final String CAPTION = "caption";

	private static final int ATTEMPTS = 4000, CASTS = 100;

	/** Share of scenes in which two objects act; in which a standing one is mentioned; of expressions that leave the size out where they can. */
	private static final double TWO = .4, MENTIONED = .4, SHORT = .4;

	private static final double DARK = .27, BRIGHT = .4, CLOUDS = 24, STRIPES = 5, FAINT = .8;

	private final CaptionOptions options;

	/** @param options what scenes are like */
	public CaptionedShapes(final CaptionOptions options) {
		this.options = options;
	}

	/**
	 * Makes one scene with its truth.
	 *
	 * @param seed of everything random
	 * @throws InputException where so many objects do not fit
	 */
	public CaptionedSample sample(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int count = random.nextInt(options.fewest(), options.most() + 1);
		final int acting = count > 1 && random.nextDouble() < TWO ? 2 : 1;
		List<Plot.Kind> kinds = List.of();
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			// rare actions are tried in many casts, or they would be rarer still; two may be too many for the objects there are
			if (attempt % CASTS == 0) kinds = Plot.Kind.draw(acting, count, random);
			final Cast cast = Cast.draw(options, count, random);
			if (cast.size() < count) continue;
			final Plot plot = Plot.draw(cast, kinds, options, random);
			if (plot != null) return made(cast, plot, random, seed);
		}
		throw new InputException(count + " objects that act do not fit into " + options.size() + " x " + options.size() +
			" pixels; fewer objects are needed.");
	}

	private CaptionedSample made(final Cast cast, final Plot plot, final SplittableRandom random, final long seed) {
		final Caption caption = caption(cast, plot, random);
		final BodySample bare = new BodySample("captions", options.size(), options.size(), look(random), paths(cast, plot, random), seed);
		final CaptionedSample sample = new CaptionedSample(bare, cast.traits(), plot.actions(), caption);
		return new CaptionedSample(bare.withFacts(sample.facts()), cast.traits(), plot.actions(), caption);
	}

	private Look look(final SplittableRandom random) {
		final double shade = random.nextDouble(DARK, BRIGHT), other = options.surface() == CaptionOptions.Surface.PLAIN ? shade : random.nextDouble(
			DARK, BRIGHT);
		return new Look(3, new Texture(options.surface() == CaptionOptions.Surface.PLAIN ? Texture.Pattern.FLAT : Texture.Pattern.CLOUDS, grey(
			shade), grey(other), CLOUDS * options.unit(), 0, random.nextLong()), 0, 0, Look.Edges.SOFT);
	}

	private static double[] grey(final double value) {
		return new double[] { value, value, value };
	}

	private Paths paths(final Cast cast, final Plot plot, final SplittableRandom random) {
		final int frames = options.frames(), n = cast.size();
		final List<Body> bodies = new ArrayList<>();
		for (int i = 0; i < n; i++) bodies.add(new Body(i + 1, cast.outlines().get(i), surface(cast.traits().get(i), random), depth(i, plot.actions()
			.get(i)), cast.outlines().get(i).area()));
		final Pose[][] poses = new Pose[frames][n];
		final double[][] velocities = new double[frames][2 * n];
		for (int t = 0; t < frames; t++) for (int i = 0; i < n; i++) {
			poses[t][i] = plot.routes().get(i).at(t / (frames - 1.0));
			final Pose next = plot.routes().get(i).at((t + 1) / (frames - 1.0));
			velocities[t][2 * i] = next.x() - poses[t][i].x();
			velocities[t][2 * i + 1] = next.y() - poses[t][i].y();
		}
		return new Paths(bodies, poses, velocities, new double[frames][2], List.of());
	}

	/** What is put on or over something is nearer than anything else. */
	private static double depth(final int i, final Action action) {
		return action instanceof Action.Place || action instanceof Action.Contain ? (i + 1.0) / (CaptionOptions.MOST_OBJECTS + 1) : i + 1;
	}

	private Texture surface(final Traits traits, final SplittableRandom random) {
		final double[] colour = traits.hue().rgb(), faint = new double[colour.length];
		for (int c = 0; c < colour.length; c++) faint[c] = FAINT * colour[c];
		return new Texture(options.surface() == CaptionOptions.Surface.TEXTURED ? Texture.Pattern.WAVES : Texture.Pattern.FLAT, colour, faint,
			STRIPES * options.unit(), random.nextDouble(Math.PI), 0);
	}

	private static Caption caption(final Cast cast, final Plot plot, final SplittableRandom random) {
		final List<Caption.Clause> clauses = new ArrayList<>();
		final List<Integer> standing = new ArrayList<>();
		for (int i = 0; i < cast.size(); i++) {
			if (plot.actions().get(i) instanceof Action.Stay) standing.add(i);
			else clauses.add(new Caption.Clause(reference(i, cast, random), plot.actions().get(i)));
		}
		if (clauses.size() > 1 && random.nextBoolean()) java.util.Collections.reverse(clauses);
		if (!standing.isEmpty() && random.nextDouble() < MENTIONED) clauses.add(new Caption.Clause(reference(standing.get(random.nextInt(standing
			.size())), cast, random), new Action.Stay()));
		return new Caption(clauses);
	}

	/** @return a name that no other object has: all traits, or colour and shape where they are enough */
	private static Reference reference(final int i, final Cast cast, final SplittableRandom random) {
		final Reference full = cast.traits().get(i).reference(), brief = new Reference(null, full.hue(), full.form());
		return random.nextDouble() < SHORT && brief.named(cast.traits()).size() == 1 ? brief : full;
	}
}
