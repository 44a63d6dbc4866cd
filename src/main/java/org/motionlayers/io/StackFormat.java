package org.motionlayers.io;

import org.motionlayers.io.stack.FrameSeries;
import org.motionlayers.scene.Progress;
import org.motionlayers.zarr.OmeWriter;

/** How the stacks of a prediction are written: all as a stream, one frame in memory at a time. */
public enum StackFormat implements StackWriter {

	/** ImageJ hyperstacks with colours, ranges and names of planes; beyond 4 GB as ImageJ writes them, which few others read. */
	TIF,

	/** TIFF with 64-bit offsets, without names of planes and colours; for programs other than ImageJ beyond 4 GB. */
	BIGTIFF,

	/** OME-Zarr 0.4 in several resolutions; the labels lie in the folder of the image. */
	ZARR;

	@Override
	public void write(final OutputFolder out, final String name, final FrameSeries series, final Progress progress) {
		switch (this) {
			case TIF -> out.write(name + ".tif", path -> series.write(path, progress));
			case BIGTIFF -> out.write(name + ".tif", path -> series.writeBig(path, progress));
			case ZARR -> out.write(name + ".zarr", path -> OmeWriter.image(path, series.movie(), progress));
		}
	}

	@Override
	public void writeLabels(final OutputFolder out, final String image, final String name, final FrameSeries series, final Progress progress) {
		if (this == ZARR) out.write(image + ".zarr", path -> OmeWriter.labels(path, name, series.movie(), progress));
		else write(out, name, series, progress);
	}
}
