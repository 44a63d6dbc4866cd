package org.motionlayers.segmentation.trackmate;

import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.document.XmlDocument;
import org.motionlayers.segmentation.document.XmlElement;

/** How large the image was that a TrackMate file was made of: for tracks whose image is not at hand. */
public final class TrackMateExtent {

	private int width;
	private int height;
	private int depth = 1;
	private int frames;

	private TrackMateExtent() {}

	/**
	 * Reads the size of the image.
	 *
	 * @param source a TrackMate XML
	 * @param progress told how many bytes were read
	 * @return an image of that size in which there is nothing; as many frames as have spots, or as the file says where it says so
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it says nothing of its image
	 */
	public static Movie blank(final Path source, final Progress progress) throws IOException {
		final TrackMateExtent extent = new TrackMateExtent();
		XmlDocument.read(source, progress, extent::element);
		if (extent.width < 1 || extent.height < 1 || extent.depth < 1 || extent.frames < 1) throw new InputException("'" + source +
			"' says no size of its image (ImageData with width, height, nslices, nframes), or has no spots.");
		final Shape shape = new Shape(extent.width, extent.height, extent.depth, 1);
		final Frame nothing = new Frame(PixelType.UINT8, shape, new byte[shape.values()]);
		return new Movie(String.valueOf(source.getFileName()), PixelType.UINT8, shape, extent.frames, Calibration.NONE, Display.DEFAULT,
			t -> nothing);
	}

	private void element(final XmlElement element) {
		if (element.name().equals("ImageData")) {
			width = element.has("width") ? element.integer("width") : 0;
			height = element.has("height") ? element.integer("height") : 0;
			depth = element.has("nslices") ? element.integer("nslices") : 1;
			if (element.has("nframes")) frames = Math.max(frames, element.integer("nframes"));
		}
		if (element.name().equals("Spot") && element.has("FRAME")) frames = Math.max(frames, element.integer("FRAME") + 1);
	}
}
