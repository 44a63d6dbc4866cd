package org.motionlayers.network;

/** The deep learning engine cannot be had on this machine: the message is one line that says what is missing and how to get it. */
public final class EngineMissingException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	EngineMissingException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
