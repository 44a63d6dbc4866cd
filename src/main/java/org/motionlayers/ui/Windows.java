package org.motionlayers.ui;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;

/** Whether there is somebody to show something to. */
public final class Windows {

	private Windows() {}

	/** @return whether tables and plots can be shown: there is a desktop with ImageJ in it, and no macro that keeps its images hidden */
	public static boolean canShow() {
		return !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null && !Interpreter.isBatchMode();
	}

	/**
	 * Gives a macro without a desktop the image, as the host does only where there is one: it joins the macro's images, which select it by
	 * its title. Elsewhere nothing happens, since the host shows every result by itself.
	 *
	 * @param image a result
	 */
	public static void showInMacro(final ImagePlus image) {
		if (GraphicsEnvironment.isHeadless() && IJ.isMacro()) image.show();
	}
}
