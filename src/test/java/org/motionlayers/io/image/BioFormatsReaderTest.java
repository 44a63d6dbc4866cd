package org.motionlayers.io.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motionlayers.scene.InputException;

/**
 * Bio-Formats is not on Maven Central, so that the real one cannot be here: these tests compile classes of the same names and signatures
 * as its importer has (loci.plugins.BF.openImagePlus, ImporterOptions.setId and setVirtual) and put them on the class path of the thread.
 */
class BioFormatsReaderTest {

	private static final String OPENER = """
		package loci.plugins;
		public final class BF {
			public static ij.ImagePlus[] openImagePlus(loci.plugins.in.ImporterOptions options) throws java.io.IOException {
				if (options.id.endsWith("bad.czi")) throw new java.io.IOException("Unknown file format");
				if (options.id.endsWith("none.czi")) return new ij.ImagePlus[0];
				ij.ImageStack stack = new ij.ImageStack(2, 1);
				for (int n = 1; n <= 6; n++) stack.addSlice(new ij.process.ByteProcessor(2, 1, new byte[] { (byte) n, options.virtual ? (byte) 1 : 0 }));
				ij.ImagePlus imp = new ij.ImagePlus(new java.io.File(options.id).getName(), stack);
				imp.setDimensions(1, 2, 3);
				return new ij.ImagePlus[] { imp };
			}
		}
		""";

	private static final String OPTIONS = """
		package loci.plugins.in;
		public final class ImporterOptions {
			public String id;
			public boolean virtual;
			public void setId(String id) { this.id = id; }
			public void setVirtual(boolean virtual) { this.virtual = virtual; }
		}
		""";

	private static final String TOOLS = "package loci.formats; public final class FormatTools { public static final String VERSION = \"8.0.0\"; }";

	@TempDir
	Path temp;

	private ClassLoader before;
	private URLClassLoader loader;

	@BeforeEach
	void installIt() throws IOException {
		before = Thread.currentThread().getContextClassLoader();
		assertFalse(BioFormatsReader.isInstalled(), "not there by itself");
		final Path sources = Files.createDirectory(temp.resolve("sources")), classes = Files.createDirectory(temp.resolve("classes"));
		final List<Path> files = List.of(Files.writeString(sources.resolve("BF.java"), OPENER), Files.writeString(sources.resolve(
			"ImporterOptions.java"), OPTIONS), Files.writeString(sources.resolve("FormatTools.java"), TOOLS));
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"),
			"-d", classes.toString(), files.get(0).toString(), files.get(1).toString(), files.get(2).toString()));
		loader = new URLClassLoader(new URL[] { classes.toUri().toURL() }, before);
		Thread.currentThread().setContextClassLoader(loader);
	}

	@AfterEach
	void removeIt() throws IOException {
		Thread.currentThread().setContextClassLoader(before);
		loader.close();
	}

	private Path file(final String name) throws IOException {
		return Files.write(temp.resolve(name), new byte[] { 'Z', 'I', 'S', 'R', 'A', 'W', 0, 1, 2, 3 });
	}

	@Test
	void readsWhatOthersDoNotKnow() throws IOException {
		final OpenedImage opened = Images.read(file("cells.czi"));
		assertEquals("Bio-Formats 8.0.0", opened.reader());
		assertEquals(3, opened.movie().frames());
		assertEquals(6, opened.movie().frame(2).value(0, 0, 1, 0));
		assertEquals(1, opened.movie().frame(0).value(1, 0, 0, 0), "opened as a virtual stack");
	}

	@Test
	void readsTheTiffsThatImageJCannot() throws IOException {
		assertEquals("Bio-Formats 8.0.0", Images.read(Path.of("src/test/resources/io/image/tifffile-tiled.tif")).reader());
		assertEquals("Bio-Formats 8.0.0", Images.read(Path.of("src/test/resources/io/image/tifffile-tzcyx.ome.tif")).reader());
	}

	@Test
	void tellsWhyItCannotRead() throws IOException {
		final Path bad = file("bad.czi"), none = file("none.czi");
		final String message = assertThrows(InputException.class, () -> Images.read(bad)).getMessage();
		assertTrue(message.contains("bad.czi") && message.contains("Unknown file format") && !message.contains("\n"), message);
		assertTrue(assertThrows(InputException.class, () -> Images.read(none)).getMessage().contains("no image"));
	}
}
