package org.motionlayers.network.melomotion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values by formula, the same as in scripts/melomotion_decoder_fixture.py, and what PyTorch made of them. */
final class Waves {

	private Waves() {}

	/** @return scale * sin(1.3 i + phase) for i = 0, 1, ... */
	static float[] of(final int count, final double phase, final double scale) {
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) (scale * Math.sin(1.3 * i + phase));
		return values;
	}

	/** @return the values of a fixture */
	static float[] fixture(final String name) throws IOException {
		try (InputStream in = Waves.class.getResourceAsStream(name)) {
			final ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
			final float[] values = new float[bytes.remaining() / Float.BYTES];
			bytes.asFloatBuffer().get(values);
			return values;
		}
	}
}
