package org.motionlayers.gallery;

import java.awt.Frame;
import java.awt.Window;
import java.nio.file.Path;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;

import org.motionlayers.command.PredictMotion;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** Takes the pictures of docs/ from ImageJ's real windows; needs a display, such as Xvfb's. */
public final class Gallery {

	private Gallery() {}

	/** @param args the folder of the pictures */
	public static void main(final String... args) throws Exception {
		final Path folder = Path.of(args[0]);
		new ImageJ(ImageJ.STANDALONE);
		final ImagePlus image = IJ.openImage("test-data/squares/image.tif");
		image.show();
		IJ.openImage("test-data/squares/labels.tif").show();
		try (Context context = new Context()) {
			final Module ran = context.service(CommandService.class).run(PredictMotion.class, true, "image", image, "labels", "", "observed", 4,
				"frames", 10, "keep", "observed").get();
			final ImagePlus video = (ImagePlus) ran.getOutput("video");
			video.show();
			((ImagePlus) ran.getOutput("videolabels")).show();
			video.setT(9);
			video.getWindow().toFront();
			for (int i = 0; i < 2; i++) video.getCanvas().zoomIn(10, 10);
			IJ.wait(1500);
			for (final Window window : Window.getWindows()) System.out.println(window.getClass() + " " + window.getBounds() + " " + window.isVisible() + " " + (window instanceof Frame f ? f.getTitle() : ""));
			Runtime.getRuntime().exec(new String[] { "import", "-window", "root", folder.resolve("all.png").toString() }).waitFor();
		}
		System.exit(0);
	}
}
