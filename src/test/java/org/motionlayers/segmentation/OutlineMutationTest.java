package org.motionlayers.segmentation;

import java.io.IOException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

import org.motionlayers.segmentation.coco.CocoReader;
import org.motionlayers.segmentation.labkit.LabkitReader;
import org.motionlayers.segmentation.qupath.QuPathReader;
import org.motionlayers.segmentation.trackmate.TrackExportReader;
import org.motionlayers.segmentation.trackmate.TrackMateReader;

/** Damaged outline files give labels or one clear line, soon. */
class OutlineMutationTest {

	private static final int TRIES = 150;

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void trackMate(@ForAll final long seed) throws IOException {
		Mutations.check(Fixture.file("trackmate/model.xml"), seed, new TrackMateReader(), Fixture.target(4));
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void trackExport(@ForAll final long seed) throws IOException {
		Mutations.check(Fixture.file("trackmate/tracks.xml"), seed, new TrackExportReader(), Fixture.target(2));
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void coco(@ForAll final long seed) throws IOException {
		Mutations.check(Fixture.file("coco/dataset.json"), seed, new CocoReader(), Fixture.target(2));
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void segmentAnything(@ForAll final long seed) throws IOException {
		Mutations.check(Fixture.file("coco/sa_1b.json"), seed, new CocoReader(), Fixture.target(1));
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void quPath(@ForAll final long seed) throws IOException {
		Mutations.check(Fixture.file("qupath/collection.geojson"), seed, new QuPathReader(), Fixture.target(1));
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void gzippedQuPath(@ForAll final long seed) throws IOException {
		Mutations.check(Fixture.file("qupath/collection.geojson.gz"), seed, new QuPathReader(), Fixture.target(1));
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void labkit(@ForAll final long seed) throws IOException {
		Mutations.check(Fixture.file("labkit/time.labeling"), seed, new LabkitReader(), Fixture.target(3));
	}

	@Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
	void cellpose(@ForAll final long seed) throws IOException {
		Mutations.check(Fixture.file("cellpose/image_cp_outlines.txt"), seed, new CellposeOutlinesReader(), Fixture.target(1));
	}
}
