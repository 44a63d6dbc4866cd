package org.motionlayers.network;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** What a process holds of the machine's memory. */
public final class ResidentMemory {

	private ResidentMemory() {}

	/** @return memory of this process, bytes; 0 where the system does not tell */
	public static long now() throws IOException {
		final Path status = Path.of("/proc/self/status");
		if (!Files.isReadable(status)) return 0;
		return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D",
			"")) << 10).findFirst().orElse(0);
	}

	/** @return memory of this process outside the Java heap, bytes; the test is skipped where the system does not tell */
	public static long outsideHeap() throws IOException {
		System.gc();
		final long resident = now();
		Assumptions.assumeTrue(resident > 0, "resident memory is read from /proc, which is not here");
		return resident - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
	}
}
