package org.motionlayers.command;

import java.io.File;
import java.io.IOException;

import org.motionlayers.network.NetworkEngine;
import org.motionlayers.network.natives.PyTorchInstallation;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** PyTorch's natives, which no installation of Motion Layers brings, downloaded with the user's consent. */
@Plugin(type = Command.class, name = "pytorch", label = "Install PyTorch...", menuPath = "Plugins>Motion Layers>Install PyTorch...",
	headless = true, description = "Downloads PyTorch, which only the neural networks need, once and with your consent.")
public class InstallPyTorch extends MotionCommand {

	@Parameter(label = "Download (42 to 115 MB)", persist = false,
		description = "Your consent to download; without it you are only told what would be downloaded, and from where.")
	private boolean consent = false;

	@Parameter(label = "Folder", persist = false, style = "directory",
		description = "Where PyTorch goes; empty for its usual place, any other must be named to Java by -DENGINE_CACHE_DIR=FOLDER.")
	private File folder = new File("");

	@Override
	protected void execute(final Progress progress) throws IOException {
		final boolean usual = folder == null || folder.getPath().isEmpty();
		final PyTorchInstallation pytorch = usual ? NetworkEngine.installation() : NetworkEngine.installation(folder.toPath());
		if (!pytorch.isAvailable()) throw new InputException(
			"There is no PyTorch for this machine that could be installed; everything but the neural networks works without it.");
		if (usual && NetworkEngine.areNativesBundled()) log().info("PyTorch comes with this program; nothing needs to be downloaded.");
		else if (pytorch.isWhole()) log().info("There already: " + pytorch.description() + ".");
		else if (!consent && !PyTorchInstallation.isConsentGiven()) throw new InputException("consent=false: nothing was downloaded; with consent=true it is " +
			pytorch.offer() + ".");
		else {
			pytorch.install(progress::update);
			log().info("Installed " + pytorch.description() + ".");
		}
	}
}
