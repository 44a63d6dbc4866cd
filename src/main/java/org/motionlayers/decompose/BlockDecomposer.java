package org.motionlayers.decompose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.LabelBlocks;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.PixelBlocks;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

/**
 * Cuts the objects out of a frame that does not fit into memory, block by block (MeloMotion, Eq. 1): the same layers as
 * {@link Decomposer#layers} makes of the whole, objects across the borders of blocks whole.
 * <p>
 * In memory are one block, of labels 4 bytes a pixel and of the image, and the runs of all masks, 32 bytes a run while they are collected
 * and 20 in the layers. Of the pixels nothing is kept: a layer reads the box of its object when its patch is asked for, holds it as long as
 * somebody else does, such as a video that is shown, and after that while there is memory.
 *
 * <pre>
 * List&lt;ObjectLayer&gt; layers = BlockDecomposer.layers(image, labels, new Box(0, 0, 0, 2048, 2048, 1), SegmentedObject::of, progress);
 * </pre>
 */
public final class BlockDecomposer {

	private final PixelBlocks image;
	private final LabelBlocks labels;
	private final ObjectRuns objects;

	private BlockDecomposer(final PixelBlocks image, final LabelBlocks labels) {
		this.image = image;
		this.labels = labels;
		this.objects = new ObjectRuns(image.shape());
	}

	/**
	 * Decomposes.
	 *
	 * @param image the frame
	 * @param labels of a size with the frame
	 * @param block size of the blocks that are read, x, y, z being ignored; the same layers come of any
	 * @param known tells what is known of a label, such as {@code SegmentedObject::of}
	 * @param progress is told and asked once a block
	 * @return one layer for every label, sorted by label, the depth of each its rank by area, 1 the smallest, ties by label; mean values of
	 *         32-bit images, sums of rounded numbers, may differ from those of the whole in the last digits
	 * @throws InputException where the sizes differ
	 */
	public static List<ObjectLayer> layers(final PixelBlocks image, final LabelBlocks labels, final Box block,
		final IntFunction<SegmentedObject> known, final Progress progress)
	{
		if (!labels.shape().sameSpace(image.shape())) throw new InputException("Labels of " + labels.shape().space() +
			" pixels cannot be laid over an image of " + image.shape().space() + " pixels: both must have the same size.");
		final BlockDecomposer decomposer = new BlockDecomposer(image, labels);
		decomposer.read(block, progress);
		return decomposer.layers(known);
	}

	private void read(final Box block, final Progress progress) {
		final Shape shape = labels.shape();
		final List<Box> boxes = new ArrayList<>();
		for (int z = 0; z < shape.depth(); z += block.depth()) for (int y = 0; y < shape.height(); y += block.height()) for (int x = 0; x < shape
			.width(); x += block.width()) boxes.add(new Box(x, y, z, Math.min(block.width(), shape.width() - x), Math.min(block.height(), shape
				.height() - y), Math.min(block.depth(), shape.depth() - z)));
		for (int i = 0; i < boxes.size(); i++) {
			progress.update(i, boxes.size(), "finding objects");
			final Box box = boxes.get(i);
			final LabelRuns runs = new LabelRuns(labels.read(box), box.shape(), Progress.NONE);
			// most blocks of a large image are background: nothing of the image is read there
			if (runs.size() > 0) objects.add(runs, box, image.read(box));
		}
	}

	private List<ObjectLayer> layers(final IntFunction<SegmentedObject> known) {
		final int[] byLabel = objects.byLabel();
		final ObjectRuns.Mask[] masks = new ObjectRuns.Mask[byLabel.length];
		for (int k = 0; k < masks.length; k++) masks[k] = objects.mask(byLabel[k]);
		final float[] ranks = Decomposer.ranks(Arrays.stream(masks).mapToInt(mask -> mask.runs().pixels()).toArray());
		final List<ObjectLayer> layers = new ArrayList<>(masks.length);
		for (int k = 0; k < masks.length; k++) {
			final ObjectRuns.Mask mask = masks[k];
			layers.add(new ObjectLayer(known.apply(objects.label(byLabel[k])), mask.box(), mask.runs(), image.type(), new ReadPatches(image, mask.box(),
				mask.runs()), mask.centroid(), objects.means(byLabel[k]), mask.box().touchesBorder(image.shape()), ranks[k]));
		}
		return layers;
	}
}
