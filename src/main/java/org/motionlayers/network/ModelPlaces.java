package org.motionlayers.network;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.motionlayers.network.weights.ModelException;

/**
 * Where trained models are: a folder that the user names, else a name that is looked for where models are shipped to. These are the folder
 * of the Java property {@value #PROPERTY}; the folder models/motion-layers of a Fiji, beside its folder jars; and the folder models of
 * the source tree.
 */
public final class ModelPlaces {

	/** Java property: the folder that holds models, looked at before all others. */
	public static final String PROPERTY = "motionlayers.models";

	private static final String FOLDER = "models";

	/** In a Fiji, whose folder models other plugins use too. */
	private static final String IN_FIJI = "motion-layers";

	private ModelPlaces() {}

	/**
	 * Finds a model.
	 *
	 * @param name a folder, or the name of a shipped model
	 * @return the folder, which is there
	 * @throws ModelException where there is none; the message says where was looked
	 */
	public static Path find(final String name) {
		return find(name, folders());
	}

	static Path find(final String name, final List<Path> folders) {
		try {
			final Path folder = Path.of(name);
			if (Files.isDirectory(folder)) return folder;
			for (final Path place : folders) if (Files.isDirectory(place.resolve(name))) return place.resolve(name);
		}
		catch (final InvalidPathException e) {
			// no name of a folder: told below
		}
		throw new ModelException("model=" + name + ": no such folder, and no model of that name in " + folders.stream().map(Path::toString)
			.collect(Collectors.joining(", ")) + "; a model is a folder with " + ModelFolder.CONFIG + " and " + ModelFolder.WEIGHTS +
			", and the Java property " + PROPERTY + " names a folder of models.");
	}

	/** @return where models of a name are looked for, in this order; the folders need not be there */
	public static List<Path> folders() {
		final List<Path> folders = new ArrayList<>();
		final String told = System.getProperty(PROPERTY);
		if (told != null && !told.isEmpty()) folders.add(Path.of(told).toAbsolutePath().normalize());
		folders.addAll(around(code()));
		return folders;
	}

	/** @return the folders for a jar in a folder of jars, or for classes in a folder of build results */
	static List<Path> around(final Path code) {
		final Path beside = code.toAbsolutePath().normalize().getParent();
		if (beside == null || beside.getParent() == null) return List.of();
		return List.of(beside.getParent().resolve(FOLDER).resolve(IN_FIJI), beside.getParent().resolve(FOLDER));
	}

	private static Path code() {
		final CodeSource source = ModelPlaces.class.getProtectionDomain().getCodeSource();
		try {
			return source == null ? Path.of("") : Path.of(source.getLocation().toURI());
		}
		catch (final URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
			// classes that come from elsewhere than the file system have no folder beside them
			return Path.of("");
		}
	}
}
