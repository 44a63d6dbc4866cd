package org.motionlayers.predict.hierarchical;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** What joint Gaussian distributions say, made by scripts/make_hierarchical_fixtures.py. */
final class ModelFixtures {

	private ModelFixtures() {}

	static JsonObject read() {
		try (Reader in = new InputStreamReader(ModelFixtures.class.getResourceAsStream("models.json"), StandardCharsets.UTF_8)) {
			return new Gson().fromJson(in, JsonObject.class);
		}
		catch (final java.io.IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static MotionModel model(final JsonObject m) {
		return new MotionModel(m.get("persistence").getAsDouble(), m.get("turn").getAsDouble(), m.get("steady").getAsDouble(), m.get(
			"acceleration").getAsDouble(), m.get("measurement").getAsDouble(), m.get("random").getAsDouble(), 0);
	}
}
