package org.motionlayers.evaluate.ctc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.motionlayers.evaluate.Fixtures;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Shape;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The Cell Tracking Challenge's measures against the papers' notes and py-ctcmetrics. */
class CellTrackingMeasuresTest {

	private static Segmentation movie(final int side, final int[][] frames, final Map<Integer, Integer> parents) {
		final Map<Integer, SegmentedObject> objects = new HashMap<>();
		parents.forEach((label, parent) -> objects.put(label, SegmentedObject.of(label).withParents(parent == 0 ? List.of() : List.of(
			parent))));
		return new Segmentation(Shape.of(side, side), frames.length, t -> frames[t], objects, true, Calibration.NONE, "test");
	}

	private static void square(final int[] frame, final int label, final int size, final int y, final int x) {
		for (int j = 0; j < size; j++) for (int i = 0; i < size; i++) frame[(y + j) * 16 + x + i] = label;
	}

	/** The example of the papers' notes, D1: two objects, the second divides in the third frame. */
	private static int[][] example() {
		final int[][] frames = new int[3][256];
		for (int t = 0; t < 3; t++) square(frames[t], 1, 4, 2, 2 + t);
		square(frames[0], 2, 4, 10, 2);
		square(frames[1], 2, 4, 10, 2);
		square(frames[2], 3, 3, 9, 1);
		square(frames[2], 4, 3, 9, 6);
		return frames;
	}

	private static final Map<Integer, Integer> PARENTS = Map.of(3, 2, 4, 2);

	@Test
	void aPerfectResultScoresOne() {
		final Segmentation truth = movie(16, example(), PARENTS);
		final CellTrackingMeasures m = CellTrackingMeasures.of(truth, truth);
		assertEquals(List.of(1.0, 1.0, 1.0, 1.0), List.of(m.seg(), m.det(), m.tra(), m.lnk()));
		assertEquals(7, m.vertices());
		assertEquals(5, m.edges());
	}

	@Test
	void workedExample() {
		final int[][] frames = example();
		frames[1] = new int[256];
		square(frames[1], 1, 4, 2, 4);
		square(frames[1], 2, 4, 10, 2);
		square(frames[2], 0, 4, 2, 4);
		square(frames[0], 9, 2, 13, 13);
		final CellTrackingMeasures m = CellTrackingMeasures.of(movie(16, example(), PARENTS), movie(16, frames, Map.of(3, 2)));
		assertEquals(new CellTrackingMeasures.Operations(0, 1, 1, 0, 2, 0), m.operations());
		assertEquals(14, m.operations().aogm());
		assertEquals(.8, m.seg(), 1e-9);
		assertEquals(.842857, m.det(), 1e-6);
		assertEquals(.819355, m.tra(), 1e-6);
		assertEquals(.6, m.lnk(), 1e-9);
	}

	private static Segmentation fixture(final JsonObject f, final String frames, final String parents) {
		final JsonArray array = f.getAsJsonArray(frames);
		final int[][] labels = new int[array.size()][];
		for (int t = 0; t < labels.length; t++) labels[t] = Fixtures.ints(array.get(t));
		final Map<Integer, Integer> relation = new HashMap<>();
		f.getAsJsonObject(parents).entrySet().forEach(e -> relation.put(Integer.valueOf(e.getKey()), e.getValue().getAsInt()));
		return movie(f.get("size").getAsInt(), labels, relation);
	}

	@Test
	void agreesWithPyCtcmetrics() {
		final JsonObject f = Fixtures.section("tracking").getAsJsonObject();
		final CellTrackingMeasures m = CellTrackingMeasures.of(fixture(f, "truth", "parents"), fixture(f, "computed", "computedParents"));
		assertEquals(new CellTrackingMeasures.Operations(f.get("ns").getAsInt(), f.get("fn").getAsInt(), f.get("fp").getAsInt(), f.get("ed")
			.getAsInt(), f.get("ea").getAsInt(), f.get("ec").getAsInt()), m.operations());
		assertEquals(f.get("seg").getAsDouble(), m.seg(), 1e-12);
		assertEquals(f.get("det").getAsDouble(), m.det(), 1e-12);
		assertEquals(f.get("tra").getAsDouble(), m.tra(), 1e-12);
		assertEquals(f.get("lnk").getAsDouble(), m.lnk(), 1e-12);
	}

	@Test
	void aParentThatIsStillThereIsRefused() {
		final int[][] frames = example();
		square(frames[2], 2, 2, 14, 14);
		final Segmentation wrong = movie(16, frames, PARENTS);
		final String message = assertThrows(InputException.class, () -> CellTrackingMeasures.of(wrong, wrong)).getMessage();
		assertTrue(message.contains("parent 2"), message);
	}

	@Test
	void sizesMustAgreeAndTheTruthMustHoldObjects() {
		final Segmentation empty = movie(16, new int[][] { new int[256] }, Map.of());
		assertThrows(InputException.class, () -> CellTrackingMeasures.of(empty, movie(16, example(), PARENTS)));
		assertThrows(InputException.class, () -> CellTrackingMeasures.of(empty, empty));
	}
}
