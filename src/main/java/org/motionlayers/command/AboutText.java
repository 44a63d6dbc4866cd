package org.motionlayers.command;

import java.util.Map;

import org.motionlayers.io.Versions;
import org.motionlayers.io.image.Images;
import org.motionlayers.network.InstalledEngine;

/** What Motion Layers says of itself. */
final class AboutText {

	private static final String PAPERS = """
		Builds on
		  Cherry Fu: MeloMotion: Multi-Layer Motion Prediction for Object-Centric Video Generation. Technical report, 2026.
		  Tianshuo Xu et al.: Motion Dreamer: Realizing Physically Coherent Video Generation through Scene-Aware Motion Reasoning.
		    arXiv 2412.00547, 2024.
		  Yaosi Hu, Zhenzhong Chen, Chong Luo: LaMD: Latent Motion Diffusion for Image-Conditional Video Generation.
		    arXiv 2304.11603, 2023.
		To cite: the paper of the method that you used, and this plugin with its version. run.json of every run names both.
		""";

	private static final String HELP = """
		Licence: BSD 2-clause
		Home: https://github.com/motionlayers/motion-layers
		Questions: https://forum.image.sc/tag/motion-layers
		""";

	private AboutText() {}

	/** @return version, what is installed, papers, how to cite, licence, help; nothing is loaded to find out */
	static String text() {
		final Map<String, String> versions = Versions.ofLibraries(), host = Versions.ofHost();
		final StringBuilder text = new StringBuilder("Motion Layers " + versions.get("motion-layers") + "\n" +
			"Object layers, predicted motion and composited future frames for ImageJ\n\nInstalled\n");
		line(text, "Java", host.get("java") + ", " + host.get("vm") + ", " + host.get("os") + ", " + Runtime.getRuntime().maxMemory() / (1 << 20) +
			" MB");
		line(text, "ImageJ", versions.get("ij"));
		line(text, "ImgLib2", versions.get("imglib2"));
		line(text, "SciJava", versions.get("scijava-common"));
		line(text, "Bio-Formats", Images.bioFormats().isEmpty() ? "not found: needed for formats that ImageJ does not read itself" : Images
			.bioFormats());
		line(text, "DJL", InstalledEngine.hasLibrary() ? "found" : "not found: needed for networks other than perobject");
		line(text, "PyTorch", InstalledEngine.natives().isEmpty() ? "not found: needed for networks other than perobject" : "found in " +
			InstalledEngine.natives());
		return text.append('\n').append(PAPERS).append('\n').append(HELP).toString();
	}

	private static void line(final StringBuilder text, final String name, final String found) {
		text.append(String.format("  %-12s %s\n", name, found));
	}
}
