package org.motionlayers.segmentation.raster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/**
 * A TIFF or BigTIFF file of labels: strips or tiles; no compression, LZW, deflate or PackBits; integers of 1 to 64 bits or floats. The file
 * is open only while it is read.
 */
public final class TiffFile implements LabelPlanes {

	/** Directories may share values, so together they may be larger than the file, within reason. */
	private static final int MAX_DIRECTORY_EXCESS = 8;
	private static final int DIRECTORY_ALLOWANCE = 1 << 20;

	private final Path path;
	private final List<TiffPage> pages;
	private final int planes;
	private final TiffMetadata metadata;

	private TiffFile(final Path path, final long size, final List<TiffPage> pages, final TiffMetadata metadata) throws IOException {
		this.path = path;
		this.pages = List.copyOf(pages);
		this.metadata = metadata;
		this.planes = stacked() ? metadata.images() : pages.size() * pages.get(0).planes();
		if (stacked() && pages.get(0).contiguousOffset() > size - planes * pages.get(0).planeBytes()) throw new IOException(
			"the file ends early: its header promises " + planes + " planes of " + width() + " x " + height());
	}

	/**
	 * Reads where the planes lie, no pixels.
	 *
	 * @param path the file
	 * @return its planes
	 * @throws InputException where it is no TIFF, damaged, or of a kind that holds no labels
	 */
	public static TiffFile open(final Path path) {
		try (TiffInput in = new TiffInput(path)) {
			final List<TiffPage> pages = new ArrayList<>();
			final Ifd first = new Ifd(in, in.firstDirectory());
			final Set<Long> seen = new HashSet<>();
			long budget = MAX_DIRECTORY_EXCESS * in.size() + DIRECTORY_ALLOWANCE;
			for (Ifd ifd = first; ifd != null; ifd = next(in, ifd)) {
				final TiffPage page = new TiffPage(ifd);
				budget -= ifd.bytes();
				if (!seen.add(ifd.next()) || budget < 0) throw new IOException("damaged TIFF: its directories go round in a circle");
				if (!pages.isEmpty() && (page.width() != pages.get(0).width() || page.height() != pages.get(0).height())) throw new IOException(
					"its pages differ in size: " + pages.get(0).width() + " x " + pages.get(0).height() + " and " + page.width() + " x " + page.height());
				pages.add(page);
			}
			return new TiffFile(path, in.size(), pages, TiffMetadata.of(first));
		}
		catch (final IOException e) {
			throw refused(path, e);
		}
	}

	private static Ifd next(final TiffInput in, final Ifd ifd) throws IOException {
		return ifd.next() == 0 ? null : new Ifd(in, ifd.next());
	}

	private static InputException refused(final Path path, final IOException e) {
		return new InputException("Labels '" + path + "': " + e.getMessage() + ".", e);
	}

	/** ImageJ writes stacks beyond 4 GB as one page, the other planes behind it. */
	private boolean stacked() {
		return pages.size() == 1 && metadata.images() > 1 && pages.get(0).contiguousOffset() >= 0;
	}

	@Override
	public String title() {
		return pages.get(0).type().title() + " TIFF";
	}

	@Override
	public int width() {
		return pages.get(0).width();
	}

	@Override
	public int height() {
		return pages.get(0).height();
	}

	@Override
	public int planes() {
		return planes;
	}

	@Override
	public Layout layout() {
		final Layout layout = metadata.layout();
		return layout.planes() == planes ? layout : Layout.unknown(planes);
	}

	@Override
	public Calibration calibration() {
		return metadata.calibration();
	}

	@Override
	public int[] read(final int plane) {
		final LabelValues values = new LabelValues(path, plane, Shape.of(width(), height()));
		try (TiffInput in = new TiffInput(path)) {
			final boolean stacked = stacked();
			final int perPage = stacked ? planes : pages.get(0).planes();
			final TiffPage page = pages.get(plane / perPage);
			page.read(in, stacked ? 0 : plane % perPage, stacked ? plane * page.planeBytes() : 0, values);
			return values.labels();
		}
		catch (final IOException e) {
			throw refused(path, e);
		}
	}
}
