package org.motionlayers.zarr;

import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.LabelColors;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Shape;

/** The JSON of OME-Zarr 0.4 and Zarr 2 as we write it (https://ngff.openmicroscopy.org/0.4). */
final class OmeMetadata {

	static final String VERSION = "0.4";

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
	private static final List<String> RGB = List.of("FF0000", "00FF00", "0000FF");
	private static final int OPAQUE = 255;

	private OmeMetadata() {}

	/** @return .zgroup */
	static String group() {
		final JsonObject json = new JsonObject();
		json.addProperty("zarr_format", 2);
		return GSON.toJson(json);
	}

	/** @return .zarray */
	static String array(final Shape shape, final int frames, final ElementType type, final int chunkWidth, final int chunkHeight) {
		final JsonArray sizes = new JsonArray(), chunks = new JsonArray();
		sizes.add(frames);
		chunks.add(1);
		for (final int size : new int[] { shape.channels(), shape.depth() }) if (size > 1) {
			sizes.add(size);
			chunks.add(1);
		}
		sizes.add(shape.height());
		sizes.add(shape.width());
		chunks.add(chunkHeight);
		chunks.add(chunkWidth);
		final JsonObject compressor = new JsonObject();
		compressor.addProperty("id", "blosc");
		compressor.addProperty("cname", "lz4");
		compressor.addProperty("clevel", 5);
		compressor.addProperty("shuffle", 1);
		compressor.addProperty("blocksize", 0);
		final JsonObject json = new JsonObject();
		json.addProperty("zarr_format", 2);
		json.add("shape", sizes);
		json.add("chunks", chunks);
		json.addProperty("dtype", (type.bytes() == 1 ? "|" : "<") + type.code());
		json.add("compressor", compressor);
		json.addProperty("fill_value", 0);
		json.add("filters", null);
		json.addProperty("order", "C");
		json.addProperty("dimension_separator", "/");
		return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(json);
	}

	/** @return the attributes of an image with so many resolutions; ranges and colours of its channels where they are known */
	static JsonObject image(final Movie movie, final int levels, final boolean labels) {
		final Shape shape = movie.shape();
		final Calibration calibration = movie.calibration();
		final JsonArray axes = new JsonArray(), datasets = new JsonArray();
		axes.add(axis("t", "time", calibration.isTemporal() ? calibration.timeUnit() : ""));
		if (shape.channels() > 1) axes.add(axis("c", "channel", ""));
		final String unit = calibration.isSpatial() ? calibration.unit() : "";
		if (shape.depth() > 1) axes.add(axis("z", "space", unit));
		axes.add(axis("y", "space", unit));
		axes.add(axis("x", "space", unit));
		for (int level = 0; level < levels; level++) datasets.add(dataset(shape, calibration, level, labels));
		final JsonObject multiscale = new JsonObject();
		multiscale.addProperty("version", VERSION);
		multiscale.addProperty("name", movie.title());
		multiscale.add("axes", axes);
		multiscale.add("datasets", datasets);
		multiscale.addProperty("type", labels ? "nearest" : "mean");
		final JsonArray multiscales = new JsonArray();
		multiscales.add(multiscale);
		final JsonObject json = new JsonObject();
		json.add("multiscales", multiscales);
		if (!labels) omero(movie, json);
		return json;
	}

	private static JsonObject axis(final String name, final String type, final String unit) {
		final JsonObject axis = new JsonObject();
		axis.addProperty("name", name);
		axis.addProperty("type", type);
		if (!unit.isEmpty()) axis.addProperty("unit", OmeUnits.toOme(unit));
		return axis;
	}

	/** Centres of means lie between those of the pixels that they stand for, which the translation tells. */
	private static JsonObject dataset(final Shape shape, final Calibration calibration, final int level, final boolean labels) {
		final int factor = 1 << level;
		final double shift = labels ? 0 : (factor - 1) / 2.0;
		final JsonArray scale = new JsonArray(), translation = new JsonArray();
		scale.add(calibration.frameInterval());
		translation.add(0);
		if (shape.channels() > 1) scale.add(1);
		if (shape.channels() > 1) translation.add(0);
		if (shape.depth() > 1) scale.add(calibration.pixelDepth());
		if (shape.depth() > 1) translation.add(0);
		for (final double size : new double[] { calibration.pixelHeight(), calibration.pixelWidth() }) {
			scale.add(size * factor);
			translation.add(size * shift);
		}
		final JsonArray steps = new JsonArray();
		steps.add(step("scale", scale));
		if (shift > 0) steps.add(step("translation", translation));
		final JsonObject dataset = new JsonObject();
		dataset.addProperty("path", String.valueOf(level));
		dataset.add("coordinateTransformations", steps);
		return dataset;
	}

	private static JsonObject step(final String type, final JsonArray numbers) {
		final JsonObject step = new JsonObject();
		step.addProperty("type", type);
		step.add(type, numbers);
		return step;
	}

	private static void omero(final Movie movie, final JsonObject json) {
		final List<Display.Channel> channels = movie.display().channels();
		final JsonArray list = new JsonArray();
		for (int c = 0; c < movie.shape().channels(); c++) {
			final boolean rgb = movie.display().isRgb();
			if (!rgb && channels.size() != movie.shape().channels()) return;
			final int[] lut = rgb ? new int[0] : channels.get(c).lut();
			final JsonObject window = new JsonObject(), channel = new JsonObject();
			window.addProperty("min", 0);
			window.addProperty("max", movie.type().isInteger() ? movie.type().maximum() : channels.get(c).maximum());
			window.addProperty("start", rgb ? 0 : channels.get(c).minimum());
			window.addProperty("end", rgb ? movie.type().maximum() : channels.get(c).maximum());
			channel.addProperty("label", "channel " + (c + 1));
			channel.addProperty("color", rgb ? RGB.get(c) : lut.length == 0 ? "FFFFFF" : String.format("%06X", lut[lut.length - 1]));
			channel.addProperty("active", true);
			channel.add("window", window);
			list.add(channel);
		}
		final JsonObject omero = new JsonObject();
		omero.add("channels", list);
		json.add("omero", omero);
	}

	/** Adds that an image is one of labels, in our colours. */
	static void colours(final JsonObject image, final int[] labels) {
		final JsonArray colours = new JsonArray();
		for (final int label : labels) {
			final int rgb = LabelColors.rgb(label);
			final JsonArray rgba = new JsonArray();
			for (final int part : new int[] { rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, OPAQUE }) rgba.add(part);
			final JsonObject colour = new JsonObject();
			colour.addProperty("label-value", label);
			colour.add("rgba", rgba);
			colours.add(colour);
		}
		final JsonObject source = new JsonObject(), json = new JsonObject();
		source.addProperty("image", "../../");
		json.addProperty("version", VERSION);
		json.add("colors", colours);
		json.add("source", source);
		image.add("image-label", json);
	}

	/** @return the attributes of the folder of labels */
	static JsonObject labels(final String name) {
		final JsonArray names = new JsonArray();
		names.add(name);
		final JsonObject json = new JsonObject();
		json.add("labels", names);
		return json;
	}

	/** @return an object as text */
	static String text(final JsonObject json) {
		return GSON.toJson(json);
	}
}
