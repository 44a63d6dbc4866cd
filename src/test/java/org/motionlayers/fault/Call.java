package org.motionlayers.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command that writes a folder.
 *
 * @param name what to call it
 * @param arguments of the command line, without the output
 * @param earlier arguments of a call whose results it replaces; empty for none
 * @param training whether it writes a training, which is resumed
 * @param varying files that tell of the clock, in which nothing is compared
 */
record Call(String name, List<String> arguments, List<String> earlier, boolean training, Set<String> varying) {

	private static final Path SQUARES = Path.of("test-data/squares").toAbsolutePath();

	@Override
	public String toString() {
		return name;
	}

	private static Call of(final String name, final String line) {
		return new Call(name, List.of(line.split(" ")), List.of(), false, Set.of());
	}

	private static Call training(final String name, final String line) {
		return new Call(name, List.of(line.split(" ")), List.of(), true, Set.of());
	}

	private Call replacing(final String line) {
		final List<String> overwriting = new ArrayList<>(arguments);
		overwriting.add("overwrite=true");
		return new Call(name, overwriting, List.of(line.split(" ")), training, varying);
	}

	private Call withVarying(final String... files) {
		return new Call(name, arguments, earlier, training, Set.of(files));
	}

	/** @return the arguments with an output and further ones */
	List<String> to(final Path output, final String... more) {
		final List<String> all = new ArrayList<>(arguments);
		all.add("output=" + output);
		all.addAll(List.of(more));
		return all;
	}

	/** Copies what calls read. */
	static void copyInputs(final Path inputs) throws IOException {
		for (final String name : new String[] { "image.tif", "labels.tif" }) Files.copy(SQUARES.resolve(name), inputs.resolve(name));
	}

	/** @return a prediction of six frames from a copied movie */
	static Call predict(final Path inputs) {
		return of("predict", "predict image=" + inputs.resolve("image.tif") + " labels=" + inputs.resolve("labels.tif") + " observed=4 frames=6");
	}

	/** @return a generated clip that begins with a copied frame */
	static Call generate(final Path inputs) {
		return of("generate", "generate image=" + inputs.resolve("image.tif") + " steps=3 seed=5");
	}

	/** @return a prediction by the shipped diffusion model */
	static Call dreamer(final Path inputs) {
		return of("predict predictor=dreamer", "predict image=" + inputs.resolve("image.tif") + " labels=" + inputs.resolve("labels.tif") +
			" observed=1 frames=4 predictor=dreamer arrows=1:2,0 steps=5");
	}

	/** @return quick ones of different kinds: a folder that is made, one that is replaced, a training */
	static List<Call> few(final Path inputs) {
		return List.of(predict(inputs), of("predict over earlier results", String.join(" ", predict(inputs).arguments)).replacing(
			"sample frames=4 size=48"), training("train", "train space=objects count=4 frames=2 steps=130 batch=2"));
	}

	/** @return one of every command that writes; a decomposition and a prediction must be in the folder of inputs, as its first two write them */
	static List<Call> all(final Path inputs) {
		final String movie = " image=" + inputs.resolve("image.tif"), labelled = movie + " labels=" + inputs.resolve("labels.tif");
		final List<Call> calls = new ArrayList<>(few(inputs));
		calls.addAll(List.of(of("predict with all files", "predict" + labelled + " observed=4 frames=6 futures=50 ctc=true rois=true"), of(
			"predict as Zarr", "predict" + labelled + " observed=4 frames=6 stacks=zarr"), of("arrows", "arrows" + labelled + " arrows=1:2,0 frames=4"), of(
				"dream", "dream" + labelled + " observed=1 frames=3 arrows=1:2,0 steps=3 futures=2"), of("sample", "sample frames=8 size=64"), of("simulate",
					"simulate count=3 frames=6 size=64 objects=4"), of("import", "import" + labelled), of("export", "export image=" + inputs.resolve(
						"labels.tif") + " ctc=true rois=true"), of("decompose", "decompose" + labelled + " observed=4"), of("composite", "composite image=" +
							inputs.resolve("decompose/layers.tif") + " tracks=" + inputs.resolve("predict")), of("evaluate", "evaluate image=" + inputs.resolve(
								"predict/video.tif")), of("scorecard", "scorecard image=" + inputs.resolve("sample/image.tif") + " labels=" + inputs.resolve(
									"sample/labels.tif")), generate(inputs), of("transfer", "transfer" + movie + " observed=4"), of("encode", "encode" + movie)));
		calls.add(training("train model=lamd", "train model=lamd stage=autoencoder scenes=captions frames=2 batch=1 steps=130"));
		calls.add(of("reproduce", "reproduce paper=melomotion quick=true").withVarying("report.json", "report.md"));
		return calls;
	}

	/** @return what must be made before all can be called, by the folder in the inputs */
	static List<Call> before(final Path inputs) {
		return List.of(of("decompose", "decompose image=" + inputs.resolve("image.tif") + " labels=" + inputs.resolve("labels.tif") + " observed=4"),
			predict(inputs), of("sample", "sample frames=6 size=64"));
	}
}
