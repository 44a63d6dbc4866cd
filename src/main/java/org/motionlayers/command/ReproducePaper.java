package org.motionlayers.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import org.motionlayers.evaluate.paper.Papers;
import org.motionlayers.evaluate.paper.PaperReport;
import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.WorkFolder;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;

/** A paper's tables, repeated: every figure beside the paper's. */
@Plugin(type = Command.class, name = "reproduce", label = "Reproduce Paper...", menuPath = "Plugins>Motion Layers>Reproduce Paper...",
	headless = true, description = "Repeats the experiments of a paper and reports every figure beside the paper's.")
public class ReproducePaper extends MotionCommand {

	private static final double NANOS = 1e9;

	@Parameter(label = "Paper", persist = false, choices = { "dreamer", "lamd", "melomotion" }, description = "Whose experiments are repeated.")
	private String paper = "melomotion";

	@Parameter(label = "Output folder", persist = false, style = "directory",
		description = "Where report.json, report.md and their pictures go.")
	private File output = new File("");

	@Parameter(label = "Quick", persist = false, description = "Do all of it small, in minutes.")
	private boolean quick = false;

	@Parameter(label = "Seed", persist = false, description = "Of all random choices.")
	private long seed = 0;

	@Parameter(label = "Overwrite", persist = false, description = "Replace the results of an earlier run in the output folder.")
	private boolean overwrite = false;

	@Parameter
	private PluginService plugins;

	@Override
	protected void execute(final Progress progress) throws IOException {
		if (output == null || output.getPath().isEmpty()) throw new InputException("output: a folder for the report is needed.");
		try (OutputFolder out = OutputFolder.open(output.toPath(), overwrite)) {
			final long start = System.nanoTime();
			final Path work = WorkFolder.of(out.folder());
			final PaperReport report = new Papers(plugins).paper(paper).reproduce(quick, seed, work, progress);
			ReportOutput.write(out, report);
			out.commit(call().record().seed(seed).timing("reproduce", (System.nanoTime() - start) / NANOS));
			WorkFolder.remove(work);
			log().info("Reproduced " + paper + ": see " + out.folder().resolve("report.md") + ".");
		}
	}
}
