package org.motionlayers.ui.roi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.gui.EllipseRoi;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.motionlayers.segmentation.Fixture;
import org.motionlayers.segmentation.Mutations;

/** Damaged ROI files give labels or one clear line, soon. */
class RoiMutationTest {

	private static Path folder;

	@BeforeContainer
	static void writeFiles() throws IOException {
		folder = Files.createTempDirectory("rois");
		final PolygonRoi spline = new PolygonRoi(new float[] { 5.3f, 20.1f, 28.8f, 9.2f }, new float[] { 4.4f, 3.1f, 20.6f, 22.9f }, Roi.POLYGON);
		spline.fitSpline();
		final Roi ring = new ShapeRoi(new OvalRoi(5, 4, 20, 16)).not(new ShapeRoi(new OvalRoi(9, 8, 8, 7)));
		final Roi[] rois = { spline, ring, new Roi(2.5, 3.25, 7, 8), new EllipseRoi(8, 8, 28, 18, 0.5), new RotatedRectRoi(6, 6, 26, 16, 7),
			new PolygonRoi(new int[] { 3, 20, 25, 8 }, new int[] { 2, 5, 22, 18 }, 4, Roi.POLYGON) };
		for (int i = 0; i < rois.length; i++) {
			rois[i].setName("region " + i);
			rois[i].setPosition(0, 0, 1 + i % 2);
			Files.write(folder.resolve(i + ".roi"), RoiEncoder.saveAsByteArray(rois[i]));
		}
		RoiReaderTest.zip(folder.resolve("all.zip"), rois);
	}

	@AfterContainer
	static void deleteFiles() throws IOException {
		try (var files = Files.list(folder)) {
			files.forEach(file -> {
				try {
					Files.delete(file);
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		}
		Files.delete(folder);
	}

	@Property(tries = 300, shrinking = ShrinkingMode.OFF)
	void singleRegions(@ForAll final long seed) throws IOException {
		Mutations.check(folder.resolve(Math.floorMod(seed, 6) + ".roi"), seed, new RoiReader(), Fixture.target(2));
	}

	@Property(tries = 100, shrinking = ShrinkingMode.OFF)
	void sets(@ForAll final long seed) throws IOException {
		Mutations.check(folder.resolve("all.zip"), seed, new RoiReader(), Fixture.target(2));
	}
}
