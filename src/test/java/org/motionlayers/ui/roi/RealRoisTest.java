package org.motionlayers.ui.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.LabelTiffReader;
import org.motionlayers.segmentation.Target;

/** Labels of real sequences, where they lie beside the project, as ROI sets and back. */
class RealRoisTest {

	private static final Path DATA = Path.of("../shared/data");

	@ParameterizedTest
	@CsvSource({ "droplet_3dt,31,30,16,21", "nuclei_hela_h2b,211,190,1,30" })
	void comeBackExactly(final String name, final int width, final int height, final int depth, final int frames, @TempDir final Path folder)
		throws IOException
	{
		final Path file = DATA.resolve(name).resolve("labels.tif");
		assumeTrue(Files.exists(file), () -> file + " is not here");
		final Target target = new Target(new Shape(width, height, depth, 1), frames, Calibration.NONE);
		final Segmentation labels = new LabelTiffReader().read(file, target, Progress.NONE);
		final Path rois = folder.resolve("rois.zip");
		RoiZipWriter.write(rois, labels::labels, frames, target.shape(), Progress.NONE);
		final Segmentation read = new RoiReader().read(rois, target, Progress.NONE);
		assertEquals(frames, read.frames());
		for (int t = 0; t < frames; t++) assertArrayEquals(labels.labels(t), read.labels(t), "frame " + t);
	}
}
