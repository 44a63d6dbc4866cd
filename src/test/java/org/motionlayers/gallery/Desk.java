package org.motionlayers.gallery;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/** A desk with ImageJ's real windows on it: runs commands, shows their results as the host does, and takes pictures of windows. */
final class Desk {

	/** How long windows are given to be drawn, milliseconds. */
	private static final int SETTLE = 700;

	private static final int GAP = 10;

	private final Context context;
	private final Path folder;

	/**
	 * @param context runs the commands
	 * @param folder where the pictures go
	 */
	Desk(final Context context, final Path folder) throws IOException {
		this.context = context;
		this.folder = Files.createDirectories(folder);
	}

	/** Runs a command and shows the images that it gives, as the host does. */
	Module run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		final Module ran = context.service(CommandService.class).run(command, true, inputs).get();
		if (((Cancelable) ran).isCanceled()) throw new IllegalStateException(command.getSimpleName() + ": " + ((Cancelable) ran)
			.getCancelReason());
		for (final Map.Entry<String, Object> output : ran.getOutputs().entrySet()) if (output.getValue() instanceof ImagePlus image) image.show();
		return ran;
	}

	/** @return an image of a module's outputs */
	static ImagePlus image(final Module ran, final String name) {
		return (ImagePlus) ran.getOutput(name);
	}

	/** Enlarges an image's window by whole steps. */
	void zoom(final ImagePlus image, final int steps) throws Exception {
		for (int i = 0; i < steps; i++) EventQueue.invokeAndWait(() -> image.getCanvas().zoomIn(0, 0));
	}

	/** @return the windows of a module's outputs, enlarged by so many steps, at a frame, 1 first */
	Window[] windows(final Module ran, final int steps, final int frame, final String... outputs) throws Exception {
		final Window[] windows = new Window[outputs.length];
		for (int i = 0; i < outputs.length; i++) {
			final ImagePlus stack = image(ran, outputs[i]);
			zoom(stack, steps);
			stack.setPosition(1, 1, frame);
			windows[i] = stack.getWindow();
		}
		return windows;
	}

	/** @return the window whose title begins so */
	static Window window(final String title) {
		return Arrays.stream(Window.getWindows()).filter(w -> w.isVisible() && w instanceof Frame f && f.getTitle() != null && f.getTitle()
			.startsWith(title)).findFirst().orElseThrow(() -> new IllegalStateException("No window is called " + title + "; there are " + Arrays
				.stream(Window.getWindows()).filter(Window::isVisible).map(w -> w instanceof Frame f ? f.getTitle() : w.toString()).toList()));
	}

	/** Takes a picture of windows side by side, each photographed in front of all others. */
	void shoot(final String name, final Window... windows) throws Exception {
		final List<BufferedImage> shots = new ArrayList<>();
		for (final Window window : windows) shots.add(photograph(window));
		final int height = shots.stream().mapToInt(BufferedImage::getHeight).max().orElse(1);
		final int width = shots.stream().mapToInt(s -> s.getWidth() + GAP).sum() - GAP;
		final BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = page.createGraphics();
		graphics.setColor(java.awt.Color.WHITE);
		graphics.fillRect(0, 0, width, height);
		int x = 0;
		for (final BufferedImage shot : shots) {
			graphics.drawImage(shot, x, 0, null);
			x += shot.getWidth() + GAP;
		}
		graphics.dispose();
		if (!isPicture(page)) throw new IllegalStateException(name + " shows nothing");
		ImageIO.write(page, "png", folder.resolve(name + ".png").toFile());
	}

	private static BufferedImage photograph(final Window window) throws Exception {
		EventQueue.invokeAndWait(() -> {
			final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
			window.setLocation(new Point(Math.max(0, Math.min(window.getX(), screen.width - window.getWidth())), Math.max(0, Math.min(window.getY(),
				screen.height - window.getHeight()))));
			window.toFront();
			window.repaint();
		});
		IJ.wait(SETTLE);
		return new Robot().createScreenCapture(window.getBounds());
	}

	/** @return whether there is more than one colour */
	private static boolean isPicture(final BufferedImage page) {
		final int first = page.getRGB(0, 0);
		for (int y = 0; y < page.getHeight(); y++) for (int x = 0; x < page.getWidth(); x++) if (page.getRGB(x, y) != first && page.getRGB(x,
			y) != 0xffffffff) return true;
		return false;
	}

	/** Closes all windows but ImageJ's own. */
	void clear() throws Exception {
		for (final Window window : Window.getWindows()) if (window.isVisible() && window != IJ.getInstance()) {
			if (ij.WindowManager.getImageCount() > 0) for (final int id : ij.WindowManager.getIDList()) ij.WindowManager.getImage(id).changes = false;
			EventQueue.invokeAndWait(window::dispose);
		}
		IJ.run("Close All");
	}
}
