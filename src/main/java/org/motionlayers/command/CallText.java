package org.motionlayers.command;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import ij.ImagePlus;

import org.motionlayers.io.RunRecord;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** A finished call of a command as text that can be run again: a macro line, a line of Groovy, a command line. */
final class CallText {

	private final String menuName;
	private final String commandName;
	private final String className;
	private final Map<String, String> values = new LinkedHashMap<>();

	/**
	 * @param module the command with its inputs
	 * @param resolved what parameters came to mean, by name, where that is more than what they were given as
	 */
	CallText(final Module module, final Map<String, String> resolved) {
		this.commandName = module.getInfo().getName();
		this.menuName = module.getInfo().getMenuPath().getLeaf().getName();
		this.className = module.getInfo().getDelegateClassName();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			final Object value = module.getInput(item.getName());
			if (value == null || value instanceof Service || value instanceof Context) continue;
			final String known = resolved.get(item.getName());
			values.put(item.getName(), known != null ? known : value instanceof ImagePlus ? image((ImagePlus) value) : value.toString());
		}
	}

	private static String image(final ImagePlus image) {
		return ImageInput.of("image", image, SliceAxis.DEPTH).path().filter(path -> new File(path.toString()).exists()).map(path -> path
			.toAbsolutePath().toString()).orElse(image.getTitle());
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

	/** @return {@code run("Predict Motion...", "image=... frames=12");} with values in brackets where they hold spaces */
	String macro() {
		return "run(\"" + menuName + "\", \"" + values.entrySet().stream().map(e -> e.getKey().toLowerCase(Locale.ROOT) + "=" + bracketed(e
			.getValue())).collect(Collectors.joining(" ")) + "\");";
	}

	private static String bracketed(final String value) {
		final String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
		return escaped.isEmpty() || escaped.chars().anyMatch(Character::isWhitespace) ? "[" + escaped + "]" : escaped;
	}

	/** @return a line for Groovy with {@code #@ CommandService commands} */
	String groovy() {
		return "commands.run(\"" + className + "\", true, " + values.entrySet().stream().map(e -> "\"" + e.getKey() + "\", \"" + e.getValue()
			.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + "\"").collect(Collectors.joining(", ")) + ").get()";
	}

	/** @return a line for a shell */
	String commandLine() {
		return "scripts/motion-layers " + commandName + values.entrySet().stream().map(e -> " " + quoted(e.getKey() + "=" + e.getValue()))
			.collect(Collectors.joining());
	}

	private static String quoted(final String word) {
		return word.matches("[A-Za-z0-9_./:,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
	}
}
