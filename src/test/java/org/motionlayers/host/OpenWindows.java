package org.motionlayers.host;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** The images that macros in batch mode leave open: they outlive their macro, and the next test would meet them. */
public final class OpenWindows {

	private OpenWindows() {}

	/** Closes all images, saved or not. */
	public static void closeAll() {
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus open = WindowManager.getImage(id);
			open.changes = false;
			open.close();
			Interpreter.removeBatchModeImage(open);
		}
	}
}
