package org.motionlayers.network;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** What a process holds of the machine's memory. */
public final class ResidentMemory {

	private ResidentMemory() {}

	/** @return memory of this process outside the Java heap, bytes; the test is skipped where the system does not tell */
	public static long outsideHeap() throws IOException {
		final Path status = Path.of("/proc/self/status");
		Assumptions.assumeTrue(Files.exists(status), "resident memory is read from /proc, which is not here");
		System.gc();
		final long resident = 1024 * Long.parseLong(Files.readAllLines(status).stream().filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow()
			.replaceAll("\\D", ""));
		return resident - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
	}
}
