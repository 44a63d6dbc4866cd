package org.motionlayers.dreamer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.motionlayers.dreamer.grid.GridReasoner;
import org.motionlayers.dreamer.objects.ObjectReasoner;
import org.motionlayers.network.ModelFolder;
import org.motionlayers.network.weights.ModelException;

/** The table of models that reason motion: what a model's configuration names, the space it reasons in, and how it is opened. */
public enum DreamerArchitectures {

	/** Every object a token (ours). */
	OBJECTS("dreamer-objects", "dreamer-objects-collisions") {

		@Override
		Reasoner open(final Path folder) throws IOException {
			return ObjectReasoner.open(folder);
		}
	},

	/** Flow, segmentation and depth on a grid of pixels (the paper's). */
	GRID("dreamer-grid", "dreamer-grid") {

		@Override
		Reasoner open(final Path folder) throws IOException {
			return GridReasoner.open(folder);
		}
	};

	private final String architecture;
	private final String shipped;

	DreamerArchitectures(final String architecture, final String shipped) {
		this.architecture = architecture;
		this.shipped = shipped;
	}

	/** @return what configurations of it name */
	public String architecture() {
		return architecture;
	}

	/** @return the name of the model that is taken where none is named */
	public String shipped() {
		return shipped;
	}

	/** Loads a model of this architecture. */
	abstract Reasoner open(Path folder) throws IOException;

	/**
	 * Tells what a model is, from its configuration alone.
	 *
	 * @param folder the model
	 * @throws ModelException where it is no model, or none that reasons motion
	 * @throws IOException where it cannot be read
	 */
	public static DreamerArchitectures of(final Path folder) throws IOException {
		final String found = ModelFolder.open(folder).config().architecture();
		return Arrays.stream(values()).filter(known -> known.architecture.equals(found)).findFirst().orElseThrow(() -> new ModelException(
			"Model '" + folder + "' is of architecture '" + found + "', which reasons no motion; " + Arrays.stream(values()).map(
				DreamerArchitectures::architecture).collect(Collectors.joining(", ")) + " do."));
	}
}
