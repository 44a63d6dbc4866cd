package org.motionlayers.network.natives;

import java.util.concurrent.CancellationException;

/** Is told how far a download is. */
@FunctionalInterface
public interface DownloadMonitor {

	/** Listens to nothing. */
	DownloadMonitor NONE = (done, total, what) -> {
		// nobody listens
	};

	/**
	 * Receives how far it is, some twenty times a second.
	 *
	 * @param done bytes
	 * @param total bytes in all
	 * @param what in a few words
	 * @throws CancellationException to stop the download; nothing of it stays
	 */
	void update(long done, long total, String what);
}
