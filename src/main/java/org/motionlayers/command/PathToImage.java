package org.motionlayers.command;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import ij.ImagePlus;

import org.motionlayers.io.image.Images;
import org.motionlayers.io.image.OpenedImage;
import org.motionlayers.scene.InputException;
import org.scijava.Priority;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;

/**
 * Lets commands take a file where they want an image: {@code image=cells.tif} on the command line and in scripts. The image remembers
 * what it was read from, so that nothing is read or copied twice.
 */
@Plugin(type = Converter.class, priority = Priority.HIGH)
public final class PathToImage extends AbstractConverter<String, ImagePlus> {

	@Override
	public boolean canConvert(final Object source, final Class<?> target) {
		return source instanceof String && target == ImagePlus.class && isFile((String) source);
	}

	@Override
	public boolean canConvert(final Object source, final Type target) {
		return target == ImagePlus.class && canConvert(source, ImagePlus.class);
	}

	@Override
	public boolean canConvert(final Class<?> source, final Class<?> target) {
		return false;
	}

	/** @return whether there is a file or folder of that name */
	static boolean isFile(final String text) {
		try {
			return !text.isBlank() && Files.exists(Path.of(text));
		}
		catch (final InvalidPathException exc) {
			return false;
		}
	}

	@Override
	public <T> T convert(final Object source, final Class<T> target) {
		try {
			final OpenedImage opened = Images.read(Path.of((String) source));
			return target.cast(ImageInput.remembering(opened));
		}
		catch (final IOException exc) {
			throw new InputException(source + ": cannot be read (" + exc.getMessage() + ").", exc);
		}
	}

	@Override
	public Class<ImagePlus> getOutputType() {
		return ImagePlus.class;
	}

	@Override
	public Class<String> getInputType() {
		return String.class;
	}
}
