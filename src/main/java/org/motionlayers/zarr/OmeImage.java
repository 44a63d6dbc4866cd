package org.motionlayers.zarr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Shape;

/**
 * A multiscale image of OME-Zarr at full resolution, its pixels read when asked for.
 *
 * <pre>
 * OmeImage image = OmeImage.open(Path.of("cells.zarr"));
 * image.read(0, (elements, at, to, count) -&gt; ...);
 * OmeImage nuclei = OmeImage.labels(Path.of("cells.zarr"));
 * </pre>
 */
public final class OmeImage {

	private static final String MULTISCALES = "multiscales";
	/** The folder of label images in that of an image. */
	private static final String LABELS = "labels";
	/** What bioformats2raw writes above the images, and where it puts the first. */
	private static final String COLLECTION = "bioformats2raw.layout", FIRST = "0";

	private final ZarrFolder folder;
	private final String version;
	private final ZarrArray array;
	private final OmeAxes axes;
	private final int[] sizes;
	private final Display display;

	private OmeImage(final ZarrFolder folder, final Meta meta) throws IOException {
		this.folder = folder;
		final Meta multiscale = meta.objects(MULTISCALES).get(0);
		this.version = meta.text("version", multiscale.text("version", "?"));
		final Meta dataset = multiscale.objects("datasets").stream().findFirst().orElseThrow(() -> multiscale.refuse("no datasets"));
		this.array = ZarrArray.open(folder, dataset.text("path", ""));
		this.axes = OmeAxes.of(multiscale, dataset, array.shape().length);
		this.sizes = axes.sizes(array.shape());
		for (final int size : sizes) if (size < 1) throw folder.refuse("an array without elements");
		shape(); // refuses what no frame can hold
		this.display = meta.object("omero").map(omero -> OmeDisplay.of(omero, sizes[OmeAxes.C])).orElse(Display.DEFAULT);
	}

	/**
	 * Opens an image. Of a collection as bioformats2raw writes it the first.
	 *
	 * @param path folder of the image
	 * @return the image; no pixel is read yet
	 * @throws InputException where it is no OME-Zarr image, or of a kind that is not read
	 * @throws IOException where it cannot be read
	 */
	public static OmeImage open(final Path path) throws IOException {
		final ZarrFolder folder = new ZarrFolder(path);
		final Meta meta = attributes(folder).orElseThrow(() -> folder.refuse("a Zarr without the metadata of an image; name the folder of an " +
			"OME-Zarr image, the one that holds '" + MULTISCALES + "'"));
		if (!meta.objects(MULTISCALES).isEmpty()) return new OmeImage(folder, meta);
		if (meta.has("plate") || meta.has("well")) throw folder.refuse("an OME-Zarr " + (meta.has("plate") ? "plate" : "well") +
			"; name the folder of one image in it, such as A/1/0");
		final Optional<ZarrFolder> first = folder.folder(FIRST);
		if (meta.has(COLLECTION) && first.isPresent()) return open(first.get().path());
		throw folder.refuse("no OME-Zarr image: its metadata has no '" + MULTISCALES + "'");
	}

	/**
	 * Opens labels: those within an image where there are such, else the folder itself.
	 *
	 * @param path folder of an image with one label image, or of a label image
	 * @return the label image; no pixel is read yet
	 * @throws InputException where there are several, which are then named, or it is none
	 * @throws IOException where it cannot be read
	 */
	public static OmeImage labels(final Path path) throws IOException {
		final ZarrFolder folder = new ZarrFolder(path);
		final Optional<ZarrFolder> inside = folder.folder(LABELS);
		final Optional<Meta> list = inside.isPresent() ? attributes(inside.get()) : attributes(folder).filter(meta -> meta.has(LABELS));
		if (list.isEmpty()) return open(path);
		final ZarrFolder labels = inside.orElse(folder);
		final List<String> names = new ArrayList<>();
		list.get().objects(LABELS).forEach(entry -> names.add(entry.text("name", "")));
		if (names.isEmpty()) return open(path);
		if (names.size() > 1) throw labels.refuse(names.size() + " label images; name the folder of one: " + String.join(", ", names));
		return open(labels.folder(names.get(0)).orElseThrow(() -> labels.refuse("no label image '" + names.get(0) +
			"', which its metadata names")).path());
	}

	/** The attributes of a group: version 3 keeps those of OME in a field of their own. */
	private static Optional<Meta> attributes(final ZarrFolder folder) throws IOException {
		final Optional<Meta> node = folder.json(ZarrFolder.NODE);
		if (node.isEmpty()) return folder.json(ZarrFolder.ATTRIBUTES);
		final Optional<Meta> attributes = node.get().object("attributes");
		final Optional<Meta> ome = attributes.flatMap(meta -> meta.object("ome"));
		return ome.isPresent() ? ome : attributes;
	}

	/** @return the folder of the image itself */
	public Path path() {
		return folder.path();
	}

	/** @return what it is: "OME-Zarr 0.4" */
	public String format() {
		return "OME-Zarr " + version;
	}

	/** @return what its elements are */
	public ElementType type() {
		return array.type();
	}

	/** @return the size of a frame */
	public Shape shape() {
		try {
			return new Shape(sizes[OmeAxes.X], sizes[OmeAxes.Y], sizes[OmeAxes.Z], sizes[OmeAxes.C]);
		}
		catch (final InputException exc) {
			throw new InputException(folder.path() + ": " + exc.getMessage(), exc);
		}
	}

	/** @return number of frames */
	public int frames() {
		return sizes[OmeAxes.T];
	}

	/** @return what a pixel and a frame measure */
	public Calibration calibration() {
		return axes.calibration();
	}

	/** @return ranges and colours of the channels, where the metadata tells them */
	public Display display() {
		return display;
	}

	/**
	 * Reads a frame, all channels and slices.
	 *
	 * @param t the frame, from 0
	 * @param rows takes its rows, x fastest, then y, z, channel
	 * @throws InputException where a chunk is damaged
	 */
	public void read(final int t, final ZarrArray.Rows rows) {
		array.read(axes.ofArray(t, 0, 0, 0, 0), axes.ofArray(1, sizes[OmeAxes.C], sizes[OmeAxes.Z], sizes[OmeAxes.Y], sizes[OmeAxes.X]), rows);
	}

	/**
	 * Reads a box of a frame, all channels: the chunks that it touches.
	 *
	 * @param t the frame, from 0
	 * @param box within the frame
	 * @param rows takes its rows, x fastest, then y, z, channel, counted within the box
	 * @throws InputException where a chunk is damaged
	 */
	public void read(final int t, final Box box, final ZarrArray.Rows rows) {
		array.read(axes.ofArray(t, 0, box.z(), box.y(), box.x()), axes.ofArray(1, sizes[OmeAxes.C], box.depth(), box.height(), box.width()), rows);
	}
}
