package org.motionlayers.command;

import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import ij.ImagePlus;

import org.motionlayers.scene.InputException;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** What the command line says of commands and their parameters, all of it out of the commands' own annotations. */
final class Help {

	private final List<CommandInfo> commands;

	Help(final Context context) {
		commands = context.service(CommandService.class).getCommandsOfType(org.scijava.command.Command.class).stream().filter(info -> info
			.getDelegateClassName().startsWith("org.motionlayers.") && info.getName() != null && !info.getName().isEmpty()).sorted(Comparator
				.comparing(CommandInfo::getName)).collect(Collectors.toList());
	}

	/** @return all commands, sorted by name */
	List<CommandInfo> commands() {
		return commands;
	}

	/** @return the command of this name */
	CommandInfo find(final String name) {
		return commands.stream().filter(info -> info.getName().equals(name)).findFirst().orElseThrow(() -> new InputException("There is no command '" +
			name + "'; there are " + commands.stream().map(CommandInfo::getName).collect(Collectors.joining(", ")) + "."));
	}

	String overview() {
		final StringBuilder text = new StringBuilder("motion-layers NAME key=value ...   runs a command\n" +
			"motion-layers help NAME           tells its parameters\n\n");
		for (final CommandInfo info : commands) text.append(String.format("  %-12s %s%n", info.getName(), info.getDescription()));
		return text.toString();
	}

	String command(final String name) {
		final CommandInfo info = find(name);
		final StringBuilder text = new StringBuilder(String.format("motion-layers %s key=value ...%n%s%n%s%n%n", name, info
			.getDescription(), info.getMenuPath().isEmpty() ? "A step of a batch; in no menu." : "In the menu: " + info.getMenuPath().stream().map(
				Object::toString).collect(Collectors.joining(" > "))));
		for (final ModuleItem<?> item : items(info)) {
			text.append(String.format("  %-12s %s (%s%s)%n", item.getName(), item.getLabel(), typeName(item), defaultOf(item)));
			if (item.getDescription() != null) text.append(String.format("  %-12s %s%n", "", item.getDescription()));
		}
		return text.toString();
	}

	private static String defaultOf(final ModuleItem<?> item) {
		final Object value = item.getDefaultValue();
		return value == null || value.toString().isEmpty() ? item.isRequired() && item.getType() == ImagePlus.class ? ", needed" : ""
			: ", default " + value;
	}

	/** @return the names of the parameters that a user can give */
	static List<String> keys(final CommandInfo info) {
		return items(info).stream().map(ModuleItem::getName).collect(Collectors.toList());
	}

	/** @return the parameter of this name, or null */
	static ModuleItem<?> parameter(final CommandInfo info, final String key) {
		return items(info).stream().filter(item -> item.getName().equals(key)).findFirst().orElse(null);
	}

	private static List<ModuleItem<?>> items(final CommandInfo info) {
		return StreamSupport.stream(info.inputs().spliterator(), false).filter(item -> !Service.class.isAssignableFrom(item.getType()) && item
			.getType() != Context.class && item.getType() != Unasked.class && item.getVisibility() != org.scijava.ItemVisibility.MESSAGE && item
				.getVisibility() != org.scijava.ItemVisibility.INVISIBLE).collect(Collectors.toList());
	}

	/** @return what kind of value a parameter takes, with its article, its choices and range */
	static String typeName(final ModuleItem<?> item) {
		final Class<?> type = item.getType();
		final List<?> choices = item.getChoices();
		if (choices != null && !choices.isEmpty()) return "one of " + choices.stream().map(Objects::toString).collect(Collectors.joining(
			", "));
		if (type == boolean.class || type == Boolean.class) return "true or false";
		if (type == int.class || type == long.class || type == Integer.class || type == Long.class) return "a whole number" + range(item);
		if (type == double.class || type == float.class || type == Double.class) return "a number" + range(item);
		if (type == File.class) return "a file or folder";
		if (type == ImagePlus.class) return "an image: its file, or in Fiji an open image";
		return "text";
	}

	private static String range(final ModuleItem<?> item) {
		final Object low = item.getMinimumValue(), high = item.getMaximumValue();
		if (low == null && high == null) return "";
		return high == null ? " from " + low : low == null ? " up to " + high : " from " + low + " to " + high;
	}
}
