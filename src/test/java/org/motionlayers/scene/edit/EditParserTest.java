package org.motionlayers.scene.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.InputException;

/** The text of edits: what is written comes back, whatever else is given is told in one line. */
class EditParserTest {

	@Provide
	Arbitrary<Edit> edits() {
		final Arbitrary<Integer> labels = Arbitraries.integers().filter(l -> l != 0);
		final Arbitrary<Integer> pixels = Arbitraries.integers().between(-Offset.FARTHEST, Offset.FARTHEST);
		final Arbitrary<Offset> offsets = Combinators.combine(pixels, pixels, pixels).as(Offset::new);
		final Arbitrary<Float> depths = Arbitraries.floats();
		return Arbitraries.oneOf(Combinators.combine(labels, offsets).as(Edit.Move::new), Combinators.combine(labels, labels).as(
			Edit.Follow::new), labels.map(Edit.Freeze::new), labels.map(Edit.Delete::new), Combinators.combine(labels, offsets, labels.map(
				OptionalInt::of).injectNull(0.5)).as((label, offset, as) -> new Edit.Clone(label, offset, as == null ? OptionalInt.empty() : as)),
			labels.map(Edit.Front::new), labels.map(Edit.Back::new), Combinators.combine(labels, depths).as(Edit.Depth::new));
	}

	@Provide
	Arbitrary<List<Edit>> lists() {
		return edits().list().ofMaxSize(6);
	}

	@Property
	void whatIsWrittenComesBack(@ForAll("lists") final List<Edit> edits) {
		assertEquals(edits, EditParser.parse(edits.stream().map(Edit::toString).collect(Collectors.joining("; "))));
	}

	@Property
	void anyTextIsReadOrRefusedInOneLine(@ForAll final String text) {
		readOrRefused(text);
	}

	@Property
	void anyWordsAreReadOrRefusedInOneLine(@ForAll("words") final List<String> words) {
		readOrRefused(String.join(" ", words));
	}

	@Provide
	Arbitrary<List<String>> words() {
		return Arbitraries.of("move", "by", "like", "freeze", "clone", "as", "front", "depth", "to", "delete", "12", "0", "-3", "5,-3", "1,2,3",
			",", ";", "2.5", "NaN", "99999999999", "5,", "\n").list().ofMaxSize(8);
	}

	private static void readOrRefused(final String text) {
		try {
			EditParser.parse(text).forEach(edit -> assertTrue(edit.label() != 0, text));
		}
		catch (final InputException exc) {
			assertEquals(1, exc.getMessage().lines().count(), exc.getMessage());
			assertTrue(exc.getMessage().startsWith("edits: '"), exc.getMessage());
		}
	}

	@Test
	void spacesCaseAndLineEndsDoNotMatter() {
		assertEquals(List.of(new Edit.Move(12, new Offset(5, -3, 0)), new Edit.Clone(2, new Offset(1, 2, 3), OptionalInt.of(9))), EditParser
			.parse("  Move 12  by 5 , -3 ;\n CLONE 2 BY 1,2,3 AS 9;"));
	}

	@Test
	void noTextIsNoEdit() {
		assertEquals(List.of(), EditParser.parse(" ; \n"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "mvoe 12 by 5,-3 | edits: 'mvoe 12 by 5,-3' is not one of these forms: move 12 by 5,-3;",
		"move 12 | edits: 'move 12' is not one of these forms", "delete 7 by 1,2 | is not one of these forms",
		"freeze 0 | edits: 'freeze 0': '0' is not a label, a whole number other than 0.",
		"freeze cell | edits: 'freeze cell': 'cell' is not a label, a whole number other than 0.",
		"move 12 by 5 | edits: 'move 12 by 5': '5' is not an offset dx,dy or dx,dy,dz in whole pixels.",
		"move 12 by 1,2,3,4 | '1,2,3,4' is not an offset",
		"move 12 by 2.5,0 | '2.5' is not a whole number of pixels from -1000000 to 1000000; values are moved, never resampled.",
		"move 12 by 1000001,0 | '1000001' is not a whole number of pixels", "depth 3 to NaN | 'nan' is not a depth, a finite number" })
	void whatIsWrongIsQuoted(final String text, final String said) {
		final String message = assertThrows(InputException.class, () -> EditParser.parse(text)).getMessage();
		assertTrue(message.contains(said), message);
	}
}
