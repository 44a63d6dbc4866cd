package org.motionlayers.network;

import java.util.Optional;

import org.motionlayers.network.natives.PyTorchInstallation;

/** The deep learning engine cannot be had on this machine: the message is one line that says what is missing and how to get it. */
public final class EngineMissingException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final transient PyTorchInstallation installation;

	EngineMissingException(final String message, final Throwable cause) {
		super(message, cause);
		installation = null;
	}

	EngineMissingException(final String message, final PyTorchInstallation installation) {
		super(message);
		this.installation = installation;
	}

	/** @return what would help once the user agrees to it: a download; empty where no download helps */
	public Optional<PyTorchInstallation> remedy() {
		return Optional.ofNullable(installation);
	}
}
