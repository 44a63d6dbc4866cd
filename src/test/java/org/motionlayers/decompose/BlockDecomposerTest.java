package org.motionlayers.decompose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.Box;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.LabelBlocks;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelBlocks;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

/** A frame taken apart in blocks has the layers of the frame taken apart whole, whatever the blocks. */
class BlockDecomposerTest {

	private static final int[] LABELS = { 0, 0, 3, 70000, Integer.MAX_VALUE, 12, 16777217 };

	/** Labels that change seldom along x: runs across many blocks. */
	private static int[] labels(final Shape shape, final Random random) {
		final int[] labels = new int[shape.pixels()];
		for (int p = 0, label = 0; p < labels.length; p++) labels[p] = label = random.nextInt(5) == 0 ? LABELS[random.nextInt(LABELS.length)] : label;
		return labels;
	}

	private static Frame image(final PixelType type, final Shape shape, final Random random) {
		final Object data = type.newArray(shape.values());
		for (int i = 0; i < shape.values(); i++) type.set(data, i, type.isInteger() ? random.nextInt((int) type.maximum() + 1) : random.nextInt(
			9) == 0 ? Float.NaN : random.nextFloat());
		return new Frame(type, shape, data);
	}

	@Property(tries = 300)
	void blocksMakeNoDifference(@ForAll @IntRange(min = 1, max = 14) final int width, @ForAll @IntRange(min = 1, max = 11) final int height,
		@ForAll @IntRange(min = 1, max = 4) final int depth, @ForAll @IntRange(min = 1, max = 3) final int channels, @ForAll final PixelType type,
		@ForAll @IntRange(min = 1, max = 9) final int blockWidth, @ForAll @IntRange(min = 1, max = 9) final int blockHeight, @ForAll @IntRange(min = 1,
			max = 3) final int blockDepth, @ForAll final long seed)
	{
		final Shape shape = new Shape(width, height, depth, channels);
		final Random random = new Random(seed);
		final int[] labels = labels(shape, random);
		final Frame image = image(type, shape, random);
		final List<ObjectLayer> whole = Decomposer.layers(image, Segmentation.of(shape.withChannels(1), labels), 0, Optional.empty(), Progress.NONE);
		final List<ObjectLayer> blocks = BlockDecomposer.layers(PixelBlocks.of(image), LabelBlocks.of(shape, labels), new Box(0, 0, 0, blockWidth,
			blockHeight, blockDepth), SegmentedObject::of, Progress.NONE);
		assertEquals(whole.size(), blocks.size());
		for (int i = 0; i < whole.size(); i++) assertSame(whole.get(i), blocks.get(i));
	}

	private static void assertSame(final ObjectLayer a, final ObjectLayer b) {
		assertEquals(a.object(), b.object());
		assertEquals(a.bounds(), b.bounds());
		assertEquals(a.touchesBorder(), b.touchesBorder());
		assertEquals(a.depth(), b.depth());
		assertEquals(a.type(), b.type());
		assertEquals(a.channels(), b.channels());
		assertEquals(a.mask().runs(), b.mask().runs());
		for (int r = 0; r < a.mask().runs(); r++) assertArrayEquals(new int[] { a.mask().x(r), a.mask().y(r), a.mask().z(r), a.mask().length(r) },
			new int[] { b.mask().x(r), b.mask().y(r), b.mask().z(r), b.mask().length(r) });
		for (int d = 0; d < 3; d++) assertEquals(a.centroid(d), b.centroid(d));
		for (int c = 0; c < a.channels(); c++) {
			assertEquals(a.meanValue(c), b.meanValue(c), a.type().isInteger() ? 0 : 1e-12);
			for (int i = 0; i < a.area(); i++) assertEquals(a.type().get(a.patch(c), i), b.type().get(b.patch(c), i));
		}
	}

	/** The image is read once where there are objects, and of a layer that is looked at the box of its object. */
	@Test
	void onlyWhatIsNeededIsRead() {
		final Shape shape = Shape.of(100, 100);
		final int[] labels = new int[shape.pixels()];
		for (int y = 45; y < 55; y++) for (int x = 8; x < 13; x++) labels[shape.index(x, y, 0)] = 7;
		final PixelBlocks image = PixelBlocks.of(image(PixelType.UINT8, shape, new Random(1)));
		final List<Box> read = new ArrayList<>();
		final List<ObjectLayer> layers = BlockDecomposer.layers(new PixelBlocks(PixelType.UINT8, shape, box -> {
			read.add(box);
			return image.read(box);
		}), LabelBlocks.of(shape, labels), new Box(0, 0, 0, 10, 50, 1), SegmentedObject::of, Progress.NONE);
		assertEquals(List.of(new Box(0, 0, 0, 10, 50, 1), new Box(10, 0, 0, 10, 50, 1), new Box(0, 50, 0, 10, 50, 1), new Box(10, 50, 0, 10, 50, 1)),
			read);
		read.clear();
		final Object patch = layers.get(0).patch(0);
		org.junit.jupiter.api.Assertions.assertSame(patch, layers.get(0).withDepth(2).patch(0), "held by somebody");
		assertEquals(List.of(new Box(8, 45, 0, 5, 10, 1)), read);
	}

	@Test
	void otherSizesAreRefusedAndACancelStops() {
		final Shape shape = Shape.of(6, 6);
		final PixelBlocks image = PixelBlocks.of(image(PixelType.UINT8, shape, new Random(1)));
		final Box block = new Box(0, 0, 0, 2, 2, 1);
		final String message = assertThrows(InputException.class, () -> BlockDecomposer.layers(image, LabelBlocks.of(Shape.of(5, 6), new int[30]), block,
			SegmentedObject::of, Progress.NONE)).getMessage();
		assertTrue(message.contains("5 x 6") && message.contains("6 x 6"), message);
		final AtomicInteger blocks = new AtomicInteger();
		final Progress fourth = new Progress() {

			@Override
			public void report(final long done, final long total, final String what) {
				blocks.set((int) done);
				assertEquals(9, total);
			}

			@Override
			public boolean canceled() {
				return blocks.get() == 3;
			}
		};
		assertThrows(CancellationException.class, () -> BlockDecomposer.layers(image, LabelBlocks.of(shape, new int[36]), block, SegmentedObject::of,
			fourth));
	}
}
