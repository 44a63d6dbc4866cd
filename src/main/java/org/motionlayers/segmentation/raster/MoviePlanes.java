package org.motionlayers.segmentation.raster;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

/** Label planes of an image that is open already. */
public final class MoviePlanes implements LabelPlanes {

	private final Movie movie;

	/**
	 * @param movie the label image, of one channel
	 * @throws InputException where it is a colour image
	 */
	public MoviePlanes(final Movie movie) {
		if (movie.display().isRgb()) throw new InputException("Labels '" + movie.title() + "': " + COLOUR + ".");
		this.movie = movie;
	}

	@Override
	public String title() {
		return movie.type().bits() + "-bit image";
	}

	@Override
	public int width() {
		return movie.shape().width();
	}

	@Override
	public int height() {
		return movie.shape().height();
	}

	@Override
	public int planes() {
		return movie.shape().channels() * movie.shape().depth() * movie.frames();
	}

	/** @return the axes as ImageJ shows them; slices without frames may be either */
	@Override
	public Layout layout() {
		final Shape shape = movie.shape();
		final boolean slicesOnly = movie.frames() == 1 && shape.depth() > 1;
		return new Layout(shape.channels(), shape.depth(), movie.frames(), false, !slicesOnly);
	}

	@Override
	public Calibration calibration() {
		return movie.calibration();
	}

	@Override
	public int[] read(final int plane) {
		final Shape shape = movie.shape();
		final int perFrame = planes() / movie.frames();
		final Frame frame = movie.frame(plane / perFrame);
		final int first = plane % perFrame * shape.planeSize();
		final LabelValues values = new LabelValues(movie.title(), plane, Shape.of(shape.width(), shape.height()));
		for (int i = 0; i < shape.planeSize(); i++) {
			final double value = frame.type().get(frame.data(), first + i);
			if (frame.type() == PixelType.FLOAT32) values.set(i, value);
			else values.set(i, (long) value);
		}
		return values.labels();
	}
}
