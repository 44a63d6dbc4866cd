package org.motionlayers.host;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ij.ImagePlus;
import ij.Macro;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/**
 * Does for the tests what imagej-legacy does in the real host: enters SciJava commands into ImageJ's own command table, so that its macro
 * interpreter runs them, and fills their inputs from the macro's options: keys in lower case, images by title or ID, the active image
 * where there is a single image input that is not named.
 */
public final class LegacyBridge implements PlugIn {

	private static Context context;
	private static Module lastModule;

	/** Enters all our commands into ImageJ's table under the last element of their menu path. */
	public static void install(final Context host) {
		context = host;
		final Hashtable<Object, Object> table = table();
		for (final CommandInfo info : commands(host)) table.put(info.getMenuPath().getLeaf().getName(), LegacyBridge.class.getName() + "(\"" +
			info.getName() + "\")");
	}

	/** @return what ran last */
	public static Module lastModule() {
		return lastModule;
	}

	/** @return all commands of this project that are in the menu */
	public static List<CommandInfo> commands(final Context in) {
		return in.service(CommandService.class).getCommandsOfType(Command.class).stream().filter(info -> info.getDelegateClassName().startsWith(
			"org.motionlayers.") && !info.getMenuPath().isEmpty()).toList();
	}

	@SuppressWarnings("unchecked")
	private static Hashtable<Object, Object> table() {
		try {
			final Field field = Menus.class.getDeclaredField("pluginsTable");
			field.setAccessible(true);
			if (field.get(null) == null) field.set(null, new Hashtable<>());
			return (Hashtable<Object, Object>) field.get(null);
		}
		catch (final ReflectiveOperationException exc) {
			throw new IllegalStateException(exc);
		}
	}

	@Override
	public void run(final String name) {
		final CommandInfo info = commands(context).stream().filter(i -> i.getName().equals(name)).findFirst().orElseThrow();
		try {
			lastModule = context.service(ModuleService.class).run(info, true, inputs(context, info, Macro.getOptions())).get();
		}
		catch (final Exception exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** Reads a command's inputs out of macro options as the real host's preprocessors do. */
	public static Map<String, Object> inputs(final Context in, final CommandInfo info, final String options) {
		final Map<String, Object> inputs = new HashMap<>();
		final ConvertService convert = in.service(ConvertService.class);
		ModuleItem<?> unnamedImage = null;
		int images = 0;
		for (final ModuleItem<?> item : info.inputs()) {
			if (Service.class.isAssignableFrom(item.getType()) || item.getType() == Context.class) continue;
			final String text = options == null ? null : Macro.getValue(options, item.getName().toLowerCase(Locale.ROOT), null);
			final boolean image = item.getType() == ImagePlus.class;
			if (text != null) inputs.put(item.getName(), image ? image(text, convert) : convert.convert(text, item.getType()));
			else if (image) {
				unnamedImage = item;
				images++;
			}
		}
		final ImagePlus active = WindowManager.getCurrentImage();
		if (images == 1 && active != null) inputs.put(unnamedImage.getName(), active);
		return inputs;
	}

	private static ImagePlus image(final String text, final ConvertService convert) {
		final ImagePlus byTitle = WindowManager.getImage(text);
		if (byTitle != null) return byTitle;
		return text.matches("-\\d+") ? WindowManager.getImage(Integer.parseInt(text)) : convert.convert(text, ImagePlus.class);
	}

	/** Records a command's inputs as the real host does: keys in lower case, images by title, nothing for null. */
	public static void record(final CommandInfo info, final Module module) {
		for (final ModuleItem<?> item : info.inputs()) {
			final Object value = module.getInput(item.getName());
			if (value == null || value instanceof Service || value instanceof Context) continue;
			Recorder.recordOption(item.getName(), value instanceof ImagePlus ? ((ImagePlus) value).getTitle() : value.toString());
		}
	}
}
