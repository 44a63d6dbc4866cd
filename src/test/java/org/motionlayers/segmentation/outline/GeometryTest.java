package org.motionlayers.segmentation.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;

import com.google.gson.Gson;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Shape;
import org.motionlayers.segmentation.Fixture;

/** Masks pixel for pixel as scikit-image (polygons, ellipses) and OpenCV (outlines through pixels) make them. */
class GeometryTest {

	private record PolygonCase(double[] ring, int[] counts) {}

	private record EllipseCase(double[] ellipse, int[] counts) {}

	private record Cases(int width, int height, List<PolygonCase> polygons, List<EllipseCase> ellipses, List<PolygonCase> contours) {

		static Cases read() throws IOException {
			try (Reader reader = Files.newBufferedReader(Fixture.file("outline/geometry.json"))) {
				return new Gson().fromJson(reader, Cases.class);
			}
		}

		Shape shape() {
			return Shape.of(width, height);
		}
	}

	@Test
	void polygonsAreThoseOfScikitImage() throws IOException {
		final Cases cases = Cases.read();
		assertTrue(cases.polygons.size() >= 60, "polygons: " + cases.polygons.size());
		for (final PolygonCase c : cases.polygons) assertEquals(Masks.text(c.counts, cases.shape()), Masks.text(PolygonMask.of(c.ring,
			PixelOrigin.CENTRE, 0), cases.shape()));
	}

	@Test
	void ellipsesAreThoseOfScikitImage() throws IOException {
		final Cases cases = Cases.read();
		for (final EllipseCase c : cases.ellipses) assertEquals(Masks.text(c.counts, cases.shape()), Masks.text(EllipseMask.inPlane(c.ellipse[0],
			c.ellipse[1], c.ellipse[2], c.ellipse[3], 0), cases.shape()));
	}

	@Test
	void outlinesThroughPixelsAreFilledAsOpenCvDoes() throws IOException {
		final Cases cases = Cases.read();
		for (final PolygonCase c : cases.contours) assertEquals(Masks.text(c.counts, cases.shape()), Masks.text(new PolygonMask(List.of(List.of(
			c.ring)), PixelOrigin.CENTRE, 0, PolygonMask.Edge.TRACED_PIXELS), cases.shape()));
	}

	@Test
	void runLengthsAreReadDownTheColumns() throws IOException {
		final Cases cases = Cases.read();
		for (final PolygonCase c : cases.polygons) assertEquals(Masks.text(c.counts, cases.shape()), Masks.text(new RunLengthMask(cases.width,
			cases.height, c.counts), cases.shape()));
	}
}
