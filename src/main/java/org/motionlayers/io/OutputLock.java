package org.motionlayers.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.motionlayers.scene.InputException;

/**
 * Keeps all others away from a folder of results while one run writes there, in this program and in any other. The lock is the operating
 * system's, on a hidden file beside the folder: it ends with the program however that ends, so that a file that a killed program left
 * locks nothing.
 */
public final class OutputLock implements AutoCloseable {

	private static final String ENDING = "-lock";

	/** The lock is on a byte far behind the content. */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	/** No file is longer. */
	private static final int LONGEST = 4096;

	/** How often a file is tried anew that was removed by its last owner in the same moment. */
	private static final int ATTEMPTS = 20;

	/** An operating system knows programs, not the runs within one. */
	private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

	private final Path file;
	private final FileChannel channel;

	private OutputLock(final Path file, final FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Locks a folder.
	 *
	 * @param folder that a run is to write; the one above it must be there
	 * @return the lock, to be closed
	 * @throws InputException where another run is writing there
	 * @throws IOException where nothing can be written beside the folder
	 */
	public static OutputLock of(final Path folder) throws IOException {
		final Path absolute = folder.toAbsolutePath().normalize();
		final Path file = absolute.getParent().toRealPath().resolve("." + absolute.getFileName() + ENDING);
		if (!HERE.add(file)) throw busy(folder);
		boolean locked = false;
		try {
			final FileChannel channel = lock(file);
			if (channel == null) throw busy(folder);
			locked = true;
			return new OutputLock(file, channel);
		}
		finally {
			if (!locked) HERE.remove(file);
		}
	}

	private static InputException busy(final Path folder) {
		return new InputException("output=" + folder + ": another run is writing there at this moment; wait for its end, or choose another folder.");
	}

	/** @return the channel that holds the lock; null where another program holds it */
	private static FileChannel lock(final Path file) throws IOException {
		for (int i = 0; i < ATTEMPTS; i++) {
			final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (!lock(channel)) {
				channel.close();
				return null;
			}
			if (isStillThere(file, channel)) return channel;
			channel.close();
		}
		return null;
	}

	private static boolean lock(final FileChannel channel) {
		try {
			final FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
			return lock != null;
		}
		catch (final IOException exc) {
			// a file system without locks: runs in this program still see each other
			return true;
		}
	}

	/**
	 * The last owner may have removed the file after it was opened here: then the lock is on a file that nobody else can see. The file is told
	 * by a length drawn at random, not by its content: reading it by its name would open and close it, which ends the locks of this program.
	 */
	private static boolean isStillThere(final Path file, final FileChannel channel) throws IOException {
		final int length = ThreadLocalRandom.current().nextInt(1, LONGEST);
		try {
			channel.truncate(0);
			channel.write(ByteBuffer.allocate(length), 0);
			return Files.size(file) == length;
		}
		catch (final NoSuchFileException exc) {
			return false;
		}
	}

	/** Unlocks the folder and removes the file. */
	@Override
	public void close() {
		try (channel) {
			Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			// a hidden file stays, which locks nothing
		}
		finally {
			HERE.remove(file);
		}
	}
}
