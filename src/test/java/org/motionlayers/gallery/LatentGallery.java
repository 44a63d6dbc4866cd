package org.motionlayers.gallery;

import java.awt.Color;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.RGBStackConverter;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import org.motionlayers.command.EncodeMotion;
import org.motionlayers.command.GenerateVideo;
import org.motionlayers.command.OpenSample;
import org.motionlayers.command.SimulateScenes;
import org.motionlayers.command.TransferMotion;
import org.motionlayers.lamd.LatentSettings;
import org.motionlayers.network.ModelPlaces;
import org.motionlayers.simulate.caption.CaptionOptions;
import org.motionlayers.simulate.caption.CaptionedShapes;
import org.scijava.module.Module;

/** The pictures of latent motion diffusion: every task as strips of frames, and as it stands in ImageJ. */
final class LatentGallery {

	/** Scenes that no model has learned from. */
	private static final long UNSEEN = 1_000_000_100L;

	/** Frames of a strip, one of every two of a clip. */
	private static final int SHOWN = 8;

	private static final int ENLARGED = 2, SIDE = 64, LINE = 16, LETTERS = 12;

	private static final List<String> MODELS = Stream.concat(Stream.of(LatentSettings.AUTOENCODER), LatentSettings.GENERATORS.stream())
		.toList();

	private static final List<String> PICTURES = List.of("generate", "generate-process", "generate-layers", "transfer", "encode");

	private final Desk desk;

	LatentGallery(final Desk desk) {
		this.desk = desk;
	}

	/** Takes all pictures, where the models are here. */
	void all() throws Exception {
		for (final String model : MODELS) if (!Files.isDirectory(Path.of("models", model))) {
			for (final String picture : PICTURES) System.out.println("gallery: " + picture + ".png is skipped, for there is no models/" + model);
			return;
		}
		System.setProperty(ModelPlaces.PROPERTY, Path.of("models").toAbsolutePath().toString());
		generate();
		layers();
		transfer();
	}

	private Module scene(final String name, final long seed) throws Exception {
		final Module made = desk.run(SimulateScenes.class, "scene", name, "frames", 2 * SHOWN, "size", SIDE, "seed", seed);
		for (final String other : new String[] { "flowimage", "depthimage" }) Desk.image(made, other).close();
		return made;
	}

	private ImagePlus generated(final ImagePlus image, final Object... more) throws Exception {
		final Object[] inputs = new Object[more.length + 6];
		System.arraycopy(new Object[] { "image", image, "observed", 1, "seed", 1L }, 0, inputs, 0, 6);
		System.arraycopy(more, 0, inputs, 6, more.length);
		return Desk.image(desk.run(GenerateVideo.class, inputs), "video");
	}

	private void generate() throws Exception {
		final ImagePlus shapes = Desk.image(scene("captions", UNSEEN), "image"), cells = Desk.image(scene("motions", UNSEEN + 1), "image");
		final String sentence = sentence();
		final Page page = new Page(6);
		page.row("a simulated clip, not learned from", shapes, 0);
		page.row("text: " + sentence, generated(shapes, "text", sentence), 0);
		final ImagePlus two = generated(shapes, "futures", 2);
		page.row("any motion, first future", two, 0);
		page.row("any motion, second future", two, 1);
		page.row("class: rotation", generated(cells, "motionclass", "rotation"), 0);
		page.row("class: divergence", generated(cells, "motionclass", "divergence"), 0);
		desk.shoot("generate", page.show("Generate Video"));
		final ImagePlus process = generated(shapes, "text", sentence, "process", true);
		final Page moments = new Page(5);
		for (int k = 0; k < 5; k++) moments.row(List.of("noise", "after a quarter of the steps", "half", "three quarters", "all steps").get(k), process, k);
		desk.shoot("generate-process", moments.show("Sampling process"));
		desk.clear();
	}

	/** The sentence that the scene of the page was made with. */
	private static String sentence() {
		return new CaptionedShapes(CaptionOptions.DEFAULT).sample(UNSEEN).scene().facts().get(CaptionedShapes.CAPTION);
	}

	private void layers() throws Exception {
		final Module made = desk.run(OpenSample.class, "sample", "cells", "frames", 2, "size", 256, "seed", 4);
		final ImagePlus image = Desk.image(made, "image");
		final Module ran = desk.run(GenerateVideo.class, "image", image, "observed", 1, "motionclass", "divergence", "render", "both", "labels", Desk.image(
			made, "labelimage").getTitle(), "seed", 1L);
		desk.shoot("generate-layers", desk.windows(ran, 1, 12, "drawnimage", "video", "videolabels"));
		desk.clear();
	}

	private void transfer() throws Exception {
		final ImagePlus a = Desk.image(scene("captions", UNSEEN), "image"), b = Desk.image(scene("captions", UNSEEN + 3), "image");
		a.setTitle("clip A");
		b.setTitle("clip B");
		final Page page = new Page(8);
		page.row("clip A", a, 0);
		page.row("its reconstruction", Desk.image(desk.run(TransferMotion.class, "image", a, "observed", 1), "video"), 0);
		final ImagePlus c = recoloured(a);
		c.show();
		page.row("the motion of clip A on its frame 1 in other colours", Desk.image(desk.run(TransferMotion.class, "image", c, "observed", 1, "motion",
			"clip A"), "video"), 0);
		page.row("clip B", b, 0);
		page.row("the motion of clip A on frame 1 of clip B", Desk.image(desk.run(TransferMotion.class, "image", b, "observed", 1, "motion", "clip A"),
			"video"), 0);
		final ImagePlus between = Desk.image(desk.run(TransferMotion.class, "image", b, "observed", 1, "motion", "clip A", "towards", "clip B", "between", 3),
			"video");
		for (int k = 0; k < 3; k++) page.row(List.of("from the motion of clip A", "half way", "to that of clip B").get(k), between, k);
		desk.shoot("transfer", page.show("Transfer Motion"));
		final ImagePlus latent = Desk.image(desk.run(EncodeMotion.class, "image", a), "latent");
		desk.zoom(latent, 6);
		latent.resetDisplayRange();
		desk.zoom(a, 3);
		desk.shoot("encode", a.getWindow(), latent.getWindow());
		desk.clear();
	}

	/** The same clip with red and blue exchanged and green inverted. */
	private static ImagePlus recoloured(final ImagePlus image) {
		final ImagePlus copy = image.duplicate();
		for (int t = 1; t <= copy.getNFrames(); t++) {
			final int red = copy.getStackIndex(1, 1, t), blue = copy.getStackIndex(3, 1, t);
			final Object pixels = copy.getStack().getPixels(red);
			copy.getStack().setPixels(copy.getStack().getPixels(blue), red);
			copy.getStack().setPixels(pixels, blue);
			copy.getStack().getProcessor(copy.getStackIndex(2, 1, t)).invert();
		}
		copy.setTitle("clip C");
		return copy;
	}

	/** Strips one above another, each with a line of text. */
	private static final class Page {

		private final ColorProcessor pixels;
		private int rows;

		Page(final int rows) {
			pixels = new ColorProcessor(SHOWN * (ENLARGED * SIDE + 2), rows * (ENLARGED * SIDE + LINE));
			pixels.setColor(Color.WHITE);
			pixels.fill();
			pixels.setFont(new java.awt.Font("SansSerif", java.awt.Font.PLAIN, LETTERS));
			pixels.setAntialiasedText(true);
		}

		/** Adds every second frame of a stack, of several clips side by side those of one. */
		void row(final String text, final ImagePlus stack, final int clip) {
			final ImagePlus colours = stack.duplicate();
			if (colours.getNChannels() > 1) RGBStackConverter.convertToRGB(colours);
			else IJ.run(colours, "RGB Color", "");
			final int top = rows++ * (ENLARGED * SIDE + LINE);
			pixels.setColor(Color.BLACK);
			pixels.drawString(text, 2, top + LINE - 1);
			for (int k = 0; k < SHOWN; k++) {
				final ImageProcessor frame = colours.getStack().getProcessor(Math.min(colours.getStackSize(), 2 * k + 1));
				frame.setRoi(clip * SIDE, 0, SIDE, SIDE);
				pixels.insert(frame.crop().resize(ENLARGED * SIDE, ENLARGED * SIDE, false), k * (ENLARGED * SIDE + 2), top + LINE);
			}
		}

		Window show(final String title) {
			final ImagePlus page = new ImagePlus(title, pixels);
			page.show();
			return page.getWindow();
		}
	}
}
