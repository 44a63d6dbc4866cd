package org.motionlayers.segmentation.outline;

/** Where a file format has its coordinate 0; everything in this project has it at the centre of the first pixel. */
public enum PixelOrigin {

	/** 0 is the centre of the first pixel: TrackMate, Cellpose outlines, Labkit. */
	CENTRE(0),
	/** 0 is the upper left corner of the first pixel, whose centre is at 0.5: ImageJ, COCO, QuPath. */
	CORNER(0.5);

	private final double firstCentre;

	PixelOrigin(final double firstCentre) {
		this.firstCentre = firstCentre;
	}

	/** @return the format's coordinate, counted from the centre of the first pixel */
	public double toCentre(final double coordinate) {
		return coordinate - firstCentre;
	}
}
