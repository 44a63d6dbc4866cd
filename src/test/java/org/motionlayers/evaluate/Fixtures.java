package org.motionlayers.evaluate;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.motionlayers.scene.Frame;
import org.motionlayers.scene.PixelType;
import org.motionlayers.scene.Shape;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The values of independent programs, made by scripts/make_metric_fixtures.py. */
public final class Fixtures {

	private Fixtures() {}

	/** @return one section of the file */
	public static JsonElement section(final String name) {
		try (Reader in = new InputStreamReader(Fixtures.class.getResourceAsStream("/evaluate/metrics.json"), StandardCharsets.UTF_8)) {
			return new Gson().fromJson(in, JsonObject.class).get(name);
		}
		catch (final java.io.IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return an array of numbers */
	public static double[] doubles(final JsonElement array) {
		return new Gson().fromJson(array, double[].class);
	}

	/** @return an array of whole numbers */
	public static int[] ints(final JsonElement array) {
		return new Gson().fromJson(array, int[].class);
	}

	/** @return a float frame of these values */
	public static Frame frame(final Shape shape, final double[] values) {
		final float[] data = new float[values.length];
		for (int i = 0; i < data.length; i++) data[i] = (float) values[i];
		return new Frame(PixelType.FLOAT32, shape, data);
	}

	/** @return image A of the papers' notes, D1: .5 + .4 sin(2 pi x / 8) cos(2 pi y / 16), 16 x 16 */
	public static double[] imageA() {
		final double[] a = new double[256];
		for (int i = 0; i < a.length; i++) a[i] = .5 + .4 * Math.sin(2 * Math.PI * (i % 16) / 8) * Math.cos(2 * Math.PI * (i / 16) / 16);
		return a;
	}

	/** @return image B of the papers' notes, D1: clip(.9 A + .02 + .05 (((x + 2 y) mod 3) - 1), 0, 1) */
	public static double[] imageB() {
		final double[] b = imageA();
		for (int i = 0; i < b.length; i++) b[i] = Math.max(0, Math.min(1, .9 * b[i] + .02 + .05 * ((i % 16 + 2 * (i / 16)) % 3 - 1)));
		return b;
	}
}
