package org.motionlayers.segmentation.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/**
 * Links labels that are numbered afresh in every frame into identities over time: frame by frame by {@link FrameLinker}; what was missed
 * in one frame is found again in the next; what falls in two is a division, whose daughters are new objects with a parent.
 */
public final class IdentityLinker {

	private final Shape shape;
	private final FrameLinker linker;
	private final Divisions divisions;
	private final List<Regions> frames;
	private final IntFunction<int[]> labels;
	private final int[][] tracks;
	private final List<Integer> parents = new ArrayList<>();
	private final BitSet divided = new BitSet();

	/**
	 * @param shape size of the frames
	 * @param frames objects of every frame
	 * @param labels label image of a frame
	 */
	public IdentityLinker(final Shape shape, final List<Regions> frames, final IntFunction<int[]> labels) {
		this.shape = shape;
		this.linker = new FrameLinker(shape);
		this.divisions = new Divisions(linker);
		this.frames = frames;
		this.labels = labels;
		this.tracks = new int[frames.size()][];
	}

	/**
	 * Links all frames.
	 *
	 * @param progress is told and asked
	 * @return the identities
	 */
	public Identities link(final Progress progress) {
		for (int t = 0; t < tracks.length; t++) {
			progress.update(t, tracks.length, "linking labels over time");
			tracks[t] = new int[frames.get(t).count()];
			Arrays.fill(tracks[t], -1);
			if (t > 0) follow(t);
			for (int i = 0; i < tracks[t].length; i++) if (tracks[t][i] < 0) tracks[t][i] = newTrack(-1);
		}
		return Identities.of(frames, tracks, parents);
	}

	private int newTrack(final int parent) {
		if (parent >= 0) divided.set(parent);
		parents.add(parent);
		return parents.size() - 1;
	}

	private void follow(final int t) {
		final Regions before = frames.get(t - 1), now = frames.get(t);
		final Overlaps overlaps = Overlaps.of(labels.apply(t - 1), before, labels.apply(t), now);
		final int[] partner = linker.link(before, now, overlaps, i -> true, j -> true);
		for (int j = 0; j < partner.length; j++) if (partner[j] >= 0) tracks[t][j] = tracks[t - 1][partner[j]];
		if (t > 1) closeGaps(t);
		for (final int[] division : divisions.find(before, now, overlaps, partner, j -> tracks[t][j] < 0)) {
			tracks[t][division[1]] = newTrack(tracks[t - 1][division[0]]);
			tracks[t][division[2]] = newTrack(tracks[t - 1][division[0]]);
		}
	}

	/** Objects of two frames ago that the last frame lacks may be the new ones of this frame. */
	private void closeGaps(final int t) {
		final Regions earlier = frames.get(t - 2), now = frames.get(t);
		final int[] alive = tracks[t - 1].clone();
		Arrays.sort(alive);
		final boolean[] lost = new boolean[earlier.count()];
		boolean any = false;
		for (int i = 0; i < lost.length; i++) any |= lost[i] = Arrays.binarySearch(alive, tracks[t - 2][i]) < 0 && !divided.get(tracks[t - 2][i]);
		if (!any || Arrays.stream(tracks[t]).allMatch(track -> track >= 0)) return;
		final Overlaps overlaps = Overlaps.of(labels.apply(t - 2), earlier, labels.apply(t), now);
		final int[] partner = linker.link(earlier, now, overlaps, i -> lost[i], j -> tracks[t][j] < 0);
		for (int j = 0; j < partner.length; j++) if (partner[j] >= 0) tracks[t][j] = tracks[t - 2][partner[j]];
	}
}
