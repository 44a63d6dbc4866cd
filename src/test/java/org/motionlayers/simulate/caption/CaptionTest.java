package org.motionlayers.simulate.caption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.scene.InputException;

/** Captions are sentences of a small grammar, read back as they are said. */
class CaptionTest {

	@Test
	void readsEveryKindOfAction() {
		final Caption caption = Caption.parse("the large red disc moves left and stops; the square moves up; the blue cone rotates counterclockwise;" +
			" the small ring is picked up and placed on the large white square; the large cone contains the small green disc; the yellow ring stays");
		assertEquals(List.of(new Caption.Clause(new Reference(Size.LARGE, Hue.RED, Form.DISC), new Action.Move(Direction.LEFT, true)),
			new Caption.Clause(new Reference(null, null, Form.SQUARE), new Action.Move(Direction.UP, false)), new Caption.Clause(new Reference(null,
				Hue.BLUE, Form.CONE), new Action.Turn(false)), new Caption.Clause(new Reference(Size.SMALL, null, Form.RING), new Action.Place(
					new Reference(Size.LARGE, Hue.WHITE, Form.SQUARE))), new Caption.Clause(new Reference(Size.LARGE, null, Form.CONE),
						new Action.Contain(new Reference(Size.SMALL, Hue.GREEN, Form.DISC))), new Caption.Clause(new Reference(null, Hue.YELLOW,
							Form.RING), new Action.Stay())), caption.clauses());
		assertEquals(caption, Caption.parse(caption.text()));
	}

	@Test
	void readsAsPeopleWrite() {
		assertEquals(Caption.parse("the red disc moves left; the cyan ring stays"), Caption.parse(" The red disc  moves left, the Cyan ring stays. "));
	}

	@Test
	void namesTheWordThatIsWrong() {
		assertEquals("text: 'elephant', 'jumps' are not of the vocabulary: " + String.join(" ", Caption.vocabulary()) + ".", message(
			"the red elephant jumps"));
		assertTrue(message("").contains("found none"));
		assertTrue(message(" ; ").contains("found none"));
		assertTrue(message("the red disc").startsWith("text: the text ends after 'the red disc', where moves"), message("the red disc"));
		assertTrue(message("the red moves left").startsWith("text: found 'moves' after 'the red', where a shape (disc, "), message(
			"the red moves left"));
		assertTrue(message("the disc moves left and right").contains("found 'right'"));
		assertTrue(message("the disc stays the disc stays").contains("where ; is needed"));
	}

	private static String message(final String text) {
		return assertThrows(InputException.class, () -> Caption.parse(text)).getMessage();
	}

	@Test
	void expressionsNameWhatHasAllTheirTraits() {
		final List<Traits> objects = List.of(new Traits(Size.LARGE, Hue.RED, Form.DISC), new Traits(Size.SMALL, Hue.RED, Form.DISC), new Traits(
			Size.SMALL, Hue.BLUE, Form.DISC));
		assertEquals(List.of(0, 1, 2), new Reference(null, null, Form.DISC).named(objects));
		assertEquals(List.of(0, 1), new Reference(null, Hue.RED, Form.DISC).named(objects));
		assertEquals(List.of(1), objects.get(1).reference().named(objects));
		assertEquals(List.of(), new Reference(null, null, Form.RING).named(objects));
	}
}
