package org.motionlayers.segmentation.coco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.InputException;
import org.motionlayers.segmentation.Target;

/**
 * Which image of a file is which frame: images are put in the order of their file names, or of their ids where there are no names. A file
 * that lists no images has those that its annotations name, or a single one.
 */
final class CocoFrames {

	private final String source;
	private final Map<String, Integer> frames = new HashMap<>();

	/**
	 * @param source the file's name, for messages
	 * @param file images and annotations
	 * @param target the image
	 * @throws InputException where the images are more than the frames, or of another size
	 */
	CocoFrames(final String source, final CocoFile file, final Target target) {
		this.source = source;
		final List<CocoImage> images = new ArrayList<>(file.images());
		if (images.isEmpty()) file.annotations().stream().map(a -> a.image).distinct().forEach(id -> {
			final CocoImage image = new CocoImage();
			image.id = id;
			images.add(image);
		});
		images.sort(CocoImage.IN_TIME);
		if (images.size() > target.frames()) throw new InputException("Labels '" + source + "' describe " + images.size() +
			" images, the image has " + target.frames() + (target.frames() == 1 ? " frame." : " frames."));
		for (final CocoImage image : images) {
			if (image.width > 0 && image.height > 0 && (image.width != target.shape().width() || image.height != target.shape().height()))
				throw new InputException("Labels '" + source + "' describe an image of " + image.width + " x " + image.height + " (" + (image.name
					.isEmpty() ? "id " + image.id : image.name) + "), the image is " + target.shape().space() + ".");
			if (frames.putIfAbsent(image.id, frames.size()) != null) throw new InputException("Labels '" + source + "' list the image id '" +
				image.id + "' twice.");
		}
	}

	/** @return number of images, at least 1 */
	int count() {
		return Math.max(1, frames.size());
	}

	/**
	 * Finds the frame of an annotation. In a file of one image, annotations need not name it.
	 *
	 * @throws InputException where it belongs to an image that the file does not list
	 */
	int frame(final Annotation annotation) {
		if (annotation.image.isEmpty() && frames.size() <= 1) return 0;
		final Integer frame = frames.get(annotation.image);
		if (frame == null) throw new InputException("Labels '" + source + "': annotation " + annotation.id + " belongs to the image id '" +
			annotation.image + "', which the file does not list.");
		return frame;
	}
}
