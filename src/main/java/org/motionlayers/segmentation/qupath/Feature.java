package org.motionlayers.segmentation.qupath;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.motionlayers.scene.InputException;
import org.motionlayers.segmentation.document.JsonInput;
import org.motionlayers.segmentation.outline.EllipseMask;
import org.motionlayers.segmentation.outline.Mask;
import org.motionlayers.segmentation.outline.PixelOrigin;
import org.motionlayers.segmentation.outline.PolygonMask;

/** One feature of a GeoJSON file: an object of QuPath. */
final class Feature {

	/** What an object is for; the first kind that a file has is its objects, the others are regions around them. */
	enum Kind {
		/** Detections and cells, and features of other programs. */
		OBJECT,
		/** Regions, or objects drawn by hand. */
		ANNOTATION,
		/** Squares of a grid. */
		TILE,
		/** Cores of a tissue microarray. */
		CORE
	}

	private String id = "";
	private String type = "";
	private String objectType = "";
	private String name = "";
	private String category = "";
	private Coordinates coordinates = new Coordinates();
	private boolean ellipse;
	private boolean empty = true;
	private int z;
	private int t;

	/**
	 * Reads one field of a feature.
	 *
	 * @param in at its value
	 * @param field its name
	 * @throws IOException where reading fails
	 */
	void field(final JsonInput in, final String field) throws IOException {
		switch (field) {
			case "id" -> id = in.text();
			case "geometry" -> {
				empty = false;
				if (in.atObject()) in.object(part -> geometry(in, part));
				else in.skip();
			}
			case "properties" -> in.object(property -> property(in, property));
			default -> in.skip();
		}
	}

	private void geometry(final JsonInput in, final String field) throws IOException {
		switch (field) {
			case "type" -> type = in.text();
			case "coordinates" -> {
				coordinates = new Coordinates();
				coordinates.read(in);
			}
			case "isEllipse" -> ellipse = in.flag();
			case "plane" -> in.object(axis -> {
				switch (axis) {
					case "z" -> z = in.integer();
					case "t" -> t = in.integer();
					default -> in.skip();
				}
			});
			default -> in.skip();
		}
	}

	private void property(final JsonInput in, final String property) throws IOException {
		switch (property) {
			case "objectType", "object_type" -> objectType = in.text();
			case "name" -> name = in.text();
			case "classification" -> classification(in);
			default -> in.skip();
		}
	}

	/** An object with a name, in newer versions with names, elsewhere the name itself. */
	private void classification(final JsonInput in) throws IOException {
		if (!in.atObject()) category = in.text();
		else in.object(field -> {
			if ("name".equals(field)) category = in.text();
			else if ("names".equals(field) && in.atArray()) in.array(i -> category += (i == 0 ? "" : ": ") + in.text());
			else in.skip();
		});
	}

	/** @return whether no geometry was read at all */
	boolean isEmpty() {
		return empty;
	}

	/** @return what the object is for, from its object type, in old files from its id */
	Kind kind() {
		final String kind = (objectType.isEmpty() ? id : objectType).toLowerCase(Locale.ROOT);
		if (kind.equals("annotation") || kind.equals("pathannotationobject")) return Kind.ANNOTATION;
		if (kind.equals("tile") || kind.equals("pathtileobject")) return Kind.TILE;
		return kind.startsWith("tma") ? Kind.CORE : Kind.OBJECT;
	}

	/** @return its name, or an empty string */
	String name() {
		return name;
	}

	/** @return its class, or an empty string */
	String category() {
		return category;
	}

	/** @return its plane along z, 0-based */
	int z() {
		return z;
	}

	/** @return its frame, 0-based */
	int t() {
		return t;
	}

	/**
	 * Makes the mask.
	 *
	 * @param plane along z
	 * @return the pixels
	 * @throws InputException where the geometry encloses no area
	 */
	Mask mask(final int plane) {
		final List<List<double[]>> polygons = coordinates.polygons();
		if (!"Polygon".equals(type) && !"MultiPolygon".equals(type)) throw new InputException("has the geometry '" + type +
			"'; accepted are Polygon and MultiPolygon");
		if (polygons.isEmpty()) throw new InputException("has a " + type + " without rings of coordinates");
		return ellipse ? ellipse(polygons.get(0).get(0), plane) : new PolygonMask(polygons, PixelOrigin.CORNER, plane,
			PolygonMask.Edge.PIXEL_CENTRES);
	}

	private static Mask ellipse(final double[] ring, final int plane) {
		final double[] from = { Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY };
		final double[] to = { Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY };
		for (int i = 0; i < ring.length; i++) {
			from[i % 2] = Math.min(from[i % 2], ring[i]);
			to[i % 2] = Math.max(to[i % 2], ring[i]);
		}
		return EllipseMask.inPlane(PixelOrigin.CORNER.toCentre((from[0] + to[0]) / 2), PixelOrigin.CORNER.toCentre((from[1] + to[1]) / 2),
			(to[0] - from[0]) / 2, (to[1] - from[1]) / 2, plane);
	}
}
