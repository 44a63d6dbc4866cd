package org.motionlayers.io.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.JpegWriter;
import ij.plugin.PNG_Writer;
import ij.plugin.filter.AVI_Writer;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motionlayers.scene.Calibration;
import org.motionlayers.scene.Display;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

class ImagesTest {

	private static final int WIDTH = 7;
	private static final int HEIGHT = 5;

	@TempDir
	Path folder;

	private static Path fixture(final String name) {
		return Path.of("src/test/resources/io/image", name);
	}

	/** Value of the fixtures at a pixel: all that scripts/make_image_fixtures.py and these tests have in common. */
	private static double expected(final int x, final int y, final int z, final int c, final int t) {
		return x + 7 * y + 40 * c + 3 * z + 50 * t;
	}

	private static void assertPattern(final Movie movie) {
		for (int t = 0; t < movie.frames(); t++) {
			final Frame frame = movie.frame(t);
			final Shape shape = frame.shape();
			for (int c = 0; c < shape.channels(); c++) for (int z = 0; z < shape.depth(); z++) for (int y = 0; y < shape.height(); y++)
				for (int x = 0; x < shape.width(); x++) assertEquals(expected(x, y, z, c, t), frame.value(x, y, z, c), "x " + x + " y " + y + " z " +
					z + " c " + c + " t " + t);
		}
	}

	@ParameterizedTest
	@CsvSource({ "imagej-tzcyx-8.tif,UINT8,2,2,2,1", "imagej-tzcyx-16.tif,UINT16,3,2,2,1", "imagej-tyx-16-deflate.tif,UINT16,3,1,1,1",
		"tifffile-tyx-16-deflate-predictor.tif,UINT16,1,3,1,50", "tifffile-zyx-32.tif,FLOAT32,1,3,1,50", "tifffile-yx-strips.tif,UINT16,1,1,1,1",
		"tifffile-zyx-8-big-endian.tif,UINT8,1,3,1,50" })
	void readsWhatTifffileWrites(final String name, final PixelType type, final int frames, final int depth, final int channels,
		final int slicesStep) throws IOException
	{
		final Movie movie = Images.open(fixture(name));
		assertEquals(type, movie.type());
		assertEquals(frames, movie.frames());
		assertEquals(new Shape(WIDTH, HEIGHT, depth, channels), movie.shape());
		// without axes in the file, its time lies on z
		assertPattern(slicesStep == 50 ? Movies.zAsTime(movie) : movie);
	}

	@Test
	void readsRgb() throws IOException {
		final Movie movie = Images.open(fixture("tifffile-tyxs-rgb.tif"));
		assertEquals(Display.RGB, movie.display());
		assertEquals(new Shape(WIDTH, HEIGHT, 1, 3), movie.shape());
		assertEquals(2, movie.frames());
		assertPattern(movie);
	}

	@Test
	void keepsCalibrationAndDisplay() throws IOException {
		final Movie movie = Images.open(fixture("imagej-tzcyx-16.tif"));
		assertEquals(0.25, movie.calibration().pixelWidth(), 1e-6);
		assertEquals(0.5, movie.calibration().pixelHeight(), 1e-6);
		assertEquals(2, movie.calibration().pixelDepth(), 1e-9);
		assertEquals("\u00b5m", movie.calibration().unit());
		assertEquals(30, movie.calibration().frameInterval(), 1e-9);
		assertEquals("sec", movie.calibration().timeUnit());
		assertEquals(Display.Mode.COMPOSITE, movie.display().mode());
		assertEquals(10, movie.display().channels().get(0).minimum());
		assertEquals(400, movie.display().channels().get(1).maximum());
		assertEquals(0x00ff00, movie.display().channels().get(0).lut()[255]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tifffile-tzcyx.ome.tif", "tifffile-tczyx.ome.tif", "tifffile-ztcyx.ome.tif", "tifffile-zctyx.ome.tif",
		"tifffile-ctzyx.ome.tif", "tifffile-cztyx.ome.tif" })
	void readsOmeTiffWhateverTheOrder(final String name) throws IOException {
		final OpenedImage opened = Images.read(fixture(name));
		assertEquals("ImageJ " + IJ.getVersion() + ", TIFF (OME)", opened.reader());
		assertEquals(new Shape(WIDTH, HEIGHT, 2, 2), opened.movie().shape());
		assertEquals(3, opened.movie().frames());
		assertPattern(opened.movie());
	}

	@Test
	void calibratesOmeTiff() throws IOException {
		final Calibration calibration = Images.open(fixture("tifffile-tzcyx.ome.tif")).calibration();
		assertEquals("\u00b5m", calibration.unit());
		assertEquals(0.65, calibration.pixelWidth(), 1e-9);
		assertEquals(0.65, calibration.pixelHeight(), 1e-9, "650 nm");
		assertEquals(2, calibration.pixelDepth(), 1e-9, "0.002 mm");
		assertEquals(1.5, calibration.frameInterval());
		assertEquals("min", calibration.timeUnit());
		assertEquals(Calibration.NONE, Images.open(fixture("tifffile-ctzyx.ome.tif")).calibration());
	}

	@Test
	void readsRgbOmeTiff() throws IOException {
		final Movie movie = Images.open(fixture("tifffile-tyxs.ome.tif"));
		assertEquals(new Shape(WIDTH, HEIGHT, 1, 3), movie.shape());
		assertEquals(2, movie.frames());
		assertPattern(movie);
	}

	@Test
	void saysWhatReadIt() throws IOException {
		assertEquals("ImageJ " + IJ.getVersion() + ", TIFF", Images.read(fixture("tifffile-yx-strips.tif")).reader());
	}

	private void png(final ImageProcessor pixels, final String name) throws IOException {
		try {
			new PNG_Writer().writeImage(new ImagePlus("", pixels), folder.resolve(name).toString(), -1);
		}
		catch (final Exception exc) {
			throw new IOException(exc);
		}
	}

	@Test
	void readsFoldersInNaturalOrder() throws IOException {
		for (int t = 0; t < 12; t++) {
			final byte[] pixels = new byte[WIDTH * HEIGHT];
			Arrays.fill(pixels, (byte) t);
			png(new ByteProcessor(WIDTH, HEIGHT, pixels), "t" + t + ".png");
		}
		Files.writeString(folder.resolve("notes.txt"), "not an image");
		final OpenedImage opened = Images.read(folder);
		assertEquals(12, opened.movie().frames());
		for (int t = 0; t < 12; t++) assertEquals(t, opened.movie().frame(t).value(3, 2, 0, 0));
		assertTrue(opened.reader().startsWith("folder of 12 images"), opened.reader());
	}

	@Test
	void refusesFoldersOfUnlikeImages() throws IOException {
		png(new ByteProcessor(WIDTH, HEIGHT), "a.png");
		png(new ByteProcessor(WIDTH, HEIGHT + 1), "b.png");
		final Movie movie = Images.open(folder);
		final String message = assertThrows(InputException.class, () -> movie.frame(1)).getMessage();
		assertTrue(message.contains("b.png: 7 x 6") && message.contains("7 x 5"), message);
	}

	@Test
	void keepsTheIndicesOfIndexedColour() throws IOException {
		final Movie movie = Images.open(fixture("indexed.png"));
		assertEquals(PixelType.UINT8, movie.type());
		assertPattern(movie);
		assertEquals(256, movie.display().channels().get(0).lut().length);
	}

	@Test
	void reads16BitPng() throws IOException {
		final Movie movie = Images.open(fixture("grey-16.png"));
		assertEquals(PixelType.UINT16, movie.type());
		assertEquals(60000 + 6, movie.frame(0).value(6, 0, 0, 0));
	}

	@Test
	void readsFilms() throws IOException {
		final ImageStack stack = new ImageStack(8, 6);
		for (int t = 0; t < 3; t++) {
			final ImageProcessor frame = new ByteProcessor(8, 6);
			frame.add(50 * t + 1);
			stack.addSlice(frame);
		}
		final ImagePlus film = new ImagePlus("film", stack);
		film.getCalibration().fps = 4;
		final Path path = folder.resolve("film.avi");
		new AVI_Writer().writeImage(film, path.toString(), AVI_Writer.NO_COMPRESSION, 100);
		final Movie movie = Images.open(path);
		assertEquals(3, movie.frames());
		assertEquals(0.25, movie.calibration().frameInterval(), 1e-6);
		for (int t = 0; t < 3; t++) assertEquals(50 * t + 1, movie.frame(t).value(7, 5, 0, 0));
	}

	@Test
	void readsJpeg() throws IOException {
		final Path path = folder.resolve("colour.jpg");
		final int[] pixels = new int[32 * 32];
		Arrays.fill(pixels, 0xc08040);
		JpegWriter.save(new ImagePlus("", new ColorProcessor(32, 32, pixels)), path.toString(), 95);
		final Frame frame = Images.open(path).frame(0);
		assertEquals(0xc0, frame.value(5, 5, 0, 0), 3);
		assertEquals(0x80, frame.value(5, 5, 0, 1), 3);
		assertEquals(0x40, frame.value(5, 5, 0, 2), 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "imagej-tzcyx-16.tif", "imagej-tyx-16-deflate.tif", "tifffile-tyx-16-deflate-predictor.tif", "indexed.png",
		"tifffile-tyxs-rgb.tif" })
	void refusesTruncatedFiles(final String name) throws IOException {
		final byte[] bytes = Files.readAllBytes(fixture(name));
		for (final int length : new int[] { bytes.length / 2, 100, 20, 9 }) {
			final Path path = Files.write(folder.resolve(length + name), Arrays.copyOf(bytes, length));
			final String message = assertThrows(InputException.class, () -> readAll(path), length + " bytes").getMessage();
			assertTrue(message.startsWith(path.toString()) && !message.contains("\n"), message);
		}
	}

	@Test
	void refusesAFileThatLacksOneByte() throws IOException {
		final byte[] bytes = Files.readAllBytes(fixture("tifffile-int16.tif"));
		final Path path = Files.write(folder.resolve("short.tif"), Arrays.copyOf(bytes, bytes.length - 1));
		assertTrue(assertThrows(InputException.class, () -> Images.open(path)).getMessage().contains("ends too early"));
	}

	private static void readAll(final Path path) throws IOException {
		final Movie movie = Images.open(path);
		for (int t = 0; t < movie.frames(); t++) movie.frame(t);
	}

	@Test
	void refusesDamagedDeflate() throws IOException {
		final byte[] bytes = Files.readAllBytes(fixture("imagej-tyx-16-deflate.tif"));
		Arrays.fill(bytes, bytes.length - 40, bytes.length - 10, (byte) 0x55);
		final Path path = Files.write(folder.resolve("damaged.tif"), bytes);
		final String message = assertThrows(InputException.class, () -> readAll(path)).getMessage();
		assertTrue(message.contains("damaged"), message);
	}

	@Test
	void refusesWhatIsNoImage() throws IOException {
		final Path text = Files.writeString(folder.resolve("a.txt"), "hello");
		assertTrue(assertThrows(InputException.class, () -> Images.open(text)).getMessage().contains("not an image"));
		final Path empty = Files.createFile(folder.resolve("empty.tif"));
		assertTrue(assertThrows(InputException.class, () -> Images.open(empty)).getMessage().contains("empty"));
		assertTrue(assertThrows(InputException.class, () -> Images.open(folder.resolve("none.tif"))).getMessage().contains("no such file"));
		final Path bare = Files.createDirectory(folder.resolve("bare"));
		assertTrue(assertThrows(InputException.class, () -> Images.open(bare)).getMessage().contains("holds no images"));
	}

	@Test
	void saysWhyATiffCannotBeRead() {
		final String message = assertThrows(InputException.class, () -> Images.open(fixture("tifffile-tiled.tif"))).getMessage();
		assertTrue(message.contains("tiled") && message.contains("Bio-Formats") && !message.contains("\n"), message);
	}

	@Test
	void readsSigned16BitAsTrueValues() throws IOException {
		final Movie movie = Images.open(fixture("tifffile-int16.tif"));
		assertEquals(PixelType.FLOAT32, movie.type());
		assertEquals(-300, movie.frame(0).value(0, 0, 0, 0));
		assertEquals(-300 + 6, movie.frame(0).value(6, 0, 0, 0));
	}

	@Test
	void readsColourOf16Bit() throws IOException {
		final Movie movie = Images.open(fixture("tifffile-rgb-16.tif"));
		assertEquals(PixelType.UINT16, movie.type());
		assertEquals(new Shape(WIDTH, HEIGHT, 1, 3), movie.shape());
		assertPattern(movie);
	}

	@Test
	void pagesOfAnotherSizeAreTold() throws IOException {
		final OpenedImage opened = Images.read(fixture("tifffile-unlike.tif"));
		assertEquals(new Shape(WIDTH, HEIGHT, 1, 1), opened.movie().shape());
		assertPattern(opened.movie());
		assertTrue(opened.remarks().get(0).contains("only the first is used"), opened.remarks().toString());
	}

	@Test
	void slicesTakenForTimeAreTold() throws IOException {
		final OpenedImage opened = Images.read(fixture("tifffile-zyx-32.tif")).zAsTime();
		assertEquals(3, opened.movie().frames());
		assertTrue(opened.remarks().get(0).contains("3 slices along z"), opened.remarks().toString());
	}

	@Test
	void bigTiffsNeedBioFormats() throws IOException {
		final Path path = Files.write(folder.resolve("big.tif"), new byte[] { 'I', 'I', 43, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0 });
		assertTrue(assertThrows(InputException.class, () -> Images.open(path)).getMessage().contains("BigTIFF"));
	}

	@Test
	void readsOnlyTheFrameAskedFor() throws IOException {
		// frame 2 is made unreadable behind the reader's back: frames 0 and 1 still come
		final Path path = Files.copy(fixture("imagej-tyx-16-deflate.tif"), folder.resolve("lazy.tif"));
		final Movie movie = Images.open(path);
		final byte[] bytes = Files.readAllBytes(path);
		Files.write(path, Arrays.copyOf(bytes, bytes.length - 60));
		assertEquals(expected(0, 0, 0, 0, 1), movie.frame(1).value(0, 0, 0, 0));
		assertThrows(InputException.class, () -> movie.frame(2));
	}

	@Test
	void readsTheSharedSets() throws IOException {
		final Path data = Path.of("../shared/data");
		assumeTrue(Files.isDirectory(data), "../shared/data is not here");
		final Movie cells = Images.open(data.resolve("phase_t98g/image.tif"));
		assertEquals(new Shape(448, 448, 1, 1), cells.shape());
		assertEquals(37, cells.frames());
		assertEquals(0.8708, cells.calibration().pixelWidth(), 1e-4);
		assertEquals(600, cells.calibration().frameInterval());
		final Movie droplet = Images.open(data.resolve("droplet_3dt/image.tif"));
		assertEquals(new Shape(31, 30, 16, 1), droplet.shape());
		assertEquals(21, droplet.frames());
		final Movie cars = Images.open(data.resolve("cars_parking_rgb/image.tif"));
		assertEquals(new Shape(448, 432, 1, 3), cars.shape());
		assertEquals(30, cars.frames());
	}

	@Test
	void writesBackWhatImageJWrote() throws IOException {
		final ImageStack stack = new ImageStack(4, 3);
		for (int n = 0; n < 6; n++) stack.addSlice(new ShortProcessor(4, 3, new short[] { 1, 2, 3, (short) n, 5, 6, 7, 8, 9, 10, 11, -1 },
			null));
		final ImagePlus imp = new ImagePlus("six", stack);
		imp.setDimensions(1, 2, 3);
		imp.setOpenAsHyperStack(true);
		new FileSaver(imp).saveAsTiffStack(folder.resolve("six.tif").toString());
		final Movie movie = Images.open(folder.resolve("six.tif"));
		assertEquals("six", movie.title());
		assertEquals(3, movie.frames());
		assertArrayEquals(new double[] { 2, 3 }, new double[] { movie.frame(1).value(3, 0, 0, 0), movie.frame(1).value(3, 0, 1, 0) });
		assertEquals(65535, movie.frame(2).value(3, 2, 1, 0));
	}
}
