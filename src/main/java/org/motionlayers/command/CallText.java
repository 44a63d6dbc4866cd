package org.motionlayers.command;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import ij.ImagePlus;

import org.motionlayers.MotionLayersService;
import org.motionlayers.io.RunRecord;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** A finished call of a command as text that can be run again: a macro line, a line of Groovy, a command line. */
final class CallText {

	/** The parameter that names a segmentation, which may be an image that is open and nowhere else. */
	private static final String LABELS = "labels";

	private final String menuName;
	private final String commandName;
	private final String className;
	private final Map<String, String> values = new LinkedHashMap<>();
	private final List<String> unsaved = new ArrayList<>();

	/**
	 * @param module the command with its inputs
	 * @param resolved what parameters came to mean, by name, where that is more than what they were given as
	 */
	CallText(final Module module, final Map<String, String> resolved) {
		this.commandName = module.getInfo().getName();
		this.menuName = module.getInfo().getMenuPath().isEmpty() ? "" : module.getInfo().getMenuPath().getLeaf().getName();
		this.className = module.getInfo().getDelegateClassName();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			final Object value = module.getInput(item.getName());
			if (value == null || value instanceof Service || value instanceof Context) continue;
			final String known = resolved.get(item.getName());
			final String text = known != null ? known : value instanceof ImagePlus image ? name(image) : value.toString();
			final boolean labels = item.getName().equals(LABELS) && known != null && !text.isEmpty() && !text.equals(
				MotionLayersService.AUTOMATIC);
			if ((labels || value instanceof ImagePlus) && !PathToImage.isFile(text)) unsaved.add(text);
			values.put(item.getName(), text);
		}
	}

	/** @return the file of an image, or its title where there is none */
	private static String name(final ImagePlus image) {
		return ImageInput.of("image", image, SliceAxis.DEPTH).path().filter(Files::exists).map(path -> path.toAbsolutePath().toString()).orElse(
			image.getTitle());
	}

	/** @return a record of this call: its parameters, in the order of the dialog, and the texts that run it again */
	RunRecord record() {
		final RunRecord record = new RunRecord(commandName);
		values.forEach(record::parameter);
		return record.copyAs("macro", macro()).copyAs("groovy", groovy()).copyAs("commandline", commandLine());
	}

	/** @return the lines that run the call again, one a language, for the log */
	List<String> lines() {
		return List.of("Copy as macro: " + macro(), "Copy as Groovy: " + groovy(), "Copy as command line: " + commandLine());
	}

	/** @return {@code run("Predict Motion...", "image=... frames=12");}, or a comment that says why no macro line can say it */
	String macro() {
		if (menuName.isEmpty()) return "// " + commandName + " is a step of a batch and no command for macros.";
		final Map<String, String> options = new LinkedHashMap<>();
		values.forEach((name, value) -> options.put(name.toLowerCase(Locale.ROOT), value));
		return MacroOptions.of(options).map(text -> "run(\"" + menuName + "\", \"" + escaped(text, "\"\\") + "\");").orElse("// " + menuName +
			" cannot be called by a macro with these values: ImageJ cannot tell where they end. Rename files that have brackets, apostrophes" +
			" or = in their names.");
	}

	/** @return a line for Groovy with {@code #@ CommandService commands} */
	String groovy() {
		return "commands.run(\"" + className + "\", true" + values.entrySet().stream().map(e -> ", \"" + e.getKey() + "\", \"" + escaped(e
			.getValue(), "\"\\$") + "\"").collect(Collectors.joining()) + ").get()";
	}

	/** @return a line for a shell, or a comment that says why there is none */
	String commandLine() {
		if (!unsaved.isEmpty()) return "# The image '" + unsaved.get(0).replaceAll("\\p{Cntrl}", " ") +
			"' is no file: save it first, a command line takes files.";
		return "scripts/motion-layers " + commandName + values.entrySet().stream().map(e -> " " + quoted(e.getKey() + "=" + e.getValue()))
			.collect(Collectors.joining());
	}

	/** @return a text between quotes: some characters, and all that break lines, escaped as Java, Groovy and ImageJ's macros have it */
	private static String escaped(final String text, final String special) {
		final StringBuilder escaped = new StringBuilder();
		for (final char c : text.toCharArray()) {
			if (special.indexOf(c) >= 0) escaped.append('\\').append(c);
			else if (c == '\n') escaped.append("\\n");
			else if (c == '\r') escaped.append("\\r");
			else if (c == '\t') escaped.append("\\t");
			else escaped.append(c);
		}
		return escaped.toString();
	}

	private static String quoted(final String word) {
		return word.matches("[A-Za-z0-9_./:,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
	}
}
