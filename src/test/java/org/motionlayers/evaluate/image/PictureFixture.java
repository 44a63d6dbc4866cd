package org.motionlayers.evaluate.image;

import org.motionlayers.evaluate.Fixtures;
import org.motionlayers.scene.Frame;
import org.motionlayers.scene.Shape;

import com.google.gson.JsonObject;

/** Reads one pair of pictures of the fixture. */
final class PictureFixture {

	private PictureFixture() {}

	static Frame frame(final JsonObject picture, final String name) {
		final int[] size = Fixtures.ints(picture.get("size"));
		final Shape shape = new Shape(size[0], size[1], size.length > 2 ? size[2] : 1, picture.get("channels").getAsInt());
		return Fixtures.frame(shape, Fixtures.doubles(picture.get(name)));
	}
}
