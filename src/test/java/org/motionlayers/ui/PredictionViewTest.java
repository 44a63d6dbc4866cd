package org.motionlayers.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.Roi;

import org.junit.jupiter.api.Test;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.io.stack.VideoStacks;
import org.motionlayers.scene.Progress;

/** Overlays and plots of boxes whose motion is known. */
class PredictionViewTest {

	private static ImagePlus drawn(final BoxWorld world, final boolean front) {
		final ImagePlus stack = front ? VideoStacks.image(world.movie(), world).image() : VideoStacks.image(world).image();
		assertTrue(new PredictionView(world.segmentation(), world.tracks(), world).draw(stack, front, Progress.NONE).isEmpty());
		return stack;
	}

	private static List<Roi> named(final ImagePlus stack, final String name) {
		return Arrays.stream(stack.getOverlay().toArray()).filter(roi -> name.equals(roi.getName())).toList();
	}

	@Test
	void outlinesOfAFlatStackAreBoundToItsFrames() {
		final List<Roi> rois = named(drawn(BoxWorld.flat(), false), "3");
		assertArrayEquals(new int[] { 1, 2, 3, 4 }, rois.stream().mapToInt(Roi::getPosition).toArray());
		// 6, 4, 4 x 3 in the reference frame, 2 to the right every frame
		assertArrayEquals(new int[] { 8, 10, 12, 14 }, rois.stream().mapToInt(roi -> roi.getBounds().x).toArray());
	}

	@Test
	void outlinesOfAHyperstackAreBoundToSliceAndFrameInAllChannels() {
		final List<Roi> rois = named(drawn(BoxWorld.solid(), true), "7");
		assertEquals(5 * 2, rois.size(), "two planes in five frames");
		final Roi last = rois.get(rois.size() - 1);
		assertArrayEquals(new int[] { 0, 6, 5 }, new int[] { last.getCPosition(), last.getZPosition(), last.getTPosition() });
	}

	@Test
	void outlinesOfALargeStackFollowTheSlider() throws InterruptedException {
		final BoxWorld world = BoxWorld.solid();
		final ImagePlus stack = VideoStacks.image(world.movie(), world).image(0);
		new PredictionView(world.segmentation(), world.tracks(), world).draw(stack, true, Progress.NONE);
		final Roi mine = new Roi(1, 1, 2, 2);
		stack.getOverlay().add(mine);
		assertArrayEquals(new int[] { 1, 1 }, named(stack, "7").stream().mapToInt(Roi::getTPosition).toArray());
		stack.setPositionWithoutUpdate(1, 1, 4);
		FollowingOutlines.of(stack).update();
		for (int i = 0; i < 6000 && named(stack, "7").stream().noneMatch(roi -> roi.getTPosition() == 4); i++) Thread.sleep(10);
		final int[] bounds = named(drawn(world, true), "7").stream().filter(roi -> roi.getTPosition() == 4).mapToInt(roi -> roi.getBounds().x)
			.toArray();
		assertArrayEquals(bounds, named(stack, "7").stream().mapToInt(roi -> roi.getBounds().x).toArray(), "those of frame 4 alone");
		assertTrue(Arrays.asList(stack.getOverlay().toArray()).contains(mine), "what the user added stays");
		assertEquals(1, named(stack, "path 7").size());
	}

	@Test
	void plotsAreInTheUnitsOfTheImage() {
		final BoxWorld world = BoxWorld.flat();
		final TrackPlots plots = new TrackPlots(new Paths(world.tracks(), world), world.calibration());
		final Plot speed = plots.speed("boxes"), displacement = plots.displacement("boxes");
		// six frames that have one before them, 20 s apart, the reference frame at 0
		assertArrayEquals(new float[] { -20, 0, 20, 40, 60, 80 }, speed.getDataObjectArrays(0)[0]);
		final float[] first = speed.getDataObjectArrays(0)[1], mean = speed.getDataObjectArrays(2)[1];
		for (int i = 0; i < 6; i++) {
			assertEquals(0.05, first[i], 1e-7, "2 pixels of 0.5 um in 20 s");
			assertEquals((0.05 + 0.0125) / 2, mean[i], 1e-7, "the other: 1 pixel of 0.25 um in 20 s");
		}
		assertArrayEquals(new float[] { 2, 1, 0, 1, 2, 3, 4 }, displacement.getDataObjectArrays(0)[1]);
		assertTrue(speed.getTitle().contains("boxes"));
	}

	@Test
	void previewComesAndGoes() {
		final BoxWorld world = BoxWorld.solid();
		final ImagePlus image = VideoStacks.image(world.movie(), world).image();
		final PathPreview preview = new PathPreview(image);
		preview.draw(world.tracks(), world);
		assertEquals(1, named(image, "path 7").size());
		assertArrayEquals(new int[] { 2, 3 }, named(image, "7").stream().mapToInt(Roi::getZPosition).toArray());
		preview.remove();
		assertNull(image.getOverlay());
	}
}
