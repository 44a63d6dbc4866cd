package org.motionlayers.io.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

import org.motionlayers.scene.Box;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.ObjectLayer;
import org.motionlayers.scene.RunMask;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Shape;

/**
 * What a layer stack says of itself beside its pixels, as the text of Image &gt; Show Info: a sentence, then a line of JSON for the stack and
 * one for every object.
 *
 * @param title of the image that was taken apart
 * @param reference number of the frame that was taken apart, from 0
 * @param size of the image: pixels along x, y, z
 * @param objects by label
 */
record LayerNotes(String title, int reference, List<Integer> size, Map<Integer, Note> objects) {

	/**
	 * What is known of one object.
	 *
	 * @param object label, name, score, category, parents
	 * @param depth distance from the viewer
	 * @param touchesBorder whether the border may cut it
	 * @param centroid x, y, z, pixels
	 * @param box first pixel and size along x, y, z
	 * @param runs x, y, z, length of every run of the mask, relative to the box
	 * @param halo what moves with the object outside its mask, noted likewise; null where there is nothing
	 */
	record Note(SegmentedObject object, float depth, boolean touchesBorder, double[] centroid, int[] box, int[] runs, Note halo) {

		static Note of(final ObjectLayer layer, final Optional<ObjectLayer> halo) {
			final RunMask mask = layer.mask();
			final int[] runs = new int[RUN * mask.runs()];
			for (int r = 0, i = 0; r < mask.runs(); r++) {
				runs[i++] = mask.x(r);
				runs[i++] = mask.y(r);
				runs[i++] = mask.z(r);
				runs[i++] = mask.length(r);
			}
			final Box box = layer.bounds();
			return new Note(layer.object(), layer.depth(), layer.touchesBorder(), new double[] { layer.centroid(0), layer.centroid(1), layer
				.centroid(2) }, new int[] { box.x(), box.y(), box.z(), box.width(), box.height(), box.depth() }, runs, halo.map(h -> of(h, Optional
					.empty())).orElse(null));
		}

		Box bounds() {
			return new Box(box[0], box[1], box[2], box[3], box[4], box[5]);
		}

		RunMask mask() {
			final int[][] columns = new int[RUN][runs.length / RUN];
			for (int i = 0; i < runs.length; i++) columns[i % RUN][i / RUN] = runs[i];
			return new RunMask(columns[0], columns[1], columns[2], columns[3]);
		}

		private boolean whole() {
			return object != null && centroid != null && centroid.length == 3 && box != null && box.length == 6 && runs != null && runs.length > 0 &&
				runs.length % RUN == 0 && (halo == null || halo.halo() == null && halo.whole());
		}
	}

	/** The line of the stack. */
	private record Head(String motionlayers, String title, int reference, List<Integer> size) {}

	private static final int RUN = 4;
	private static final String KIND = "layers";
	private static final String MARK = "{\"motionlayers\":\"" + KIND + "\"";
	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

	/** @return the text for a scene */
	static String text(final Scene scene, final int reference) {
		final StringBuilder text = new StringBuilder("Layers of " + scene.title().replaceAll("\\R", " ") + ": the first frame is the background, " +
			"every other one an object, named by its slice label. Change, delete or add layers, move or delete outlines of the overlay, then " +
			"composite again with Plugins > Motion Layers > Composite Layers...\n");
		text.append(GSON.toJson(new Head(KIND, scene.title(), reference, size(scene.shape())))).append('\n');
		for (final ObjectLayer layer : scene.layers()) text.append(GSON.toJson(Note.of(layer, LayerStack.halo(scene, layer.label())))).append('\n');
		return text.toString();
	}

	/** @return pixels along x, y, z */
	static List<Integer> size(final Shape shape) {
		return List.of(shape.width(), shape.height(), shape.depth());
	}

	/** @return whether a text is that of a layer stack */
	static boolean isIn(final String info) {
		return info != null && info.contains(MARK);
	}

	/**
	 * @param name of the image, for messages
	 * @param info the text
	 * @return what it says
	 * @throws InputException where it was damaged
	 */
	static LayerNotes parse(final String name, final String info) {
		final List<String> lines = new ArrayList<>();
		for (final String line : info.substring(info.indexOf(MARK)).split("\n")) if (line.startsWith("{")) lines.add(line);
		try {
			final Head head = GSON.fromJson(lines.get(0), Head.class);
			final Map<Integer, Note> notes = new TreeMap<>();
			for (final String line : lines.subList(1, lines.size())) {
				final Note note = GSON.fromJson(line, Note.class);
				if (note == null || !note.whole()) throw damaged(name, null);
				note.mask();
				if (note.halo() != null) note.halo().mask();
				notes.put(note.object().label(), note);
			}
			return new LayerNotes(head.title(), head.reference(), List.copyOf(head.size()), notes);
		}
		catch (final InputException exc) {
			throw exc;
		}
		catch (final JsonParseException | IllegalArgumentException | NullPointerException exc) {
			throw damaged(name, exc);
		}
	}

	private static InputException damaged(final String name, final Exception cause) {
		return new InputException("Image '" + name + "': what its Info says of the layers is damaged; decompose the image again.", cause);
	}
}
