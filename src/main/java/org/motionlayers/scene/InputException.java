package org.motionlayers.scene;

/**
 * Bad input from the user: the message is one line that names the file or parameter, what was found and what is accepted. Commands
 * show it as it is; anything else that is thrown is a defect of ours.
 */
public final class InputException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;
	/** Messages quote what is in files: names of a megabyte, names with line breaks. */
	private static final int LONGEST = 1500;

	/** @param message one line: the file or parameter, what was found, what is accepted */
	public InputException(final String message) {
		super(line(message));
	}

	/**
	 * @param message one line: the file or parameter, what was found, what is accepted
	 * @param cause what the library underneath said
	 */
	public InputException(final String message, final Throwable cause) {
		super(line(message), cause);
	}

	private static String line(final String said) {
		final String message = String.valueOf(said);
		final String line = message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
		return line.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]", " ");
	}
}
