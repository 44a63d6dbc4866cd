package org.motionlayers.segmentation;

import java.nio.file.Path;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.scijava.plugin.PTService;
import org.scijava.service.SciJavaService;

/**
 * The one way in for segmentations: finds the {@link SegmentationReader} for a file or folder, checks the labels against the image,
 * and links labels that are numbered afresh in every frame. What was found is {@link Segmentation#description()}, which is logged too.
 *
 * <pre>
 * Segmentation labels = context.service(SegmentationService.class).read(Path.of("labels.tif"), movie, Progress.NONE);
 * </pre>
 */
public interface SegmentationService extends PTService<SegmentationReader>, SciJavaService {

	/**
	 * Reads a segmentation.
	 *
	 * @param source file or folder in any format that a reader knows
	 * @param image the image that the labels belong to
	 * @param progress is told and asked
	 * @return labels of the image's size; a label names the same object in every frame. It may have fewer frames than the image: the
	 *         first ones, or a single one that is the reference frame's
	 * @throws InputException where the file is missing, unknown, damaged, or does not fit the image
	 */
	Segmentation read(Path source, Movie image, Progress progress);

	/**
	 * Takes an open label image for a segmentation.
	 *
	 * @param labels the label image, whole numbers of any type
	 * @param image the image that the labels belong to
	 * @param progress is told and asked
	 * @return as from {@link #read}
	 * @throws InputException where it holds no labels or does not fit the image
	 */
	Segmentation of(Movie labels, Movie image, Progress progress);

	/**
	 * Makes a segmentation where there is none: bright objects on a dark background, linked over time. Good enough to start with.
	 *
	 * @param image the image
	 * @param progress is told and asked
	 * @return labels for every frame
	 * @throws InputException where nothing stands out
	 */
	Segmentation automatic(Movie image, Progress progress);
}
