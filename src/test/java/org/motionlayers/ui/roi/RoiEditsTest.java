package org.motionlayers.ui.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.decompose.Decomposer;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.edit.Edit;
import org.motionlayers.scene.edit.Offset;

/** Outlines that were moved, deleted and copied are the edits that a user meant. */
class RoiEditsTest {

	@TempDir
	Path folder;

	/** A ring with a speck beside it, label 5, and a block, label 7. */
	private static Scene odd() {
		final String[] rows = { "555....77.", "5.5.5..77.", "555....77.", ".........." };
		final int[] labels = String.join("", rows).chars().map(c -> c == '.' ? 0 : c - '0').toArray();
		final Shape shape = Shape.of(10, 4);
		final byte[] pixels = new byte[40];
		final Frame frame = new Frame(PixelType.UINT8, shape, pixels);
		return new Scene("odd", frame, Decomposer.layers(frame, Segmentation.of(shape, labels), 0, Optional.empty(), Progress.NONE),
			Calibration.NONE, Display.DEFAULT);
	}

	private static String edits(final List<Roi> rois, final Scene scene) {
		return RoiEdits.of("the overlay", rois, scene).stream().map(Object::toString).collect(Collectors.joining("; "));
	}

	private static void shift(final Roi roi, final int dx, final int dy) {
		roi.setLocation(roi.getBounds().x + dx, roi.getBounds().y + dy);
	}

	private static Roi copy(final Roi roi, final String name, final int dx, final int dy) {
		final Roi copy = (Roi) roi.clone();
		copy.setName(name);
		shift(copy, dx, dy);
		return copy;
	}

	@Test
	void outlinesAreTheMasksInTheColoursOfTheirLabelsOnTheirLayers() {
		final List<Roi> rois = LayerOutlines.of(odd());
		assertEquals(List.of("5", "7"), rois.stream().map(Roi::getName).toList());
		assertEquals(9, rois.get(0).getContainedPoints().length);
		assertEquals(2, rois.get(0).getPosition());
		assertEquals(3, rois.get(1).getPosition());
		assertEquals(new Color(LabelColors.rgb(7)), rois.get(1).getStrokeColor());
		assertArrayEquals(new int[] { 7, 0, 2, 3 }, new int[] { rois.get(1).getBounds().x, rois.get(1).getBounds().y, rois.get(1)
			.getBounds().width, rois.get(1).getBounds().height });
	}

	@Test
	void atRestNothingWasDone() {
		assertEquals("", edits(LayerOutlines.of(odd()), odd()));
		assertEquals("", edits(List.of(), odd()), "an overlay that was removed");
		assertEquals("", edits(List.of(new OvalRoi(1, 1, 5, 5), new Line(1, 1, 2, 2)), odd()), "regions of other things");
	}

	@Test
	void movedDeletedAndCopiedOutlines() {
		final List<Roi> rois = new ArrayList<>(LayerOutlines.of(odd()));
		shift(rois.get(0), 5, -3);
		assertEquals("move 5 by 5,-3", edits(rois, odd()));
		assertEquals("delete 7", edits(List.of(LayerOutlines.of(odd()).get(0)), odd()));
		rois.add(copy(rois.get(1), "7-1", 0, 2));
		rois.add(copy(rois.get(1), "7", -4, 0));
		rois.add(copy(rois.get(0), "5 copy", 0, 0));
		assertEquals("clone 5 by 5,-3; clone 7 by 0,2; clone 7 by -4,0; move 5 by 5,-3", edits(rois, odd()));
	}

	@Test
	void aNameThatOnlyBeginsWithDigitsOfALabelIsNotItsOwn() {
		final List<Roi> rois = new ArrayList<>(LayerOutlines.of(odd()));
		rois.add(copy(rois.get(1), "77", 1, 0));
		rois.add(copy(rois.get(1), "0007-0003", 1, 0));
		assertEquals("clone 7 by 1,0", edits(rois, odd()));
	}

	@Test
	void theOverlayOfAnImageAndASetOfTheRoiManagerSayTheSame() throws IOException {
		final List<Roi> rois = LayerOutlines.of(odd());
		shift(rois.get(1), 1, 1);
		final Path zip = folder.resolve("rois.zip");
		RoiZipWriter.write(zip, rois);
		final List<Edit> expected = List.of(new Edit.Move(7, new Offset(1, 1, 0)));
		assertEquals(expected, RoiEdits.ofFile(zip, odd()));
		final ImagePlus image = new ImagePlus("", new ByteProcessor(9, 9));
		assertEquals(List.of(), RoiEdits.ofOverlay(image, odd()));
		final Overlay overlay = new Overlay();
		rois.forEach(overlay::add);
		image.setOverlay(overlay);
		assertEquals(expected, RoiEdits.ofOverlay(image, odd()));
		assertEquals(expected, RoiEdits.ofOverlay(rois.stream().map(RoiEncoder::saveAsByteArray).toList(), odd()));
	}

	@Test
	void anotherShapeIsRefused() {
		final List<Roi> rois = new ArrayList<>(LayerOutlines.of(odd()));
		final Roi oval = new OvalRoi(0, 0, 5, 3);
		oval.setName("5");
		rois.set(0, oval);
		assertEquals("rois: the region '5' of the overlay cannot be followed: it has another shape than the object; move, delete or copy " +
			"outlines, and paint into layers to change pixels.", assertThrows(InputException.class, () -> edits(rois, odd())).getMessage());
	}

	@Test
	void planesOfA3dObjectGoTogether() {
		final Scene solid = BoxWorld.solid().scene();
		final List<Roi> rois = new ArrayList<>(LayerOutlines.of(solid));
		assertEquals(2, rois.size());
		assertEquals(2, rois.get(0).getZPosition());
		assertEquals(3, rois.get(1).getZPosition());
		assertEquals(2, rois.get(1).getTPosition());
		rois.forEach(roi -> shift(roi, 1, 2));
		assertEquals("move 7 by 1,2", edits(rois, solid));
		final List<Roi> copies = new ArrayList<>(rois);
		rois.forEach(roi -> copies.add(copy(roi, "7-1", -1, 0)));
		assertEquals("clone 7 by 0,2; move 7 by 1,2", edits(copies, solid));
		shift(rois.get(1), 1, 0);
		assertEquals("rois: the region '7' of the overlay cannot be followed: the outlines of object 7 in its 2 planes were not all moved, " +
			"deleted or copied alike.", assertThrows(InputException.class, () -> edits(rois, solid)).getMessage());
		assertThrows(InputException.class, () -> edits(rois.subList(0, 1), solid));
	}
}
