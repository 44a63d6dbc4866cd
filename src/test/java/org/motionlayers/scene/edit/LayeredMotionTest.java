package org.motionlayers.scene.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.motionlayers.composite.Compositor;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Motion;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.Video;

/** Edited boxes, composited, are the boxes of a world in which they were so from the start. */
class LayeredMotionTest {

	private static final Shape SHAPE = new Shape(30, 20, 1, 1);

	private static BoxWorld world() {
		return new BoxWorld(SHAPE, PixelType.UINT16, Calibration.NONE, Display.DEFAULT, 1, 3);
	}

	private static BoxWorld two() {
		return world().with(3, new Box(6, 4, 0, 4, 3, 1), 2, 0, 0).with(8, new Box(14, 8, 0, 3, 5, 1), 0, -1, 0);
	}

	private static LayeredMotion of(final BoxWorld world) {
		return new LayeredMotion(world.scene(), world.motion());
	}

	private static LayeredMotion edited(final String edits) {
		return of(two()).edited(EditParser.parse(edits));
	}

	private static void same(final BoxWorld expected, final String edits) {
		final LayeredMotion after = edited(edits);
		final Video video = Compositor.composite(after.scene(), after.motion());
		for (int t = 0; t <= 3; t++) assertArrayEquals(expected.labels(t), video.labels(t), edits + ": labels at " + t);
		for (int t = 1; t <= 3; t++) assertArrayEquals(expected.flow(t), video.flow(t), edits + ": flow at " + t);
		assertArrayEquals(expected.labels(0), after.scene().labelImage(), edits + ": label image");
	}

	@Test
	void aMovedObjectTakesItsPathWithIt() {
		same(world().with(3, new Box(11, 1, 0, 4, 3, 1), 2, 0, 0).with(8, new Box(14, 8, 0, 3, 5, 1), 0, -1, 0), "move 3 by 5,-3");
	}

	@Test
	void anObjectMovedPartlyOutComesBackWhole() {
		same(world().with(3, new Box(-3, 4, 0, 4, 3, 1), 2, 0, 0).with(8, new Box(14, 18, 0, 3, 5, 1), 0, -1, 0),
			"move 3 by -9,0; move 8 by 0,10");
	}

	@Test
	void anObjectMovedOutIsNotSeen() {
		same(world().with(8, new Box(14, 8, 0, 3, 5, 1), 0, -1, 0), "move 3 by -500,0");
	}

	@Test
	void aFrozenObjectStays() {
		same(world().with(3, new Box(6, 4, 0, 4, 3, 1), 0, 0, 0).with(8, new Box(14, 8, 0, 3, 5, 1), 0, -1, 0), "freeze 3");
	}

	@Test
	void aDeletedObjectIsGone() {
		same(world().with(8, new Box(14, 8, 0, 3, 5, 1), 0, -1, 0), "delete 3");
		assertEquals(0, edited("delete 3; delete 8").scene().objects());
	}

	@Test
	void aFollowerTakesTheOthersPath() {
		same(world().with(3, new Box(6, 4, 0, 4, 3, 1), 0, -1, 0).with(8, new Box(14, 8, 0, 3, 5, 1), 0, -1, 0), "move 3 like 8");
	}

	@Test
	void aCloneMovesAsItsOriginalAndTakesTheNextLabel() {
		same(two().with(9, new Box(16, 14, 0, 4, 3, 1), 2, 0, 0), "clone 3 by 10,10");
		assertArrayEquals(new int[] { 3, 5, 8 }, edited("clone 8 by -10,0 as 5").scene().labels());
		same(two().with(9, new Box(16, 14, 0, 4, 3, 1), 0, 0, 0), "clone 3 by 10,10; freeze 9");
	}

	@Test
	void editsAreMadeInTheirOrder() {
		assertArrayEquals(new int[] { 8, 9 }, edited("clone 3 by 1,1; delete 3; move 9 by 1,0").scene().labels());
		assertThrows(InputException.class, () -> edited("delete 3; clone 3 by 1,1"));
	}

	@Test
	void frontAndBackDecideWhoIsSeen() {
		// label 3 lies in front of label 8 in the world of boxes
		final int meeting = SHAPE.index(14, 8, 0);
		assertEquals(3, edited("move 3 by 8,4").scene().labelImage()[meeting]);
		for (final String edit : new String[] { "front 8", "back 3", "depth 8 to -2.5" }) {
			final LayeredMotion after = edited("move 3 by 8,4; " + edit);
			assertEquals(8, after.scene().labelImage()[meeting], edit);
			assertEquals(8, Compositor.composite(after.scene(), after.motion()).labels(0)[meeting], edit);
		}
	}

	@Test
	void editsLeaveWhatWasAsItWas() {
		final LayeredMotion before = of(two());
		before.edited(EditParser.parse("move 3 by 5,-3; delete 8"));
		assertArrayEquals(two().scene().labelImage(), before.scene().labelImage());
		assertSame(before, before.edited(EditParser.parse("")));
	}

	@Test
	void whatWasEditedIsTold() {
		final LayeredMotion twice = edited("move 3 by 5,-3").edited(EditParser.parse("delete 8"));
		assertEquals("move 3 by 5,-3; delete 8", twice.motion().provenance().parameters().get("edits"));
		assertEquals("boxes", twice.motion().provenance().predictor());
	}

	@Test
	void unknownLabelsAreToldWithTheNearest() {
		assertEquals("edits: 'delete 99': no object has label 99; there are 3, 8.", assertThrows(InputException.class, () -> edited(
			"delete 99")).getMessage());
		final BoxWorld many = world();
		for (int label = 1; label <= 20; label++) many.with(label, new Box(label, 1, 0, 1, 1, 1), 0, 0, 0);
		assertEquals("edits: 'move 2 like 99': no object has label 99; the nearest of the 20 there are 13, 14, 15, 16, 17, 18, 19, 20.",
			assertThrows(InputException.class, () -> of(many).edited(EditParser.parse("move 2 like 99"))).getMessage());
	}

	@Test
	void takenLabelsAndPlanesThatAreNotThereAreTold() {
		assertEquals("edits: 'clone 3 by 1,1 as 8': label 8 is taken; the largest is 8.", assertThrows(InputException.class, () -> edited(
			"clone 3 by 1,1 as 8")).getMessage());
		assertEquals("edits: 'move 3 by 1,1,2': the image has one plane; an offset of dx,dy is needed.", assertThrows(InputException.class,
			() -> edited("move 3 by 1,1,2")).getMessage());
	}

	@Test
	void inThreeDimensionsPlanesAreOffsetsToo() {
		final BoxWorld solid = BoxWorld.solid();
		final LayeredMotion after = of(solid).edited(EditParser.parse("move 7 by 1,-1,2"));
		final Video video = Compositor.composite(after.scene(), after.motion());
		final Shape shape = solid.scene().shape();
		assertEquals(7, video.labels(0)[shape.index(3, 2, 3)]);
		assertEquals(0, video.labels(0)[shape.index(2, 3, 1)]);
		// one plane and one pixel a frame, as before
		assertEquals(7, video.labels(1)[shape.index(4, 2, 4)]);
	}

	@Test
	void whatStandsStillMovesWithTheCamera() {
		final Scene scene = two().scene();
		final Motion motion = Motion.constant(scene.labels(), 2, 2, new double[] { 2, 0, 0, -1 }, new double[] { 1, 0.5 },
			new Motion.Provenance("test", 0, Map.of()));
		final Motion after = new LayeredMotion(scene, motion).edited(EditParser.parse("freeze 3")).motion();
		assertEquals(2, after.layerDisplacement(2, 0, 0));
		assertEquals(1, after.layerDisplacement(2, 0, 1));
		assertEquals(-2, after.layerDisplacement(2, 1, 1));
		assertEquals(1, after.camera(2, 1));
	}

	@Test
	void pathsOfTurningObjectsAndOfCutOnesAreKept() {
		final Scene scene = two().scene();
		final double[] centroids = { 1, 0, 0, -1, 2, 0, 0, -2 }, layers = { 2, 0, 0, -1, 4, 0, 0, -2 };
		final Motion motion = new Motion(scene.labels(), 2, 2, centroids, new double[] { 0.1, 0, 0.2, 0 }, new double[0],
			new Motion.Provenance("test", 0, Map.of())).withLayerDisplacements(layers);
		final Motion after = PathChoice.of(motion, new int[] { 8, 5, 3 }, 1);
		assertEquals(1, after.frames());
		assertEquals(1, after.displacement(1, 2, 0));
		assertEquals(2, after.layerDisplacement(1, 2, 0));
		assertEquals(0.1, after.angle(1, 2));
		assertEquals(0, after.layerDisplacement(1, 1, 1), "an object that the motion does not know");
		assertEquals(-1, after.layerDisplacement(1, 0, 1));
	}

	/** Object 3 with one pixel of glow above its first pixel. */
	private static LayeredMotion glowing() {
		final ObjectLayer halo = new ObjectLayer(SegmentedObject.of(3), new Box(6, 3, 0, 1, 1, 1), new RunMask(new int[1], new int[1], new int[1],
			new int[] { 1 }), PixelType.UINT16, List.of(new short[] { 77 }), new double[] { 6, 3, 0 }, new double[] { 77 }, false, 3);
		return new LayeredMotion(two().scene().withHalos(List.of(halo)), two().motion());
	}

	@Test
	void glowGoesWithItsObject() {
		final LayeredMotion after = glowing().edited(EditParser.parse("move 3 by 1,2; clone 3 by 10,0 as 9; back 3"));
		final Video video = Compositor.composite(after.scene(), after.motion());
		// 6, 3, moved by 1, 2, then by 2 to the right in every frame; the clone 10 farther
		for (int t = 0; t <= 3; t++) {
			assertEquals(77, video.image(t).value(7 + 2 * t, 5, 0, 0), "the object's at " + t);
			assertEquals(17 + 2 * t < 30 ? 77 : 0, video.image(t).value(17 + 2 * t, 5, 0, 0), "the clone's at " + t);
			assertEquals(3, video.image(t).value(6, 3, 0, 0), "background where it was, at " + t);
		}
		assertEquals(List.of(), glowing().edited(EditParser.parse("delete 3")).scene().halos());
	}
}
