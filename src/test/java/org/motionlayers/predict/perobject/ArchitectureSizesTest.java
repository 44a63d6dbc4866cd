package org.motionlayers.predict.perobject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The numbers of MeloMotion, Table 1 and 3.2. */
class ArchitectureSizesTest {

	@Test
	void threePredictorsHaveTheParametersOfTableOne() {
		final Architecture a = Architecture.perObject(3, 3, 2);
		assertEquals(2146, a.parametersPerPredictor());
		assertEquals(6438, a.predictorParameters());
		assertEquals(256, a.projectorParameters());
		assertEquals(6438 + 256, a.parameters());
		final PerObjectPredictors predictors = PerObjectPredictors.create(a, 1);
		assertEquals(2146, predictors.predictorWeights(2).length);
		assertEquals(256, predictors.projectorWeights().length);
	}

	@Test
	void theCameraHeadHas742() {
		assertEquals(742, Architecture.cameraHead().parameters());
	}

	@Test
	void aNormalisationMakes2274() {
		assertEquals(2274, Architecture.perObject(3, 3, 2).withLayerNorm().parametersPerPredictor());
	}

	@Test
	void threeDimensionsAddOneRow() {
		assertEquals(2146 + 33, Architecture.perObject(3, 3, 3).parametersPerPredictor());
	}

	@Test
	void sharedWeightsAreOnePredictorAndDirectFeaturesNoProjection() {
		final Architecture a = Architecture.perObject(3, 3, 2).withSharedWeights();
		assertEquals(2146, a.predictorParameters());
		assertEquals(0, a.withDirectFeatures(64).projectorParameters());
		assertEquals(2146, a.withDirectFeatures(64).parameters());
	}

	@Test
	void sizesThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Architecture.perObject(0, 3, 2));
		assertThrows(IllegalArgumentException.class, () -> new Architecture(1, 3, 2, 64, 32, Architecture.Input.DIRECT,
			Architecture.Weights.OWN, false));
	}
}
