package org.motionlayers.segmentation.qupath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Progress;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.SegmentedObject;
import org.motionlayers.segmentation.SegmentationReader;
import org.motionlayers.segmentation.Target;
import org.motionlayers.segmentation.document.JsonDocument;
import org.motionlayers.segmentation.document.JsonInput;
import org.motionlayers.segmentation.document.JsonLook;
import org.motionlayers.segmentation.outline.LabelPainter;
import org.scijava.plugin.Plugin;

/**
 * QuPath's GeoJSON: a feature collection, a bare array of features, or a single feature; plain, gzipped or zipped. Where there are
 * detections or cells, annotations are the regions around them and left out; cells are read with their boundary, not their nucleus. A file
 * of objects of one time point gives one frame.
 */
@Plugin(type = SegmentationReader.class)
public final class QuPathReader implements SegmentationReader {

	private static final Set<String> TYPES = Set.of("FeatureCollection", "Feature");

	@Override
	public String format() {
		return "QuPath GeoJSON";
	}

	@Override
	public boolean canRead(final Path source, final byte[] head) {
		final JsonLook look = JsonLook.at(source, head);
		return TYPES.contains(look.text("type")) || look.has("features") || look.has("geometry");
	}

	@Override
	public Segmentation read(final Path source, final Target target, final Progress progress) throws IOException {
		final List<Feature> features = features(source, progress);
		final Feature.Kind kind = features.stream().map(Feature::kind).min(Comparator.naturalOrder()).orElse(Feature.Kind.OBJECT);
		final List<Feature> objects = features.stream().filter(f -> f.kind() == kind).toList();
		final LabelPainter painter = new LabelPainter(source, format(), target.shape(), target.frames(),
			LabelPainter.Order.SMALLER_ON_TOP);
		final Planes planes = Planes.of(objects, target);
		int label = 0;
		for (final Feature object : objects) {
			progress.update(label++, objects.size(), "drawing outlines");
			painter.add(planes.frame(object), label, "feature " + label + (object.name().isEmpty() ? "" : " '" + object.name() + "'"), () -> object
				.mask(planes.plane(object)));
			painter.describe(new SegmentedObject(label, object.name(), Double.NaN, object.category(), List.of()));
		}
		painter.note(features.size() - objects.size(), "region", "around them (annotations, tiles, cores) left out");
		if (planes != Planes.AS_THEY_ARE) painter.note(planes.note);
		final int frames = painter.framesUsed() == 1 ? 1 : target.frames();
		return painter.segmentation(frames, frames == 1, Calibration.NONE, progress);
	}

	private List<Feature> features(final Path source, final Progress progress) throws IOException {
		final List<Feature> features = new ArrayList<>();
		JsonDocument.read(source, format(), progress, in -> {
			if (in.atArray()) in.array(i -> features.add(feature(in)));
			else {
				final Feature single = new Feature();
				in.object(field -> {
					if ("features".equals(field)) in.array(i -> features.add(feature(in)));
					else single.field(in, field);
				});
				if (!single.isEmpty()) features.add(single);
			}
		});
		return features;
	}

	private static Feature feature(final JsonInput in) throws IOException {
		final Feature feature = new Feature();
		in.object(field -> feature.field(in, field));
		return feature;
	}

	/** What the file's z and t are in the image. A stack opened as slices has its time as z, and the other way round. */
	private enum Planes {

		AS_THEY_ARE(""), Z_IS_TIME("z was read as time, which the image has instead"), TIME_IS_Z(
			"time was read as z, which the image has instead");

		private final String note;

		Planes(final String note) {
			this.note = note;
		}

		static Planes of(final List<Feature> objects, final Target target) {
			final boolean z = objects.stream().anyMatch(o -> o.z() > 0), t = objects.stream().anyMatch(o -> o.t() > 0);
			if (z && !t && target.shape().depth() == 1 && target.frames() > 1) return Z_IS_TIME;
			return t && !z && target.shape().depth() > 1 && target.frames() == 1 ? TIME_IS_Z : AS_THEY_ARE;
		}

		int frame(final Feature object) {
			return this == Z_IS_TIME ? object.z() : this == TIME_IS_Z ? 0 : object.t();
		}

		int plane(final Feature object) {
			return this == Z_IS_TIME ? 0 : this == TIME_IS_Z ? object.t() : object.z();
		}
	}
}
