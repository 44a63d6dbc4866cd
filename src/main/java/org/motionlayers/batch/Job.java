package org.motionlayers.batch;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One output, and all that is needed to make it: a call of a command. It is written by this job alone and appears whole, so that it is done
 * exactly when its file is there.
 *
 * @param name what it is called in reports, unique in a batch
 * @param stage jobs of a stage begin when all of the stages before have ended
 * @param command name of the command
 * @param arguments of the command, key=value
 * @param done path of the file that is there when the job is done
 * @param whole path of the file that is there when all is done that this job is a part of
 */
public record Job(String name, int stage, String command, List<String> arguments, String done, String whole) implements Serializable {

	/** Copies the list. */
	public Job {
		arguments = List.copyOf(arguments);
	}

	/** @return whether nothing is left to do */
	public boolean isDone() {
		return Files.exists(Path.of(done)) || Files.exists(Path.of(whole));
	}
}
