package org.motionlayers.command;

import org.motionlayers.network.natives.PyTorchInstallation;
import org.scijava.ui.DialogPrompt.MessageType;
import org.scijava.ui.DialogPrompt.OptionType;
import org.scijava.ui.DialogPrompt.Result;
import org.scijava.ui.UIService;

/** Whether the user agrees to a download: said beforehand, or asked in a dialog that tells what and how large; headless, nobody is asked. */
final class DownloadConsent {

	private final UIService ui;

	/** @param ui asks; null where there is none */
	DownloadConsent(final UIService ui) {
		this.ui = ui;
	}

	/** @return whether to download */
	boolean isGiven(final PyTorchInstallation installation) {
		if (PyTorchInstallation.isConsentGiven()) return true;
		if (ui == null || ui.isHeadless()) return false;
		return ui.showDialog("This command needs PyTorch, which is not installed.\nDownload " + installation.offer() + "?", "Motion Layers",
			MessageType.QUESTION_MESSAGE, OptionType.YES_NO_OPTION) == Result.YES_OPTION;
	}
}
