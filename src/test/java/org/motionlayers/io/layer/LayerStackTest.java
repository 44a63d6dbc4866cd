package org.motionlayers.io.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.Duplicator;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.io.BoxWorld;
import org.motionlayers.io.image.ImagePlusMovies;
import org.motionlayers.io.image.Images;
import org.motionlayers.io.image.StackNotes;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;
import org.motionlayers.scene.edit.EditParser;
import org.motionlayers.scene.edit.LayeredMotion;

/** A scene goes out as a stack, is edited by ImageJ, and comes back as it then is. */
class LayerStackTest {

	@TempDir
	Path folder;

	private static BoxWorld flat() {
		return BoxWorld.flat().withObject(new SegmentedObject(3, "cell, \"a\"\nb", 0.5, "round", List.of(1, 2)));
	}

	private static Scene read(final ImagePlus image) {
		return LayerReader.read(ImagePlusMovies.toMovie(image), StackNotes.of(image), Progress.NONE).scene();
	}

	private static void same(final Scene expected, final Scene actual) {
		assertEquals(expected.title(), actual.title());
		assertEquals(expected.calibration(), actual.calibration());
		assertArrayEquals(expected.labels(), actual.labels());
		assertArrayEquals(expected.labelImage(), actual.labelImage());
		assertEqualsArray(expected.background().data(), actual.background().data());
		for (int o = 0; o < expected.objects(); o++) {
			final ObjectLayer a = expected.layers().get(o), b = actual.layers().get(o);
			assertEquals(a.object(), b.object());
			assertEquals(a.bounds(), b.bounds());
			assertEquals(a.depth(), b.depth());
			assertEquals(a.touchesBorder(), b.touchesBorder());
			for (int d = 0; d < 3; d++) assertEquals(a.centroid(d), b.centroid(d));
			for (int c = 0; c < a.channels(); c++) {
				assertEqualsArray(a.patch(c), b.patch(c));
				assertEquals(a.meanValue(c), b.meanValue(c));
			}
		}
	}

	private static void assertEqualsArray(final Object a, final Object b) {
		assertTrue(java.util.Objects.deepEquals(a, b));
	}

	@Test
	void comesBackAsItWent() throws IOException {
		for (final BoxWorld world : new BoxWorld[] { flat(), BoxWorld.solid(), colours() }) {
			final Scene scene = world.scene();
			final ImagePlus open = LayerStack.of(scene, 2).image();
			same(scene, read(open));
			same(scene, read(LayerStack.of(scene, 2).image(0)));
			final Path file = folder.resolve("layers.tif");
			LayerStack.of(scene, 2).write(file, Progress.NONE);
			final LayerScene back = LayerReader.read(Images.open(file), StackNotes.of(file), Progress.NONE);
			same(scene, back.scene());
			assertEquals(2, back.reference());
			same(scene, read(IJ.openImage(file.toString())));
		}
	}

	private static BoxWorld colours() {
		return new BoxWorld(new Shape(9, 8, 1, 3), PixelType.UINT8, Calibration.NONE, Display.RGB, 1, 1).with(4, new Box(1, 2, 0, 3, 3, 1), 1, 0,
			0);
	}

	@Test
	void imageJsOwnSaveAndDuplicateKeepIt() {
		final Scene scene = flat().scene();
		final ImagePlus open = LayerStack.of(scene, 0).image();
		final Path file = folder.resolve("saved.tif");
		assertTrue(new FileSaver(open).saveAsTiffStack(file.toString()));
		same(scene, read(IJ.openImage(file.toString())));
		same(scene, read(new Duplicator().run(open)));
		same(scene, read(new Duplicator().run(open, 1, 1, 1, 1, 1, 3)));
	}

	@Test
	void hasOneFramePerLayerAndZeroOutside() {
		final ImagePlus open = LayerStack.of(flat().scene(), 0).image();
		assertArrayEquals(new int[] { 24, 16, 1, 1, 3 }, open.getDimensions());
		assertEquals("background", open.getStack().getSliceLabel(1));
		assertEquals("label 3 cell, \"a\" b", open.getStack().getSliceLabel(2));
		assertEquals("label 1000", open.getStack().getSliceLabel(3));
		assertEquals(31, open.getStack().getProcessor(2).get(6, 4));
		assertEquals(0, open.getStack().getProcessor(2).get(5, 4));
		assertEquals(0.5, open.getCalibration().pixelWidth);
	}

	@Test
	void paintedPixelsCountAsTheyAre() {
		final ImagePlus open = LayerStack.of(flat().scene(), 0).image();
		final ImageProcessor layer = open.getStack().getProcessor(2);
		layer.set(6, 4, 0);
		layer.set(7, 4, 500);
		layer.set(2, 13, 77);
		open.getStack().getProcessor(1).set(20, 15, 99);
		final Scene scene = read(open);
		final ObjectLayer edited = scene.layers().get(0);
		assertEquals(13, edited.area());
		assertEquals(new Box(2, 4, 0, 8, 10, 1), edited.bounds());
		assertEquals(3, scene.labelImage()[scene.shape().index(6, 4, 0)], "a pixel painted black is still the object's");
		assertEquals(3, scene.labelImage()[scene.shape().index(2, 13, 0)]);
		final short[] patch = (short[]) edited.patch(0);
		assertArrayEquals(new short[] { 0, 500, 31, 31 }, java.util.Arrays.copyOf(patch, 4));
		assertEquals(77, patch[12]);
		assertEquals((12 * 7.5 + 2) / 13, edited.centroid(0), 1e-12);
		assertEquals(99, scene.background().value(20, 15, 0, 0));
	}

	@Test
	void deletedAndAddedAndReorderedLayersAreKnownByName() {
		final ImagePlus open = LayerStack.of(flat().scene(), 0).image();
		final ImageProcessor added = open.getStack().getProcessor(3).createProcessor(24, 16);
		added.set(1, 1, 5);
		open.getStack().addSlice("label 20 mine", added, 0);
		open.getStack().deleteSlice(4);
		// a plain stack, whose slices ImageJ takes for planes along z
		final Scene scene = read(new ImagePlus("changed", open.getStack()) {

			@Override
			public Object getProperty(final String key) {
				return open.getProperty(key);
			}
		});
		assertArrayEquals(new int[] { 3, 20 }, scene.labels());
		assertEquals(1, scene.layers().get(1).area());
		assertTrue(scene.layers().get(1).depth() < scene.layers().get(0).depth());
	}

	@Test
	void whatWasMovedOutOfTheFrameIsLeftOut() {
		final LayeredMotion edited = new LayeredMotion(flat().scene(), flat().motion()).edited(EditParser.parse(
			"move 3 by -8,0; move 1000 by 0,99"));
		final Scene scene = read(LayerStack.of(edited.scene(), 0).image());
		assertArrayEquals(new int[] { 3 }, scene.labels());
		assertEquals(new Box(0, 4, 0, 2, 3, 1), scene.layers().get(0).bounds());
		assertArrayEquals(java.util.Arrays.stream(edited.scene().labelImage()).toArray(), scene.labelImage());
	}

	private static String refused(final ImagePlus image) {
		final String message = assertThrows(InputException.class, () -> read(image)).getMessage();
		assertTrue(message.startsWith("Layer stack 'boxes-layers': "), message);
		return message.substring("Layer stack 'boxes-layers': ".length());
	}

	@Test
	void whatIsWrongIsTold() {
		final ImagePlus named = LayerStack.of(flat().scene(), 0).image();
		named.getStack().setSliceLabel("my cell", 2);
		assertEquals("frame 2 is called 'my cell'; layers are called 'background', 'label 12' or 'label 12 NAME' (Image > Stacks > Set Label...).",
			refused(named));
		named.getStack().setSliceLabel("label 1000", 2);
		assertTrue(refused(named).startsWith("two layers are called 'label 1000'"));
		named.getStack().setSliceLabel("label 7", 1);
		named.getStack().setSliceLabel("label 3", 2);
		assertEquals("no layer is called 'background'; one is needed.", refused(named));
		named.getStack().setSliceLabel("background", 1);
		named.getStack().setSliceLabel("label 8", 2);
		named.getStack().getProcessor(2).set(0);
		assertEquals("the layer 'label 8' is new, and all its pixels are 0; paint the object into it.", refused(named));
		final ImagePlus small = LayerStack.of(flat().scene(), 0).image();
		small.setStack(small.getStack().crop(1, 1, 0, 10, 10, 3));
		assertEquals("it is 10 x 10, the image that was taken apart had the size [24, 16, 1]; layers may not be cropped or scaled.", refused(
			small));
		final ImagePlus damaged = LayerStack.of(flat().scene(), 0).image();
		damaged.setProperty("Info", ((String) damaged.getProperty("Info")).replace("\"box\":[6", "\"box\":[\"a\""));
		assertEquals("Image 'boxes-layers': what its Info says of the layers is damaged; decompose the image again.", assertThrows(
			InputException.class, () -> read(damaged)).getMessage());
	}

	@Test
	void otherImagesAreNoLayerStacks() throws IOException {
		assertFalse(LayerReader.isLayerStack(StackNotes.of(Path.of("test-data/squares/image.tif"))));
		assertFalse(LayerReader.isLayerStack(StackNotes.of(Path.of("README.md"))));
		assertTrue(LayerReader.isLayerStack(StackNotes.of(LayerStack.of(flat().scene(), 0).image())));
	}

	@Test
	void theTableTellsObjectsInTheImagesUnit() throws IOException {
		final Path file = folder.resolve("objects.csv");
		new ObjectTable(flat().scene()).write(file);
		assertEquals("label,name,score,category,x (\u00b5m),y (\u00b5m),area (\u00b5m^2),box x (pixel),box y (pixel),box width (pixel)," +
			"box height (pixel),depth,mean,touches border\n3,\"cell, \"\"a\"\"\nb\",0.5,round,3.75,1.25,1.5,6,4,4,3,3,31,false\n" +
			"1000,,,,7.5,2.5,1.875,14,8,3,5,1000,10001,false\n", Files.readString(file));
		assertEquals(1.875, new ObjectTable(flat().scene()).resultsTable().getValue("area (\u00b5m^2)", 1));
		new ObjectTable(BoxWorld.solid().scene()).write(file);
		assertEquals("label,name,score,category,x (micron),y (micron),z (micron),volume (micron^3),box x (pixel),box y (pixel),box z (pixel)," +
			"box width (pixel),box height (pixel),box depth (pixel),depth,mean of channel 1,mean of channel 2,touches border\n" +
			"7,,,,3,3.5,4.5,36,2,3,1,3,2,2,7,71,72,false\n", Files.readString(file));
	}

	@Test
	void halosComeBackAsTheyWentAndAreNoPartOfTheMask() throws IOException {
		final ObjectLayer halo = new ObjectLayer(SegmentedObject.of(3), new Box(6, 3, 0, 2, 1, 1), new RunMask(new int[1], new int[1], new int[1],
			new int[] { 2 }), PixelType.UINT16, List.of(new short[] { 77, 0 }), new double[] { 6.5, 3, 0 }, new double[] { 38.5 }, false, 3);
		final Scene scene = flat().scene().withHalos(List.of(halo));
		final ImagePlus stack = LayerStack.of(scene, 0).image();
		assertEquals(77, stack.getStack().getProcessor(2).get(6, 3), "a layer shows its glow");
		final Scene back = read(stack);
		same(scene, back);
		assertEquals(1, back.halos().size());
		assertEquals(halo.bounds(), back.halos().get(0).bounds());
		assertEqualsArray(halo.patch(0), back.halos().get(0).patch(0));
		// painted beside the halo: the object grows by that pixel alone
		stack.getStack().getProcessor(2).set(5, 3, 9);
		assertEquals(scene.layers().get(0).area() + 1, read(stack).layers().get(0).area());
	}
}
