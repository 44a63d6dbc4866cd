package org.motionlayers.zarr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.motionlayers.scene.InputException;

/** A JSON object of metadata, asked for its fields by name; a field of another kind than asked for is refused with file and name. */
final class Meta {

	private final ZarrFolder folder;
	private final String place;
	private final JsonObject json;

	/**
	 * @param folder that the file lies in, for messages
	 * @param place the file, and where in it, for messages
	 * @param json the object
	 */
	Meta(final ZarrFolder folder, final String place, final JsonObject json) {
		this.folder = folder;
		this.place = place;
		this.json = json;
	}

	/** @return what to throw: one line with file, place and complaint */
	InputException refuse(final String complaint) {
		return folder.refuse(place + ": " + complaint);
	}

	private InputException missing(final String name, final String kind) {
		return refuse("'" + name + "' should be " + kind + (get(name).isEmpty() ? ", and is not there" : ""));
	}

	/** @return a field, or empty where it is missing or null */
	Optional<JsonElement> get(final String name) {
		final JsonElement value = json.get(name);
		return value == null || value.isJsonNull() ? Optional.empty() : Optional.of(value);
	}

	/** @return whether there is such a field, not null */
	boolean has(final String name) {
		return get(name).isPresent();
	}

	/** @return an object, or empty where it is missing */
	Optional<Meta> object(final String name) {
		return get(name).map(value -> {
			if (!value.isJsonObject()) throw missing(name, "an object");
			return new Meta(folder, place + "/" + name, value.getAsJsonObject());
		});
	}

	/** @return an object that must be there */
	Meta need(final String name) {
		return object(name).orElseThrow(() -> missing(name, "an object"));
	}

	private Optional<JsonArray> array(final String name) {
		return get(name).map(value -> {
			if (!value.isJsonArray()) throw missing(name, "a list");
			return value.getAsJsonArray();
		});
	}

	/** @return the objects of a list; texts count as objects with that name; none where the list is missing */
	List<Meta> objects(final String name) {
		final List<Meta> objects = new ArrayList<>();
		for (final JsonElement element : array(name).orElseGet(JsonArray::new)) {
			final JsonObject object = element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
			if (element.isJsonPrimitive()) object.add("name", element);
			else if (!element.isJsonObject()) throw missing(name, "a list of objects");
			objects.add(new Meta(folder, place + "/" + name + "[" + objects.size() + "]", object));
		}
		return objects;
	}

	/** @return a text, or another where it is missing */
	String text(final String name, final String otherwise) {
		return get(name).map(value -> {
			if (!value.isJsonPrimitive()) throw missing(name, "a text");
			return value.getAsString();
		}).orElse(otherwise);
	}

	/** @return a number, or another where it is missing */
	double number(final String name, final double otherwise) {
		return get(name).map(value -> number(value, name)).orElse(otherwise);
	}

	private double number(final JsonElement value, final String name) {
		try {
			return value.getAsDouble();
		}
		catch (final NumberFormatException | UnsupportedOperationException | IllegalStateException exc) {
			throw missing(name, "a number");
		}
	}

	/** @return the numbers of a list that must be there */
	double[] numbers(final String name) {
		final JsonArray array = array(name).orElseThrow(() -> missing(name, "a list of numbers"));
		final double[] numbers = new double[array.size()];
		for (int i = 0; i < numbers.length; i++) numbers[i] = number(array.get(i), name);
		return numbers;
	}

	/** @return the whole numbers of a list that must be there, each from a least one to the largest int */
	int[] sizes(final String name, final int least) {
		final double[] numbers = numbers(name);
		final int[] sizes = new int[numbers.length];
		for (int i = 0; i < sizes.length; i++) {
			if (numbers[i] != Math.rint(numbers[i]) || numbers[i] < least || numbers[i] > Integer.MAX_VALUE) throw refuse("'" + name + "' holds " +
				numbers[i] + "; whole numbers from " + least + " to " + Integer.MAX_VALUE + " are read");
			sizes[i] = (int) numbers[i];
		}
		return sizes;
	}
}
