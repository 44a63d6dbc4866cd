package org.motionlayers.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is fuzzed: every way in for files that may come from strangers. */
enum FuzzTarget {

	/** Label images in TIFF and BigTIFF. */
	TIFF_LABELS(Readers::rasters, corpus -> corpus.file("labels.tif", Corpus.resources("segmentation", 5000, ".tif"))),

	/** ImageJ's regions and sets of them. */
	ROI(Readers::outlines, corpus -> corpus.file("cells.roi", Samples.regions()).file("cells.zip", Samples.regionSet())),

	/** TrackMate's models and exported tracks. */
	TRACKMATE(Readers::outlines, corpus -> corpus.file("model.xml", Corpus.resources("segmentation/trackmate", 5000, ".xml"))),

	/** COCO and Segment Anything: polygons, run lengths, compressed run lengths; a folder of masks with its table. */
	COCO(Readers::outlines, corpus -> corpus.file("coco.json", Corpus.resources("segmentation/coco", 10_000, ".json")).folder("", Corpus.files(
		"segmentation/coco/sam_folder", "metadata.csv", "0.png", "1.png", "2.png"))),

	/** QuPath's GeoJSON, plain and gzipped. */
	GEOJSON(Readers::outlines, corpus -> corpus.file("objects.geojson", Corpus.resources("segmentation/qupath", 5000, "json", ".gz"))),

	/** Labkit's labelings, both forms. */
	LABKIT(Readers::outlines, corpus -> corpus.file("cells.labeling", Corpus.resources("segmentation/labkit", 5000, ".labeling")).folder(
		"cells.tif", Corpus.files("segmentation/labkit", "cells.tif", "cells.tif.labels"))),

	/** Cell Tracking Challenge folders. */
	CTC(Readers::outlines, corpus -> corpus.folder("", Samples.cellTracking("man_track")).folder("", Samples.cellTracking("mask"))),

	/** Weights of models. */
	SAFETENSORS(Readers::safetensors, corpus -> corpus.file("model.safetensors", Corpus.resources("org/motionlayers/network/block", 4000,
		".safetensors")).file("types.safetensors", Corpus.resources("org/motionlayers/network/weights", 4000, ".safetensors"))),

	/** Settings of models. */
	CONFIG(Readers::config, corpus -> corpus.file("config.json", Samples.configurations())),

	/** Records of results. */
	RUN_RECORD(Readers::record, corpus -> corpus.folder("", Samples.results())),

	/** OME-Zarr, versions 0.4 and 0.5, images and labels. */
	OME_ZARR(Readers::zarr, corpus -> {
		for (final String name : new String[] { "big-endian", "blosc-blosclz-1", "blosc-lz4-2", "blosc-snappy-1", "blosc-zlib-0", "blosc-zstd-1",
			"codec-gzip", "codec-lz4", "codec-zlib", "codec-zstd", "dots", "float", "hole-v3", "keys-v2", "sharded", "sharded-start", "signed" })
			corpus.folder("", Corpus.zipped("zarr/fixtures.zip", name + ".zarr"));
	}),

	/** OME-Zarr with labels within, versions 0.4 and 0.5. */
	OME_ZARR_LABELS(Readers::zarr, corpus -> corpus.folder("", Corpus.zipped("zarr/fixtures.zip", "image-v04.zarr")).folder("", Corpus.zipped(
		"zarr/fixtures.zip", "image-v05.zarr"))),

	/** Label images in PNG. */
	PNG_LABELS(Readers::rasters, corpus -> corpus.file("labels.png", Corpus.resources("segmentation", 5000, ".png"))),

	/** Cellpose's outlines. */
	CELLPOSE(Readers::outlines, corpus -> corpus.file("image_cp_outlines.txt", Corpus.resources("segmentation/cellpose", 5000, ".txt"))),

	/** Images, most of them by ImageJ's readers. */
	IMAGE(Readers::images, corpus -> {
		corpus.file("image.tif", Corpus.resources("io/image", 5000, ".tif")).file("image.png", Corpus.resources("io/image", 5000, ".png"));
		Samples.images().forEach(corpus::file);
	}),

	/** Tracks that layers are composited along: tables and TrackMate XML. */
	TRACKS(Readers::tracks, corpus -> corpus.file("tracks.csv", Samples.tables()).file("tracks.xml", Corpus.resources("segmentation/trackmate",
		5000, "model.xml")).file("paths.xml", Samples.paths()));

	/** Fills a corpus. */
	private interface Filler {

		void fill(Corpus corpus) throws IOException;
	}

	private static final Path FOUND = Corpus.resource("fuzz");

	private final Reader reader;
	private final Filler filler;

	FuzzTarget(final Reader reader, final Filler filler) {
		this.reader = reader;
		this.filler = filler;
	}

	/** @return what it is called on the command line, such as "tiff-labels" */
	String title() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** @return the target of a name */
	static FuzzTarget of(final String title) {
		return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	/** @return the way in */
	Reader reader() {
		return reader;
	}

	/** @return places and inputs to begin with, made out of the fixtures of other tests */
	Corpus corpus() {
		try {
			final Corpus corpus = new Corpus();
			filler.fill(corpus);
			return corpus;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return inputs that once found a defect, by their file names */
	Map<String, byte[]> found() throws IOException {
		final Map<String, byte[]> inputs = new TreeMap<>();
		final Path folder = FOUND.resolve(title());
		if (!Files.isDirectory(folder)) return inputs;
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.toList()) inputs.put(file.getFileName().toString(), Files.readAllBytes(file));
		}
		return inputs;
	}

	/** @return the targets that are named, all where none is */
	static List<FuzzTarget> of(final String... titles) {
		return titles.length == 0 ? List.of(values()) : Stream.of(titles).map(FuzzTarget::of).toList();
	}
}
