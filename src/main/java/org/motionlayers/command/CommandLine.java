package org.motionlayers.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

import ij.ImagePlus;

import org.motionlayers.scene.InputException;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.log.StderrLogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * Runs a command by its name with {@code key=value} parameters, headless: the names, defaults and checks are the command's own.
 * Exit status 0 when it did its work, 1 when not, with one line on standard error.
 */
public final class CommandLine {

	/** Set by the start script when standard error is a terminal: then progress is shown there. */
	static final String TERMINAL_PROPERTY = "motionlayers.terminal";

	private static final Logger PREFERENCES_LOG = Logger.getLogger("java.util.prefs");

	private static final String WHOLE_NUMBER = "[+-]?\\d{1,18}";
	private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?";

	private final Context context;
	private final PrintStream out;
	private final PrintStream err;
	private final boolean terminal;

	CommandLine(final Context context, final PrintStream out, final PrintStream err) {
		this(context, out, err, Boolean.getBoolean(TERMINAL_PROPERTY));
	}

	/**
	 * @param context with the commands
	 * @param out gets help
	 * @param err gets one line for what goes wrong
	 * @param terminal whether err is one, and progress is shown there
	 */
	CommandLine(final Context context, final PrintStream out, final PrintStream err, final boolean terminal) {
		this.context = context;
		this.out = out;
		this.err = err;
		this.terminal = terminal;
	}

	/**
	 * Runs one command and exits.
	 *
	 * @param args command name, then key=value pairs; or help; or help NAME
	 */
	public static void main(final String... args) {
		System.setProperty("java.awt.headless", "true");
		quietPreferences();
		final int status;
		try (Context context = new Context(HeadlessServices.LIST)) {
			quiet(context.service(LogService.class));
			status = new CommandLine(context, System.out, System.err).run(args);
		}
		System.exit(status);
	}

	/** SciJava opens the preferences though no parameter of ours persists; Java would tell of a home folder that is new, read-only or in use. */
	static void quietPreferences() {
		PREFERENCES_LOG.setLevel(Level.OFF);
	}

	/** Errors are printed once, by {@link #run}; the rest of the log goes to standard output and warnings to standard error. */
	private static void quiet(final LogService log) {
		log.setLevel(LogLevel.INFO);
		final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
		if (log instanceof StderrLogService) ((StderrLogService) log).setPrintStreams(level -> level <= LogLevel.ERROR ? nowhere
			: aboveProgress(level == LogLevel.WARN ? System.err : System.out));
	}

	/** @return a stream for whole lines, which first wipes the line of progress where there is one */
	private static PrintStream aboveProgress(final PrintStream stream) {
		if (Boolean.getBoolean(TERMINAL_PROPERTY)) System.err.print(TerminalProgress.CLEAR_LINE);
		return stream;
	}

	/** @return the exit status: 0 or 1 */
	int run(final String... args) {
		try {
			final Help help = new Help(context);
			if (args.length == 0 || args[0].equals("help") || args[0].equals("--help") || args[0].equals("-h")) {
				out.print(args.length > 1 ? help.command(args[1]) : help.overview());
				return 0;
			}
			final CommandInfo info = help.find(args[0]);
			return call(info, inputs(info, Arrays.asList(args).subList(1, args.length)));
		}
		catch (final InputException exc) {
			err.println("motion-layers: " + exc.getMessage());
			return 1;
		}
		catch (final OutOfMemoryError exc) {
			// such as an image that is too large to be opened
			err.println("motion-layers: " + MotionCommand.outOfMemory());
			return 1;
		}
	}

	private int call(final CommandInfo info, final Map<String, Object> inputs) {
		try (TerminalProgress progress = new TerminalProgress(context, err, terminal)) {
			final Module module = context.service(ModuleService.class).run(info, true, inputs).get();
			if (!(module instanceof Cancelable) || !((Cancelable) module).isCanceled()) return 0;
			progress.close();
			final String reason = ((Cancelable) module).getCancelReason();
			throw new InputException(reason == null || reason.isEmpty() ? info.getName() + " was canceled." : reason);
		}
		catch (final ExecutionException exc) {
			if (Boolean.getBoolean("scijava.log.debug")) exc.printStackTrace(err);
			final Throwable cause = rootCause(exc);
			if (cause instanceof OutOfMemoryError shortage) throw shortage;
			throw new InputException(info.getName() + " failed through a defect of its own: " + cause + at(cause) +
				". Please report this line.", exc);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new InputException(info.getName() + " was interrupted.", exc);
		}
	}

	private static Throwable rootCause(final Throwable thrown) {
		return thrown.getCause() == null ? thrown : rootCause(thrown.getCause());
	}

	private static String at(final Throwable cause) {
		return Arrays.stream(cause.getStackTrace()).filter(e -> e.getClassName().startsWith("org.motionlayers.")).findFirst().map(
			e -> " at " + e).orElse("");
	}

	/** Splits key=value arguments and converts the values to the types that the command asks for. */
	private Map<String, Object> inputs(final CommandInfo info, final List<String> args) {
		final ConvertService convert = context.service(ConvertService.class);
		final Map<String, Object> inputs = new LinkedHashMap<>();
		for (final String arg : args) {
			final int equals = arg.indexOf('=');
			final String key = equals < 0 ? arg : arg.substring(0, equals);
			final ModuleItem<?> item = Help.parameter(info, key);
			if (equals < 0 || item == null) throw new InputException("'" + arg + "' is not a parameter of " + info.getName() +
				"; it takes key=value with the keys " + String.join(", ", Help.keys(info)) + ".");
			inputs.put(key, value(convert, item, arg.substring(equals + 1)));
		}
		return inputs;
	}

	private static boolean isNumber(final Class<?> type) {
		return type == int.class || type == long.class || type == float.class || type == double.class;
	}

	private static Object value(final ConvertService convert, final ModuleItem<?> item, final String text) {
		final Class<?> type = item.getType();
		if (type == boolean.class && !text.equals("true") && !text.equals("false")) throw new InputException(item.getName() + "=" + text +
			": true or false is needed.");
		if (type == ImagePlus.class && !PathToImage.isFile(text)) throw new InputException(item.getName() + "=" + text +
			": no such file or folder.");
		// SciJava would take 0 for a word
		if (isNumber(type) && !text.matches(type == int.class || type == long.class ? WHOLE_NUMBER : NUMBER)) throw new InputException(item
			.getName() + "=" + text + ": " + Help.typeName(item) + " is needed.");
		final Object value = type == String.class ? text : convert.convert(text, type);
		if (value == null) throw new InputException(item.getName() + "=" + text + ": " + Help.typeName(item) + " is needed.");
		return value;
	}
}
