package org.motionlayers.command;

import org.motionlayers.scene.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;

/** What this is, what of it is installed, whose work it builds on: in a window where there is a desktop, in the log where there is none. */
@Plugin(type = Command.class, name = "about", label = "About Motion Layers", menuPath = "Plugins>Motion Layers>About Motion Layers",
	headless = true, description = "Tells the version, what is installed, the papers, the licence, and where help is.")
public class AboutMotionLayers extends MotionCommand {

	@Parameter(required = false)
	private UIService ui;

	@Parameter(type = ItemIO.OUTPUT, label = "About Motion Layers")
	private String text;

	@Override
	protected void execute(final Progress progress) {
		text = AboutText.text();
		if (ui == null || ui.isHeadless()) text.lines().forEach(log()::info);
	}
}
