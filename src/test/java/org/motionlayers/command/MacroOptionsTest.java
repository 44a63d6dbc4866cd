package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import ij.Macro;

import org.junit.jupiter.api.Test;

/** Options are written so that ImageJ's own reader finds every value again. */
class MacroOptionsTest {

	private static final List<String> KEYS = List.of("image", "labels", "frames", "seed");
	private static final String ALPHABET = "ab [](){}'\"\\$=&,;:#\t\nµ";

	private static Map<String, String> options(final String image, final String labels) {
		final Map<String, String> options = new LinkedHashMap<>();
		options.put("image", image);
		options.put("labels", labels);
		options.put("frames", "12");
		options.put("seed", "0");
		return options;
	}

	private static void comesBack(final Map<String, String> options) {
		final String text = MacroOptions.of(options).orElseThrow(() -> new AssertionError("nothing for " + options));
		options.forEach((key, value) -> assertEquals(value, Macro.getValue(text, key, null), key + " in " + text));
	}

	@Test
	void plainValuesStayPlainAndInTheirOrder() {
		assertEquals(Optional.of("image=a.tif labels=[my labels.tif] frames=12 seed=0"), MacroOptions.of(options("a.tif", "my labels.tif")));
	}

	@Test
	void keysInsideValuesComeAfterThoseKeys() {
		comesBack(options("/data/x frames=7 seed=3/a.tif", "b.tif"));
		comesBack(options("/data/labels=3.tif", "/frames=2.tif"));
		comesBack(options("[image=2].tif", "image.tif"));
	}

	@Test
	void bracketsAndApostrophes() {
		comesBack(options("a [1].tif", "[b].tif"));
		comesBack(options("one].tif", "[open.tif"));
		comesBack(options("'a'.tif", "it's"));
		comesBack(options("", "]["));
	}

	@Test
	void whatCannotBeSaidIsNotSaid() {
		assertEquals(Optional.empty(), MacroOptions.of(options("it's one].tif x", "b")));
		assertEquals(Optional.empty(), MacroOptions.of(options("labels=1", "image=1")));
	}

	@Test
	void anythingComesBackOrIsRefused() {
		final SplittableRandom random = new SplittableRandom(5);
		int said = 0;
		for (int k = 0; k < 20_000; k++) {
			final Map<String, String> options = options(value(random), value(random));
			if (MacroOptions.of(options).isEmpty()) continue;
			said++;
			comesBack(options);
		}
		assertTrue(said > 15_000, said + " of 20000 were said");
	}

	private static String value(final SplittableRandom random) {
		final StringBuilder value = new StringBuilder();
		for (int n = random.nextInt(8); n > 0; n--) value.append(random.nextInt(6) == 0 ? KEYS.get(random.nextInt(KEYS.size())) + "="
			: String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))));
		return value.toString();
	}
}
