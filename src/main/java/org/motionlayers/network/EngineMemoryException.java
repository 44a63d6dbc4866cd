package org.motionlayers.network;

import java.util.Locale;
import java.util.Optional;

/** PyTorch asked the machine for more memory than there is: the message is one line that says what to lower. */
public final class EngineMemoryException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private EngineMemoryException(final Throwable cause) {
		super("Out of memory: PyTorch could not get " + asked(String.valueOf(cause.getMessage())) +
			". Lower what is computed at once: batch or frames of a training; samples, futures or frames of a prediction; or use a smaller image or" +
			" fewer objects.", cause);
	}

	/** @return the exception for a shortage of memory, where a failure of the engine was one */
	static Optional<EngineMemoryException> of(final Throwable thrown) {
		final String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
		return said.contains("allocate memory") || said.contains("out of memory") || said.contains("not enough memory") ? Optional.of(
			new EngineMemoryException(thrown)) : Optional.empty();
	}

	/** What was asked for, out of PyTorch's words: "you tried to allocate 123 bytes". */
	private static String asked(final String said) {
		final java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("allocate (\\d+) bytes").matcher(said);
		return matcher.find() ? matcher.group(1) + " bytes" : "the memory that it needs";
	}
}
