package org.motionlayers.io.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class LabelLookTest {

	@ParameterizedTest
	@ValueSource(strings = { "nuclei_hela_h2b", "phase_t98g", "cars_parking_rgb", "droplet_3dt" })
	void tellsRealImagesFromTheirLabels(final String set) {
		final Path folder = Path.of("../shared/data", set);
		Assumptions.assumeTrue(Files.isDirectory(folder), "real data is absent: " + folder);
		assertFalse(LabelLook.isLabels(IJ.openImage(folder.resolve("image.tif").toString())), set + " image");
		assertTrue(LabelLook.isLabels(IJ.openImage(folder.resolve("labels.tif").toString())), set + " labels");
	}

	@Test
	void wholeFloatsAreLabelsAndFractionsAreNot() {
		final FloatProcessor plane = new FloatProcessor(20, 20);
		plane.setf(3, 3, 70000);
		assertTrue(LabelLook.isLabels(new ImagePlus("", plane)));
		plane.setf(3, 3, 0.5f);
		assertFalse(LabelLook.isLabels(new ImagePlus("", plane)));
	}

	@Test
	void anEmptyPlaneAndNoImageAreNot() {
		assertFalse(LabelLook.isLabels(new ImagePlus("", new ByteProcessor(5, 5))));
		assertFalse(LabelLook.isLabels(new ImagePlus()));
		assertEquals(false, LabelLook.isLabels(null));
	}
}
