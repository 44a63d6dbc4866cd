package org.motionlayers.io;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.io.track.TrackTable;
import org.motionlayers.io.track.TrackWriter;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/**
 * Puts a prediction into an output folder: video, labels and flow as stacks, and the tracks in every format asked for. The caller adds what
 * only it can make, such as preview.png, and commits.
 *
 * <pre>
 * try (OutputFolder out = OutputFolder.open(path, overwrite)) {
 * 	PredictionFiles.write(out, video, movie, labels, tracks, PredictionFiles.Options.of(imageFile), PredictionFiles.writers(plugins), progress);
 * 	out.write("preview.png", p -&gt; Filmstrip.write(...));
 * 	out.commit(record);
 * }
 * </pre>
 */
public final class PredictionFiles {

	/**
	 * What to write.
	 *
	 * @param image the file of the observed image, or an empty string where there is none; TrackMate opens it
	 * @param observedInFront whether the stacks begin with the observed frames
	 * @param formats names of track formats beside those that are always written, such as "ctc"
	 * @param depth whether the depth is written
	 * @param stacks how stacks are written
	 */
	public record Options(String image, boolean observedInFront, Set<String> formats, boolean depth, StackWriter stacks) {

		/** Copies the set. */
		public Options {
			formats = Set.copyOf(formats);
		}

		/** @return the defaults: predicted frames alone, no further formats */
		public static Options of(final String image) {
			return new Options(image, false, Set.of(), false, StackFormat.TIF);
		}

		/** @return the same with the observed frames in front */
		public Options withObservedInFront(final boolean front) {
			return new Options(image, front, formats, depth, stacks);
		}

		/** @return the same with these track formats, by the names of TrackWriter plugins */
		public Options withFormats(final Set<String> names) {
			return new Options(image, observedInFront, names, depth, stacks);
		}

		/** @return the same with or without the depth */
		public Options withDepth(final boolean write) {
			return new Options(image, observedInFront, formats, write, stacks);
		}

		/** @return the same with stacks written otherwise */
		public Options withStacks(final StackWriter writer) {
			return new Options(image, observedInFront, formats, depth, writer);
		}
	}

	private PredictionFiles() {}

	/** @return the track formats found, by name */
	public static SortedMap<String, TrackWriter> writers(final PluginService plugins) {
		final SortedMap<String, TrackWriter> writers = new TreeMap<>();
		for (final PluginInfo<TrackWriter> info : plugins.getPluginsOfType(TrackWriter.class)) writers.put(info.getName(), plugins
			.createInstance(info));
		return writers;
	}

	/**
	 * Writes the files.
	 *
	 * @param out where they go
	 * @param video the predicted frames
	 * @param observed the frames that were looked at
	 * @param labels their labels, as many frames
	 * @param tracks where the objects were in them
	 * @param options what to write
	 * @param writers all track formats by name, see {@link #writers}; the default ones and those in the options are used
	 * @param progress is told and asked
	 */
	public static void write(final OutputFolder out, final Video video, final Movie observed, final Segmentation labels, final Tracks tracks,
		final Options options, final SortedMap<String, TrackWriter> writers, final Progress progress)
	{
		stacks(out, video, observed, labels, options, progress);
		final TrackTable table = new TrackTable(video, tracks, labels, options.image(), options.observedInFront(), progress);
		writers.forEach((name, writer) -> {
			if (writer.isDefault() || options.formats().contains(name)) out.write(writer.fileName(), path -> writer.write(path, table, progress));
		});
	}

	/**
	 * Writes the stacks alone.
	 *
	 * @param out where they go
	 * @param video the predicted frames
	 * @param observed the frames that were looked at
	 * @param labels their labels, as many frames
	 * @param options what to write
	 * @param progress is told and asked
	 */
	public static void stacks(final OutputFolder out, final Video video, final Movie observed, final Segmentation labels,
		final Options options, final Progress progress)
	{
		final boolean front = options.observedInFront();
		final StackWriter stacks = options.stacks();
		stacks.write(out, "video", front ? VideoStacks.image(observed, video) : VideoStacks.image(video), progress);
		stacks.writeLabels(out, "video", "labels", front ? VideoStacks.labels(labels, video) : VideoStacks.labels(video), progress);
		stacks.write(out, "flow", VideoStacks.flow(video), progress);
		if (options.depth()) stacks.write(out, "depth", VideoStacks.depth(video), progress);
	}
}
