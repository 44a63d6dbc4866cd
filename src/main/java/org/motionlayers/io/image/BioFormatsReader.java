package org.motionlayers.io.image;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;

import org.motionlayers.scene.InputException;

/**
 * Everything that Bio-Formats reads, where it is on the class path. Its macro commands fail headless; {@code loci.plugins.BF} works, and is
 * called by name, so that Bio-Formats is not needed to build or run. Planes are read on demand; of several series the first is taken.
 */
final class BioFormatsReader implements ImageReader {

	private static final String OPENER = "loci.plugins.BF";

	private static final String OPTIONS = "loci.plugins.in.ImporterOptions";

	/** @return whether Bio-Formats' importer is on the class path */
	static boolean isInstalled() {
		try {
			load(OPENER);
			return true;
		}
		catch (final ClassNotFoundException exc) {
			return false;
		}
	}

	@Override
	public boolean canRead(final Path path, final byte[] head) {
		return isInstalled() && Files.isRegularFile(path);
	}

	@Override
	public OpenedImage read(final Path path) throws IOException {
		try {
			final Class<?> optionsType = load(OPTIONS);
			final Object options = optionsType.getConstructor().newInstance();
			optionsType.getMethod("setId", String.class).invoke(options, path.toAbsolutePath().toString());
			optionsType.getMethod("setVirtual", boolean.class).invoke(options, true);
			final ImagePlus[] images = (ImagePlus[]) load(OPENER).getMethod("openImagePlus", optionsType).invoke(null, options);
			if (images == null || images.length == 0) throw new InputException(path + ": Bio-Formats finds no image in this file.");
			return new OpenedImage(ImagePlusMovies.toMovie(images[0]), path, nameAndVersion(), List.of());
		}
		catch (final InvocationTargetException exc) {
			throw new InputException(path + ": Bio-Formats cannot read this file (" + exc.getCause() + ").", exc.getCause());
		}
		catch (final ReflectiveOperationException exc) {
			throw new InputException(path + ": the installed Bio-Formats lacks what is called (" + exc + "); version 6 or later is needed.", exc);
		}
	}

	/** @return such as "Bio-Formats 8.0.0" */
	static String nameAndVersion() {
		try {
			return "Bio-Formats " + load("loci.formats.FormatTools").getField("VERSION").get(null);
		}
		catch (final ReflectiveOperationException exc) {
			return "Bio-Formats (unknown version)";
		}
	}

	private static Class<?> load(final String name) throws ClassNotFoundException {
		final ClassLoader context = Thread.currentThread().getContextClassLoader();
		return Class.forName(name, true, context == null ? BioFormatsReader.class.getClassLoader() : context);
	}
}
