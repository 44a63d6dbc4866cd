package org.motionlayers.io.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.FrameSource;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Shape;

/** Stacks that are computed: opened without being computed, ahead of one who scrubs, and into one array for one who writes. */
class LargeStacksTest {

	private static final int FRAMES = 30;

	@TempDir
	Path folder;

	private final BlockingQueue<Integer> computed = new LinkedBlockingQueue<>();
	private final Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());

	/** Frames of one value: 100 t + 10 z + c. */
	private FrameSeries series(final Shape shape) {
		final FrameSource source = FrameSource.of(PixelType.UINT16, shape, (t, spare) -> {
			computed.add(t);
			arrays.add(spare);
			final short[] pixels = (short[]) spare;
			for (int c = 0, p = 0; c < shape.channels(); c++) for (int z = 0; z < shape.depth(); z++) for (int i = 0; i < shape.planeSize(); i++)
				pixels[p++] = (short) (100 * t + 10 * z + c);
			return new Frame(PixelType.UINT16, shape, pixels);
		});
		return new FrameSeries(new Movie("frames", PixelType.UINT16, shape, FRAMES, Calibration.NONE, Display.DEFAULT, source), (t, c) -> "", "");
	}

	private int next() throws InterruptedException {
		final Integer t = computed.poll(60, TimeUnit.SECONDS);
		assertTrue(t != null, "a frame is computed");
		return t;
	}

	private static int value(final ImagePlus imp, final int plane) {
		return imp.getStack().getProcessor(plane).get(1, 1);
	}

	@Test
	void aStackThatIsComputedHasTheFramesOfOneInMemory() {
		final FrameSeries series = series(new Shape(4, 3, 2, 3));
		final ImagePlus real = series.image(Long.MAX_VALUE), virtual = series.image(0);
		assertTrue(virtual.getStack().isVirtual());
		assertFalse(real.getStack().isVirtual());
		assertArrayEquals(real.getDimensions(), virtual.getDimensions());
		for (int n = real.getStackSize(); n >= 1; n--) assertArrayEquals((short[]) real.getStack().getPixels(n), (short[]) virtual.getStack()
			.getPixels(n), "plane " + n);
		assertNotSame(real.getStack().getPixels(1), real.getStack().getPixels(2));
	}

	@Test
	void openingComputesTheFirstFrameAlone() {
		series(Shape.of(4, 3)).image(0);
		assertEquals(List.of(0), List.copyOf(computed));
	}

	@Test
	void framesAreComputedAheadInTheDirectionOfScrubbing() throws InterruptedException {
		final ImagePlus imp = series(Shape.of(4, 3)).image(0);
		assertEquals(0, next());
		assertEquals(1000, value(imp, 11));
		assertEquals(List.of(10, 11, 12), List.of(next(), next(), next()));
		assertEquals(500, value(imp, 6));
		assertEquals(List.of(5, 4, 3), List.of(next(), next(), next()));
		assertEquals(400, value(imp, 5));
		assertEquals(2, next(), "4 and 3 are at hand");
		assertEquals(2900, value(imp, FRAMES));
		assertEquals(29, next());
		assertTrue(computed.isEmpty(), "there is none after the last");
	}

	@Test
	void nothingIsComputedAheadOfAnImageThatIsClosed() throws InterruptedException {
		final ImagePlus imp = series(Shape.of(4, 3)).image(0);
		assertEquals(0, next());
		final ij.ImageStack stack = imp.getStack();
		imp.flush();
		stack.getProcessor(11);
		assertEquals(10, next());
		assertTrue(computed.poll(300, TimeUnit.MILLISECONDS) == null, "nobody looks at what comes next");
	}

	@Test
	void writersTakeAllFramesInOneArray() throws IOException {
		final FrameSeries series = series(new Shape(4, 3, 2, 3));
		series.write(folder.resolve("a.tif"), Progress.NONE);
		assertEquals(1, arrays.size());
		final ImagePlus back = ij.IJ.openImage(folder.resolve("a.tif").toString());
		for (int t = 0; t < FRAMES; t++) for (int z = 0; z < 2; z++) for (int c = 0; c < 3; c++) assertEquals(100 * t + 10 * z + c, value(back, back
			.getStackIndex(c + 1, z + 1, t + 1)));
		arrays.clear();
		series.writeBig(folder.resolve("b.tif"), Progress.NONE);
		assertEquals(1, arrays.size());
	}

	@Test
	void planesOfAStreamAreHandedOutInOneArray() {
		final StreamStack flat = new StreamStack(series(Shape.of(4, 3)).movie(), (t, c) -> "");
		assertSame(flat.getPixels(1), flat.getPixels(2));
		final StreamStack deep = new StreamStack(series(new Shape(4, 3, 2, 3)).movie(), (t, c) -> "");
		assertSame(deep.getPixels(1), deep.getPixels(8));
		assertNotSame(deep.getProcessor(1).getPixels(), deep.getProcessor(1).getPixels());
	}
}
