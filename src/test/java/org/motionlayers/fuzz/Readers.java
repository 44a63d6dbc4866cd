package org.motionlayers.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.motionlayers.dreamer.decoder.DecoderOptions;
import org.motionlayers.dreamer.grid.GridOptions;
import org.motionlayers.dreamer.objects.ObjectNetwork;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.PredictionRecord;
import org.motionlayers.io.RunRecord;
import org.motionlayers.io.image.Images;
import org.motionlayers.io.track.MotionCells;
import org.motionlayers.io.track.MotionTable;
import org.motionlayers.lamd.autoencoder.AutoencoderOptions;
import org.motionlayers.lamd.generator.GeneratorOptions;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixture;
import org.motionlayers.segmentation.SegmentationService;
import org.motionlayers.segmentation.raster.LabelPlanes;
import org.motionlayers.segmentation.raster.PngFile;
import org.motionlayers.segmentation.raster.TiffFile;
import org.motionlayers.segmentation.trackmate.TrackMatePaths;
import org.scijava.Context;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** The ways in for users' files, as the commands go them. */
final class Readers {

	/** Frames that are looked at. */
	private static final int FRAMES = 8;
	/** Planes that an image is made for, so that labels of any small size are read and not refused for their size. */
	private static final int MOST_PLANES = 64, MOST_PIXELS = 1 << 20;

	private static final Scene SCENE = BoxWorld.flat().scene();

	private static final SegmentationService SERVICE = start();

	private Readers() {}

	private static SegmentationService start() {
		final Context context = new Context(SegmentationService.class, LogService.class);
		context.service(LogService.class).setLevel(LogLevel.NONE);
		return context.service(SegmentationService.class);
	}

	private static Movie movie(final Shape shape, final int frames) {
		return new Movie("image", PixelType.UINT8, shape, frames, Calibration.NONE, Display.DEFAULT, t -> {
			throw new AssertionError("Nobody needs the pixels of the image to read labels.");
		});
	}

	/** Labels that lie on an image of 32 x 24 pixels and four frames. */
	static void outlines(final Path path) {
		labels(path, movie(Fixture.SHAPE, 4));
	}

	/** Labels of pixels, for an image of their size. */
	static void rasters(final Path path) throws IOException {
		labels(path, movie(path));
	}

	private static Movie movie(final Path path) throws IOException {
		try {
			final LabelPlanes planes = Fixture.head(path)[0] == 'I' || Fixture.head(path)[0] == 'M' ? TiffFile.open(path) : PngFile.open(path);
			if (planes.planes() <= MOST_PLANES && (long) planes.width() * planes.height() <= MOST_PIXELS) return movie(Shape.of(planes.width(),
				planes.height()), planes.planes());
		}
		catch (final InputException | IndexOutOfBoundsException e) {
			// nobody's size: the reader is to say what is wrong with it
		}
		return movie(Fixture.SHAPE, 4);
	}

	private static void labels(final Path path, final Movie movie) {
		final Segmentation labels = SERVICE.read(path, movie, Progress.NONE);
		if (!labels.shape().sameSpace(movie.shape())) throw new AssertionError("labels of " + labels.shape().space() + " on an image of " + movie
			.shape().space());
		for (int t = 0; t < Math.min(labels.frames(), FRAMES); t++) if (labels.labels(t).length != movie.shape().pixels())
			throw new AssertionError(labels.labels(t).length + " labels in a frame of " + movie.shape().pixels());
	}

	/** An image, its first frames. */
	static void images(final Path path) throws IOException {
		final Movie movie = Images.open(path);
		for (int t = 0; t < Math.min(movie.frames(), FRAMES); t++) movie.frame(t);
	}

	/** The same as an image and as labels on an image of its size. */
	static void zarr(final Path path) throws IOException {
		Movie image = movie(Fixture.SHAPE, 4);
		InputException refused = null;
		try {
			images(path);
			final Movie found = Images.open(path);
			if (found.shape().pixels() <= MOST_PIXELS) image = movie(found.shape().withChannels(1), Math.min(found.frames(), MOST_PLANES));
		}
		catch (final InputException e) {
			refused = e;
		}
		labels(path, image);
		if (refused != null) throw refused;
	}

	/** Weights. */
	static void safetensors(final Path path) throws IOException {
		Safetensors.read(path);
	}

	/** Settings of a model, up to the point where a network is built of them. */
	static void config(final Path path) throws IOException {
		final ModelConfig config = ModelConfig.read(path);
		switch (config.architecture()) {
			case GeneratorOptions.ARCHITECTURE -> GeneratorOptions.of(config);
			case AutoencoderOptions.ARCHITECTURE -> AutoencoderOptions.of(config);
			case GridOptions.ARCHITECTURE -> GridOptions.of(config);
			case DecoderOptions.ARCHITECTURE -> DecoderOptions.of(config);
			default -> new ObjectNetwork(config);
		}
	}

	/** The record of earlier results, whose folder is then overwritten. */
	static void record(final Path folder) {
		final boolean ours = PredictionRecord.beside(folder.resolve("video.tif")).map(PredictionRecord::labelFile).isPresent();
		try (OutputFolder out = OutputFolder.open(folder, true)) {
			out.write("video.tif", path -> Files.writeString(path, "new"));
			out.commit(new RunRecord("fuzz").parameter("ours", ours));
		}
	}

	/** Tracks that layers are composited along. */
	static void tracks(final Path path) throws IOException {
		final boolean xml = path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml");
		MotionTable.read(xml ? MotionCells.of(path.toString(), TrackMatePaths.COLUMNS, TrackMatePaths.read(path, SCENE, 0, Progress.NONE))
			: MotionCells.of(path), SCENE, 2);
	}
}
