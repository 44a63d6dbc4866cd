package org.motionlayers.network.weights;

/**
 * A model on disk is not what it should be: the message is one line that names the file, what was found and what is accepted. The
 * rooms that users meet show it as it is.
 */
public final class ModelException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/** @param message one line: the file, what was found, what is accepted */
	public ModelException(final String message) {
		super(oneLine(message));
	}

	/**
	 * @param message one line: the file, what was found, what is accepted
	 * @param cause what the library underneath said
	 */
	public ModelException(final String message, final Throwable cause) {
		super(oneLine(message), cause);
	}

	/** Names out of a damaged file may hold anything. */
	private static String oneLine(final String message) {
		return message.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
	}
}
