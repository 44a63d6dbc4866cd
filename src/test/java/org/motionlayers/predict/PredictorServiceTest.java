package org.motionlayers.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;
import org.scijava.Context;

class PredictorServiceTest {

	@Test
	void findsPredictorsByName() {
		try (Context context = new Context(PredictorService.class)) {
			final PredictorService service = context.service(PredictorService.class);
			assertInstanceOf(KalmanPredictor.class, service.predictor(" Kalman"));
			assertEquals(PredictorService.DEFAULT, service.names().get(0));
			assertTrue(service.names().containsAll(List.of("arrows", "still", "velocity", "kalman", "perobject")), service.names().toString());
		}
	}

	@Test
	void anUnknownNameIsRefusedWithTheNamesThereAre() {
		try (Context context = new Context(PredictorService.class)) {
			final PredictorService service = context.service(PredictorService.class);
			final InputException exc = assertThrows(InputException.class, () -> service.predictor("oracle"));
			assertTrue(exc.getMessage().contains("'oracle'") && exc.getMessage().contains("velocity"), exc.getMessage());
		}
	}
}
