package org.motionlayers.scene;

/**
 * Bad input from the user: the message is one line that names the file or parameter, what was found and what is accepted. Commands
 * show it as it is; anything else that is thrown is a defect of ours.
 */
public final class InputException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/** @param message one line: the file or parameter, what was found, what is accepted */
	public InputException(final String message) {
		super(message);
	}

	/**
	 * @param message one line: the file or parameter, what was found, what is accepted
	 * @param cause what the library underneath said
	 */
	public InputException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
