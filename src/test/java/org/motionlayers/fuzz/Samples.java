package org.motionlayers.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.plugin.filter.AVI_Writer;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.motionlayers.io.OutputFolder;
import org.motionlayers.io.RunRecord;

/** Small honest files that no fixture holds, made here by the programs that make them for users, or by hand. */
final class Samples {

	private static final int WIDTH = 32, HEIGHT = 24;

	private Samples() {}

	private static List<Roi> rois() {
		final PolygonRoi spline = new PolygonRoi(new float[] { 5.3f, 20.1f, 28.8f, 9.2f }, new float[] { 4.4f, 3.1f, 20.6f, 22.9f }, Roi.POLYGON);
		spline.fitSpline();
		final List<Roi> rois = List.of(spline, new ShapeRoi(new OvalRoi(5, 4, 20, 16)).not(new ShapeRoi(new OvalRoi(9, 8, 8, 7))), new Roi(2.5, 3.25,
			7, 8), new EllipseRoi(8, 8, 28, 18, 0.5), new RotatedRectRoi(6, 6, 26, 16, 7), new PolygonRoi(new int[] { 3, 20, 25, 8 }, new int[] { 2, 5,
				22, 18 }, 4, Roi.POLYGON), new PointRoi(4, 5), new Line(2, 3, 20, 11));
		for (int i = 0; i < rois.size(); i++) {
			rois.get(i).setName(i % 2 == 0 ? "region " + i : String.valueOf(i));
			rois.get(i).setPosition(0, 0, 1 + i % 2);
		}
		return rois;
	}

	/** @return .roi files of every kind */
	static List<byte[]> regions() {
		return rois().stream().map(RoiEncoder::saveAsByteArray).toList();
	}

	/** @return zips of .roi files, packed and stored */
	static List<byte[]> regionSet() throws IOException {
		final List<byte[]> zips = new ArrayList<>();
		for (final int level : new int[] { 0, 9 }) {
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
				zip.setLevel(level);
				for (final Roi roi : rois().subList(0, 6)) {
					zip.putNextEntry(new ZipEntry(roi.getName() + ".roi"));
					zip.write(RoiEncoder.saveAsByteArray(roi));
				}
			}
			zips.add(bytes.toByteArray());
		}
		return zips;
	}

	private static ShortProcessor mask(final int t) {
		final ShortProcessor mask = new ShortProcessor(WIDTH, HEIGHT);
		for (int y = 4; y < 9; y++) for (int x = 3; x < 10; x++) {
			mask.set(x + 2 * t, y, t == 0 ? 5 : 1);
			if (t > 0) mask.set(x + 12, y + 5 + t, 300);
		}
		return mask;
	}

	/** @return a folder of the Cell Tracking Challenge, results or truth */
	static Map<String, byte[]> cellTracking(final String prefix) {
		final Map<String, byte[]> files = new TreeMap<>();
		for (int t = 0; t < 3; t++) files.put(prefix + "00" + t + ".tif", new FileSaver(new ImagePlus("mask", mask(t))).serialize());
		files.put((prefix.equals("mask") ? "res" : "man") + "_track.txt", "5 0 0 0\n1 1 2 5\n300 1 2 5\n".getBytes(StandardCharsets.US_ASCII));
		return files;
	}

	/** @return the settings of all models that come with the plugin */
	static List<byte[]> configurations() throws IOException {
		final List<byte[]> all = new ArrayList<>();
		try (Stream<Path> models = Files.list(Path.of("models"))) {
			for (final Path model : models.filter(Files::isDirectory).sorted().toList()) all.add(Files.readAllBytes(model.resolve("config.json")));
		}
		return all;
	}

	/** @return a folder of results as the program leaves it */
	static Map<String, byte[]> results() throws IOException {
		final Path folder = Files.createTempDirectory("results"), results = folder.resolve("out");
		try (OutputFolder out = OutputFolder.open(results, false)) {
			for (final String name : new String[] { "video.tif", "labels.tif", "tracks.csv" }) out.write(name, path -> Files.writeString(path, name));
			out.commit(new RunRecord("predict").input("image", "cells.tif", "ImageJ 1.54p, TIFF", "00ff").input("labels", "labels.tif", "TIFF", "")
				.parameter("frames", 12).parameter("keep", "observed").seed(7).finding("observed frames", 3).finding("objects", 2).remark("a remark")
				.copyAs("macro", "run(\"Predict Motion...\", \"frames=12\");").timing("predict", 0.25));
			return read(results);
		}
		finally {
			delete(folder);
		}
	}

	private static Map<String, byte[]> read(final Path folder) throws IOException {
		final Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> all = Files.list(folder)) {
			for (final Path file : all.toList()) files.put(file.getFileName().toString(), Files.readAllBytes(file));
		}
		return files;
	}

	/** Removes a folder and all that is in it; links are removed, not followed. */
	static void delete(final Path folder) throws IOException {
		final List<Path> all;
		try (Stream<Path> files = Files.walk(folder)) {
			all = files.sorted(Comparator.reverseOrder()).toList();
		}
		for (final Path file : all) Files.deleteIfExists(file);
	}

	/** @return images by file name, in the formats that ImageJ writes beside TIFF and PNG */
	static Map<String, List<byte[]>> images() throws IOException {
		final Path folder = Files.createTempDirectory("images");
		try {
			final ImageProcessor picture = new ByteProcessor(16, 12);
			for (int i = 0; i < picture.getPixelCount(); i++) picture.set(i, i * 3 % 256);
			final FileSaver saver = new FileSaver(new ImagePlus("image", picture));
			saver.saveAsJpeg(folder.resolve("image.jpg").toString());
			saver.saveAsGif(folder.resolve("image.gif").toString());
			saver.saveAsBmp(folder.resolve("image.bmp").toString());
			saver.saveAsPgm(folder.resolve("image.pgm").toString());
			saver.saveAsFits(folder.resolve("image.fits").toString());
			saver.saveAsZip(folder.resolve("image.zip").toString());
			final ImageStack stack = new ImageStack(16, 12);
			for (int t = 0; t < 2; t++) stack.addSlice(picture.duplicate());
			final ImagePlus film = new ImagePlus("film", stack);
			final AVI_Writer writer = new AVI_Writer();
			writer.writeImage(film, folder.resolve("raw.avi").toString(), AVI_Writer.NO_COMPRESSION, 90);
			writer.writeImage(film, folder.resolve("film.avi").toString(), AVI_Writer.JPEG_COMPRESSION, 90);
			final Map<String, List<byte[]>> images = new TreeMap<>();
			read(folder).forEach((name, content) -> images.put(name, List.of(content)));
			return images;
		}
		finally {
			delete(folder);
		}
	}

	/** @return tables of tracks, full and short, with commas, semicolons, quotes */
	static List<byte[]> tables() {
		return Stream.of("label,t (frame),x (pixel),y (pixel)\n3,0,7.5,5\n3,1,9.5,5\n3,2,11.5,5\n1000,1,15,9\n1000,2,15,8\n",
			"\uFEFFlabel;frame;X (\u00b5m);y (\u00b5m)\r\n\"3\";2;3.75;1.25\r\n3;3;4.75;1.25\r\n3;5;6.75;1.25\r\n",
			"track,label,t (frame),x,y,dx (pixel),dy (pixel),rotation (degree)\n1,3,1,9.5,5,2,0,0\n1,3,2,11.5,5,4,0,1.5\n").map(text -> text.getBytes(
				StandardCharsets.UTF_8)).toList();
	}

	/** @return TrackMate models whose spots lie on the objects of the scene that tracks are read for */
	static List<byte[]> paths() {
		final String model = """
			<?xml version="1.0" encoding="UTF-8"?>
			<TrackMate version="7.11.1"><Model spatialunits="pixel" timeunits="frame"><AllSpots nspots="4">
			<SpotsInFrame frame="0"><Spot ID="1" name="a" FRAME="0" VISIBILITY="1" RADIUS="2" POSITION_X="7.5" POSITION_Y="5" POSITION_Z="0" />
			<Spot ID="2" name="b" FRAME="0" VISIBILITY="1" RADIUS="2" POSITION_X="15" POSITION_Y="10" POSITION_Z="0" /></SpotsInFrame>
			<SpotsInFrame frame="1"><Spot ID="3" name="c" FRAME="1" VISIBILITY="1" RADIUS="2" POSITION_X="9.5" POSITION_Y="5" POSITION_Z="0" />
			<Spot ID="4" name="d" FRAME="1" VISIBILITY="1" RADIUS="2" POSITION_X="15" POSITION_Y="9" POSITION_Z="0" /></SpotsInFrame></AllSpots>
			<AllTracks><Track name="T" TRACK_ID="0"><Edge SPOT_SOURCE_ID="1" SPOT_TARGET_ID="3" /><Edge SPOT_SOURCE_ID="2" SPOT_TARGET_ID="4" />
			</Track></AllTracks><FilteredTracks><TrackID TRACK_ID="0" /></FilteredTracks></Model>
			<Settings><ImageData pixelwidth="1" pixelheight="1" voxeldepth="1" width="24" height="16" /></Settings></TrackMate>
			""";
		return List.of(model.getBytes(StandardCharsets.UTF_8));
	}
}
