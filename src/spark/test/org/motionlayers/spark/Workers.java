package org.motionlayers.spark;

import java.util.stream.Stream;

/** The processes that run jobs for a local-cluster in this Java. Their class path is too long for their names to be seen behind it. */
final class Workers {

	private Workers() {}

	/** @return those that run, which are this Java's only children that are Java too */
	static Stream<ProcessHandle> alive() {
		return ProcessHandle.current().children().filter(process -> process.isAlive() && process.info().command().orElse("").endsWith("java"));
	}
}
