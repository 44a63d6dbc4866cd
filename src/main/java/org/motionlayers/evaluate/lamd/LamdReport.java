package org.motionlayers.evaluate.lamd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.motionlayers.evaluate.paper.Markdown;
import org.motionlayers.evaluate.paper.PaperReport;

/** Writes what was found beside the paper's figures. */
final class LamdReport {

	private final Results results;
	private final Markdown text = new Markdown();

	/** @param results of the experiments */
	LamdReport(final Results results) {
		this.results = results;
	}

	/** @return figures and text */
	PaperReport report() {
		head();
		reconstruction();
		generation();
		asked();
		transfer();
		sampling();
		capacity();
		samplers();
		return new PaperReport(figures(), text.toString(), List.of(), results.strips());
	}

	private Map<String, Map<String, Object>> figures() {
		final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
		final Map<String, Table> tables = tables();
		tables.forEach((name, table) -> figures.put(name, table.values()));
		final Map<String, Object> capacity = new LinkedHashMap<>(), samplers = new LinkedHashMap<>(), intervals = new LinkedHashMap<>();
		results.capacities().forEach((size, table) -> capacity.put(size.key(), table.values()));
		results.samplers().forEach((name, table) -> samplers.put(name, table.values()));
		tables.forEach((name, table) -> intervals.put(name, table.intervals()));
		results.capacities().forEach((size, table) -> intervals.put("capacity_" + size.key(), table.intervals()));
		results.samplers().forEach((name, table) -> intervals.put("samplers_" + name, table.intervals()));
		figures.put("capacity", capacity);
		figures.put("samplers", samplers);
		figures.put("intervals", intervals);
		figures.put("missing", new LinkedHashMap<>(results.missing()));
		return figures;
	}

	private Map<String, Table> tables() {
		final Map<String, Table> tables = new LinkedHashMap<>();
		tables.put("reconstruction", results.reconstruction());
		tables.put("generation", results.generation());
		tables.put("class", results.classes());
		tables.put("text", results.captions());
		tables.put("transfer", results.transfer());
		tables.put("sampling", results.sampling());
		return tables;
	}

	private void head() {
		final Budget budget = results.budget();
		text.heading(1, "LaMD: the paper's tables on held-out simulated clips").paragraph(
			"Hu et al. 2024. %d clips are reconstructed, %d generated of each kind (%s, %d steps); none of their scenes was trained on. The paper's data" +
				" (BAIR, Landscape, NATOPS, MUG, CATER-GEN) are not here, so its numbers stand beside ours for orientation, not for comparison. In brackets:" +
				" 95 %% bootstrap intervals over clips.", budget.reconstructed(), budget.generated(), budget.drawing().method(), budget.drawing().steps());
		results.missing().forEach((name, why) -> text.paragraph("Not tried: `%s`. %s", name, why));
	}

	private void reconstruction() {
		final Table t = results.reconstruction();
		text.heading(2, "Tables 3 and 4: reconstruction").header("", "PSNR (dB)", "SSIM", "PSNR of moving pixels (dB)", "FD of frames");
		for (final String[] row : new String[][] { { "", "MCD-VAE" }, { "still_", "first frame repeated" }, { "image_",
			"linear image code of as many numbers, frame by frame" } }) text.row(row[1], t.text(row[0] + "psnr"), t.text(row[0] + "ssim"), t.text(row[0] +
				"moving_psnr"), t.text(row[0] + "fd"));
		text.row("paper, BAIR", "31.64", "0.97", "-", "-").end().paragraph("Frame 0 is given and not counted. A pixel moves where it differs from the first" +
			" frame by a twentieth of the range; there the model is %s dB above the first frame repeated. The image code is the best linear one (principal" +
			" components of frames of training scenes), in place of the paper's VQGAN. FD: Frechet distance of features of 4 x 32 x 32 pixels by a fixed" +
			" random network. The latent's divergence is %s nats an element.", Markdown.number(t.value("moving_gain")), Markdown.number(t.value(
				"divergence_nats"))).image("Truth and reconstruction", "reconstruction");
	}

	private void generation() {
		final Table t = results.generation();
		text.heading(2, "Tables 5 to 7: motion drawn for a first frame");
		if (t.isEmpty()) return;
		text.header("", "FD of frames", "FVMD on tracks", "flicker", "dynamic degree", "background consistency").row("generated", t.text("fd"), t.text("fvmd"), t
			.text("flicker"), t.text("dynamic"), t.text("background")).row("truth", "0", "0", t.text("true_flicker"), t.text("true_dynamic"), t.text(
				"true_background")).end().image("Generated clips", "stochastic");
	}

	private void asked() {
		text.heading(2, "Tables 8 to 10: motion of a class, motion that a sentence describes").header("", "generated", "truth, measured alike", "against other captions",
			"paper");
		text.row("accuracy of the class, measured from tracks", results.classes().text("accuracy"), results.classes().text("true_accuracy"), "-", "-");
		final Table t = results.captions();
		text.row("P_act", t.text("p_act"), t.text("true_p_act"), t.text("shuffled_p_act"), "0.84").row("P_re", t.text("p_re"), t.text("true_p_re"), t.text(
			"shuffled_p_re"), "0.75").end().paragraph("Objects are followed by their colour from their place in the first frame. P_act: the share of described" +
				" actions that the object they name did (direction within 45 degrees, stopping or not, angle, where it was taken). P_re: the share of objects" +
				" that moved or turned of which the sentence says so. Standing still counts in neither. The paper's are of CATER-GEN-v2, by detectors.");
		if (!results.classes().isEmpty()) text.image("Clips of classes", "class");
		if (!t.isEmpty()) text.image("Clips of sentences", "text");
	}

	private void transfer() {
		final Table t = results.transfer();
		text.heading(2, "Decomposition: the motion of one clip on another's first frame").header("motion error, last frame (px)", "PSNR at frame 1 (dB)",
			"PSNR (dB)", "z = 0", "first frame repeated", "z = 0 against that", "another scene's motion").row(t.text("motion_error_px"), t.text("appearance_psnr"), t
				.text("psnr"), t.text("z0_psnr"), t.text("still_psnr"), t.text("z0_still_psnr"), t.text("swapped_psnr")).end().paragraph(
					"Clip B has the shapes of clip A in other colours, so that B moved as A is known exactly; PSNR is against that.").image("Transfer",
						"transfer");
	}

	private void sampling() {
		final Table t = results.sampling();
		text.heading(2, "Table 11: time of sampling against frames");
		if (t.isEmpty()) return;
		text.header("frames", "drawing motion (s)", "decoding (s)");
		for (final int frames : Sampling.FRAMES) text.row(frames, t.text("seconds_" + frames), t.text("decode_seconds_" + frames));
		text.end().paragraph("DDPM, %d steps, median of %d; 128 frames take %s times as long as 16 (the paper: 10.7 s against 9.8 s, 1.09, on another machine)." +
			" Autoencoders of other lengths are untrained: their time is that of trained ones.", results.budget().chains().get(results.budget().chains()
				.size() - 1), results.budget().timings(), t.text("ratio_128_16"));
	}

	private void capacity() {
		final Budget.Training training = results.budget().capacity();
		text.heading(2, "Tables 12 and 13: capacity of the latent, reconstruction against generation").paragraph(
			"Each begins with the shipped model's weights but those next to the latent, is trained here for %,d steps of %d clips, " +
				"and a generator on it anew for %,d steps: compare the rows with each other alone.", training.steps(), training
				.batch(), training.generator()).header("Latent", "numbers", "PSNR (dB)", "SSIM", "divergence (nats an element)", "FD, generated",
					"FVMD, generated");
		results.capacities().forEach((size, t) -> text.row(size.title(), t.text("numbers"), t.text("psnr"), t.text("ssim"), t.text("divergence_nats"), t.text(
			"fd"), t.text("fvmd")));
		text.end();
	}

	private void samplers() {
		if (results.samplers().isEmpty()) return;
		text.heading(2, "Samplers and steps").header("Sampler", "FD of frames", "FVMD on tracks", "dynamic degree");
		results.samplers().forEach((name, t) -> text.row(name.replace("_", ", K = "), t.text("fd"), t.text("fvmd"), t.text("dynamic")));
		text.end().paragraph("The stochastic model on %d first frames, the same noise for all.", results.budget().sampled());
	}
}
