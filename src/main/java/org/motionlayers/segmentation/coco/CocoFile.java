package org.motionlayers.segmentation.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.scene.Progress;
import org.motionlayers.segmentation.document.JsonDocument;
import org.motionlayers.segmentation.document.JsonInput;

/**
 * A COCO or Segment Anything file as it is.
 *
 * @param images in the order of the file; empty where it lists none
 * @param annotations in the order of the file
 * @param categories names of classes by their id
 */
record CocoFile(List<CocoImage> images, List<Annotation> annotations, Map<String, String> categories) {

	/**
	 * Reads a file.
	 *
	 * @param source the file
	 * @param format what it should be, for messages
	 * @param progress told how many bytes were read
	 * @return what it says
	 * @throws IOException where it cannot be read
	 */
	static CocoFile read(final Path source, final String format, final Progress progress) throws IOException {
		final CocoFile file = new CocoFile(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
		JsonDocument.read(source, format, progress, in -> {
			if (in.atArray()) in.array(i -> file.annotations.add(Annotation.read(in)));
			else in.object(name -> file.field(in, name));
		});
		return file;
	}

	private void field(final JsonInput in, final String name) throws IOException {
		switch (name) {
			case "images" -> in.array(i -> images.add(CocoImage.read(in)));
			case "image" -> images.add(CocoImage.read(in));
			case "annotations" -> in.array(i -> annotations.add(Annotation.read(in)));
			case "categories" -> in.array(i -> category(in));
			default -> in.skip();
		}
	}

	private void category(final JsonInput in) throws IOException {
		final String[] entry = { "", "" };
		in.object(name -> {
			switch (name) {
				case "id" -> entry[0] = in.text();
				case "name" -> entry[1] = in.text();
				default -> in.skip();
			}
		});
		categories.put(entry[0], entry[1]);
	}
}
