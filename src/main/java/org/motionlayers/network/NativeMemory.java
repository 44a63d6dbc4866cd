package org.motionlayers.network;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Lets the C library of Linux keep the memory that tensors free instead of giving it back to the system each time: a training step asks
 * for the same sizes again, and fetching fresh pages took more than half of its time. Other systems are left as they are.
 */
final class NativeMemory {

	/** Freed memory at the end of a heap that is kept, bytes. */
	private static final int KEPT = 1 << 30;

	/** Largest array taken from a heap instead of the system, bytes: the most that glibc allows. */
	private static final int LARGEST_FROM_HEAP = 32 << 20;

	/** glibc's malloc.h. */
	private static final int M_TRIM_THRESHOLD = -1;
	private static final int M_MMAP_THRESHOLD = -3;

	/** The one function of the C library that is called. */
	public interface CLibrary extends Library {

		/** @return 1 where the parameter is known and the value accepted */
		int mallopt(int parameter, int value);
	}

	private NativeMemory() {}

	/** @return whether freed memory is kept from now on */
	static boolean keepFreed() {
		if (!Platform.isLinux()) return false;
		try {
			final CLibrary c = Native.load("c", CLibrary.class);
			return c.mallopt(M_TRIM_THRESHOLD, KEPT) == 1 && c.mallopt(M_MMAP_THRESHOLD, LARGEST_FROM_HEAP) == 1;
		}
		catch (final UnsatisfiedLinkError e) {
			// A Linux without glibc has no mallopt: slower, not wrong.
			return false;
		}
	}
}
