package org.motionlayers.io.track;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.motionlayers.io.CsvLine;
import org.motionlayers.scene.Progress;
import org.scijava.plugin.Plugin;

/**
 * A table of one row per object and frame, units in the header, RFC 4180 in UTF-8; see {@link TrackColumns}. The last columns are the motion
 * in all its digits, see {@link MotionColumns}: it can be composited again from the table.
 */
@Plugin(type = TrackWriter.class, name = "csv")
public final class CsvTrackWriter implements TrackWriter {

	@Override
	public String fileName() {
		return "tracks.csv";
	}

	@Override
	public boolean isDefault() {
		return true;
	}

	@Override
	public void write(final Path path, final TrackTable tracks, final Progress progress) throws IOException {
		try (Writer out = Files.newBufferedWriter(path)) {
			final TrackColumns columns = new TrackColumns(tracks, TrackColumns.Units.BOTH);
			out.write(CsvLine.of(columns.names()));
			for (int o = 0; o < tracks.objects(); o++) {
				progress.update(o, tracks.objects(), "writing " + fileName());
				for (int f = 0; f < tracks.frames(); f++) if (columns.hasRow(o, f)) out.write(CsvLine.of(
					columns.row(o, f)));
			}
		}
	}
}
