package org.motionlayers.segmentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.segmentation.automatic.AutomaticSegmentation;
import org.motionlayers.segmentation.raster.MoviePlanes;
import org.scijava.log.LogService;
import org.scijava.plugin.AbstractPTService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;

/** Asks the readers in the order of their priority. */
@Plugin(type = Service.class)
public final class DefaultSegmentationService extends AbstractPTService<SegmentationReader> implements SegmentationService {

	private static final int HEAD = 4096;

	@Parameter
	private LogService log;

	@Override
	public Class<SegmentationReader> getPluginType() {
		return SegmentationReader.class;
	}

	@Override
	public Segmentation read(final Path source, final Movie image, final Progress progress) {
		final byte[] head = head(source);
		final List<SegmentationReader> readers = getPluginService().createInstancesOfType(getPluginType());
		final SegmentationReader reader = readers.stream().filter(r -> r.canRead(source, head)).findFirst().orElseThrow(() -> FileKind
			.refuse(source, head, readers));
		final Target target = Target.of(image);
		final Segmentation found = read(reader, source, target, progress);
		if (!found.shape().sameSpace(target.shape())) throw new InputException("Labels '" + source + "' are " + found.shape().space() +
			", the image is " + target.shape().space() + "; labels need the size of the image.");
		if (found.frames() > target.frames()) throw new InputException("Labels '" + source + "' have " + found.frames() +
			" frames, the image has " + target.frames() + ".");
		return told(Completion.of(found, empty(source.toString(), found), progress));
	}

	@Override
	public Segmentation of(final Movie labels, final Movie image, final Progress progress) {
		final Segmentation found = LabelFiles.fit(labels.title(), labels.title() + ": ", new MoviePlanes(labels), Target.of(image));
		return told(Completion.of(found, empty(labels.title(), found), progress));
	}

	private static String empty(final String name, final Segmentation found) {
		return "Labels '" + name + "' are empty: every pixel is 0 (background) in " + (found.frames() == 1 ? "the one frame." : "all " + found
			.frames() + " frames.");
	}

	private Segmentation told(final Segmentation segmentation) {
		log.info(segmentation.description());
		return segmentation;
	}

	private static Segmentation read(final SegmentationReader reader, final Path source, final Target target, final Progress progress) {
		try {
			return reader.read(source, target, progress);
		}
		catch (final IOException | UncheckedIOException e) {
			throw new InputException("Labels '" + source + "' cannot be read as " + reader.format() + ": " + reason(e) + ".", e);
		}
	}

	private static String reason(final Exception e) {
		final Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
		if (cause instanceof NoSuchFileException) return "it is no longer there";
		return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
	}

	private static byte[] head(final Path source) {
		if (!Files.exists(source)) throw new InputException("Labels '" + source + "': no such file or folder.");
		if (Files.isDirectory(source)) return new byte[0];
		try (InputStream in = Files.newInputStream(source)) {
			return in.readNBytes(HEAD);
		}
		catch (final IOException e) {
			throw new InputException("Labels '" + source + "' cannot be opened: " + reason(e) + ".", e);
		}
	}

	@Override
	public Segmentation automatic(final Movie image, final Progress progress) {
		final Segmentation made = new AutomaticSegmentation(image).segmentation();
		final LabelFrames kept = new LabelFrames(made::labels);
		return told(Completion.of(new Segmentation(made.shape(), made.frames(), kept, made.objects(), false, made.calibration(), made
			.description()), "labels=auto found no bright objects in image '" + image.title() + "'; give a label file.", progress));
	}
}
