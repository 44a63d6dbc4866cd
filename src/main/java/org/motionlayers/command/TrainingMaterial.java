package org.motionlayers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.motionlayers.MotionLayersService;
import org.motionlayers.io.image.Images;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.segmentation.trackmate.TrackMateExtent;

/**
 * What a model is trained on: simulated scenes by their name, or movies of the user's own.
 *
 * @param simulated name of the scenes; empty where there are examples
 * @param count number of simulated scenes; 0 for others at every step
 * @param examples the user's own; empty where scenes are simulated
 * @param latent what is chosen for latent motion diffusion alone
 */
record TrainingMaterial(String simulated, int count, List<Example> examples, LatentChoices latent) {

	/** The most simulated scenes. */
	static final int MOST_SCENES = 1_000_000;

	/**
	 * A movie of the user's own.
	 *
	 * @param name what to call it
	 * @param movie its frames; none where tracks are all that is known
	 * @param labels the same label being the same object in every frame; none where the model needs none
	 */
	record Example(String name, Optional<Movie> movie, Optional<Segmentation> labels) {

		/** @return number of frames */
		int frames() {
			return labels.map(Segmentation::frames).orElseGet(() -> movie.map(Movie::frames).orElse(0));
		}
	}

	/** Material of which nothing is chosen for latent motion diffusion. */
	TrainingMaterial(final String simulated, final int count, final List<Example> examples) {
		this(simulated, count, examples, new LatentChoices("", true));
	}

	/** @return the same with other choices for latent motion diffusion */
	TrainingMaterial with(final LatentChoices choices) {
		return new TrainingMaterial(simulated, count, examples, choices);
	}

	/**
	 * Finds what a user named.
	 *
	 * @param scenes name of simulated scenes; a folder with image and labels, or of such folders; or tracks alone: a TrackMate XML, a Cell
	 *          Tracking Challenge folder, a label stack
	 * @param count number of simulated scenes, 0 for the usual number
	 * @param course that is taught
	 * @param layers reads labels
	 * @param progress is told and asked
	 * @return the material
	 * @throws InputException where it is nothing to learn from
	 */
	static TrainingMaterial of(final String scenes, final int count, final TrainingCourse course, final MotionLayersService layers,
		final Progress progress) throws IOException
	{
		if (count < 0 || count > MOST_SCENES) throw new InputException("count=" + count + ": the number of simulated scenes is needed, 1 to " +
			MOST_SCENES + ", or 0 for the usual number.");
		final String name = scenes.strip().toLowerCase(Locale.ROOT);
		if (course.summary().scenes().contains(name)) return new TrainingMaterial(name, count == 0 ? course.summary().usualScenes() : count, List.of());
		if (!PathToImage.isFile(scenes)) throw new InputException("scenes=" + scenes + ": neither simulated scenes (" + String.join(", ", course.summary()
			.scenes()) + ") nor a file or folder.");
		if (count != 0) throw new InputException("count=" + count + ": own movies are all learned from; leave count=0.");
		return new TrainingMaterial("", 0, course.needsLabels() ? examples(Path.of(scenes), layers, progress) : UnlabelledMovies.of(Path.of(scenes)));
	}

	private static List<Example> examples(final Path source, final MotionLayersService layers, final Progress progress) throws IOException {
		final List<Example> examples = new ArrayList<>();
		final Optional<Example> one = example(source, layers, progress);
		if (one.isPresent()) return List.of(one.get());
		if (Files.isDirectory(source)) for (final Path folder : inside(source)) if (Files.isDirectory(folder)) example(folder, layers, progress)
			.ifPresent(examples::add);
		if (examples.isEmpty()) throw new InputException("scenes=" + source + ": nothing to learn from; a folder with image.tif and labels.tif, a folder" +
			" of such folders, a TrackMate XML, a Cell Tracking Challenge folder or a label stack is accepted.");
		return examples;
	}

	/** @return one movie, where the file or folder is one */
	private static Optional<Example> example(final Path source, final MotionLayersService layers, final Progress progress) throws IOException {
		final String name = String.valueOf(source.getFileName());
		if (!Files.isDirectory(source)) {
			final Movie extent = name.toLowerCase(Locale.ROOT).endsWith(".xml") ? TrackMateExtent.blank(source, progress) : Images.open(source);
			return Optional.of(new Example(name, Optional.empty(), Optional.of(identified(source, layers.segmentation(extent, source.toString(), progress)))));
		}
		final Optional<Path> image = named(source, "image"), labels = named(source, "labels");
		if (image.isPresent() && labels.isPresent()) {
			final Movie movie = SliceAxis.AUTO.arrange(Images.read(image.get())).movie();
			return Optional.of(new Example(name, Optional.of(movie), Optional.of(identified(labels.get(), layers.segmentation(movie, labels.get().toString(),
				progress)))));
		}
		final Path masks = Files.isDirectory(source.resolve("TRA")) ? source.resolve("TRA") : source;
		if (Stream.of("man_track.txt", "res_track.txt").noneMatch(table -> Files.exists(masks.resolve(table)))) return Optional.empty();
		return Optional.of(new Example(name, Optional.empty(), Optional.of(identified(source, layers.segmentation(Images.open(masks), masks.toString(),
			progress)))));
	}

	private static Segmentation identified(final Path source, final Segmentation labels) {
		requireMotion(source, labels.frames());
		return labels;
	}

	/** Refuses what has a single frame. */
	static void requireMotion(final Path source, final int frames) {
		if (frames < 2) throw new InputException("scenes=" + source + ": one frame shows no motion; at least two are needed.");
	}

	private static Optional<Path> named(final Path folder, final String name) throws IOException {
		return inside(folder).stream().filter(path -> path.getFileName().toString().matches(name + "(\\.\\w+)?")).findFirst();
	}

	/** @return what a folder holds, by name */
	static List<Path> inside(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/** @return one line that says what is learned from */
	String description() {
		return examples.isEmpty() ? (count == 0 ? "" : count + " ") + "simulated scenes: " + simulated + (count == 0
			? ", others at every step" : "") : examples.stream().map(example -> example.name() + " (" + example
			.frames() + " frames" + (example.movie().isPresent() ? "" : ", tracks alone") + ")").collect(Collectors.joining(", "));
	}
}
