package org.motionlayers.segmentation;

import java.nio.file.Path;
import java.util.List;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.segmentation.raster.LabelPlanes;
import org.motionlayers.segmentation.raster.Layout;

/** The planes of several label files of one size as if they were one file: file after file, plane after plane. */
final class LabelStack implements LabelPlanes {

	private final List<? extends LabelPlanes> files;
	private final int perFile;

	/**
	 * @param names of the files, for messages
	 * @param files at least one, as many names
	 */
	LabelStack(final List<Path> names, final List<? extends LabelPlanes> files) {
		this.files = List.copyOf(files);
		final LabelPlanes first = files.get(0);
		this.perFile = first.planes();
		for (int i = 1; i < files.size(); i++) {
			final LabelPlanes file = files.get(i);
			if (file.width() != first.width() || file.height() != first.height() || file.planes() != perFile) throw new InputException("Labels '" +
				names.get(i) + "' are " + size(file) + ", '" + names.get(0).getFileName() + "' beside them " + size(first) + ".");
		}
	}

	private static String size(final LabelPlanes file) {
		return file.width() + " x " + file.height() + (file.planes() > 1 ? " x " + file.planes() : "");
	}

	@Override
	public String title() {
		return files.get(0).title();
	}

	@Override
	public int width() {
		return files.get(0).width();
	}

	@Override
	public int height() {
		return files.get(0).height();
	}

	@Override
	public int planes() {
		return Math.multiplyExact(files.size(), perFile);
	}

	/** @return one time point a file; of a single file what it says itself */
	@Override
	public Layout layout() {
		return files.size() == 1 ? files.get(0).layout() : new Layout(1, perFile, files.size(), false, true);
	}

	@Override
	public Calibration calibration() {
		return files.get(0).calibration();
	}

	@Override
	public int[] read(final int plane) {
		return files.get(plane / perFile).read(plane % perFile);
	}
}
