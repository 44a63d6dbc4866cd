package org.motionlayers.evaluate.melomotion;

import org.motionlayers.network.melomotion.LatentDecoder;
import org.motionlayers.network.melomotion.LatentEncoder;
import org.motionlayers.predict.perobject.Architecture;

/**
 * MeloMotion's Table 1: parameters of every component, counted on the components themselves.
 *
 * @param predictors of three objects
 * @param projector colour to features
 * @param camera pooled latent to six degrees of freedom
 * @param decoder latent to colour
 * @param encoder latent to features
 */
record ParameterTable(long predictors, long projector, long camera, long decoder, long encoder) {

	private static final int OBJECTS = 3;

	/** @return the counts */
	static ParameterTable count() {
		final Architecture own = Architecture.perObject(OBJECTS, Lesson.COLOURS, Lesson.DIMENSIONS);
		try (LatentDecoder decoder = LatentDecoder.create(0); LatentEncoder encoder = LatentEncoder.create(0)) {
			return new ParameterTable(own.predictorParameters(), own.projectorParameters(), Architecture.cameraHead().parameters(), decoder
				.parameters(), encoder.parameters());
		}
	}

	/** @return all components together */
	long total() {
		return predictors + projector + camera + decoder + encoder;
	}
}
