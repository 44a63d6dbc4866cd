package org.motionlayers.evaluate.dreamer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.ModelPlaces;

class EntrantsTest {

	@Test
	void whatHasNoModelIsToldInALineAndTheRestGoesOn() throws IOException {
		try (Entrants entrants = new Entrants(TinyDreamer.BUDGET)) {
			entrants.add("painted", () -> {
				ModelPlaces.find("no-such-model");
				return Baselines.truth();
			});
			entrants.add("still", Baselines::constantVelocity);
			assertEquals(List.of("constant_velocity"), entrants.arms().stream().map(Arm::key).toList());
			final String said = entrants.missing().get("painted");
			assertTrue(said.startsWith("model=no-such-model: ") && said.lines().count() == 1, said);
			assertTrue(entrants.objects().isEmpty());
		}
	}
}
