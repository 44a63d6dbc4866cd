package org.motionlayers.segmentation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

class XmlDocumentTest {

	@TempDir
	private Path folder;

	private List<String> names(final String xml) throws IOException {
		final List<String> names = new ArrayList<>();
		XmlDocument.read(Files.writeString(folder.resolve("a.xml"), xml), Progress.NONE, element -> names.add(element.name() + element.attribute(
			"a", "-")));
		return names;
	}

	private String refusal(final String xml) {
		final InputException e = assertThrows(InputException.class, () -> names(xml));
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
		return e.getMessage();
	}

	@Test
	void elementsComeInTheOrderOfTheDocument() throws IOException {
		assertEquals(List.of("r-", "b1", "c-"), names("<r><b a='1'>text<c/></b></r>"));
	}

	@Test
	void externalEntityIsRefusedAndNeverRead() throws IOException {
		final Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
		final String message = refusal("<!DOCTYPE r [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><r><b a='1'>&x;</b></r>");
		assertTrue(message.contains("DOCTYPE"), message);
		assertFalse(message.contains("TOP-SECRET"), message);
	}

	@Test
	void externalDocumentTypeIsRefused() {
		assertTrue(refusal("<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/evil.dtd'><r/>").contains("DOCTYPE"));
	}

	@Test
	void parameterEntityIsRefused() throws IOException {
		final Path dtd = Files.writeString(folder.resolve("evil.dtd"), "<!ENTITY x 'evil'>");
		assertTrue(refusal("<!DOCTYPE r [<!ENTITY % p SYSTEM '" + dtd.toUri() + "'> %p;]><r>&x;</r>").contains("DOCTYPE"));
	}

	@Test
	void billionLaughsAreRefused() {
		final StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY l0 'lol'>");
		for (int i = 1; i < 10; i++) xml.append("<!ENTITY l").append(i).append(" '").append(("&l" + (i - 1) + ";").repeat(10)).append("'>");
		final String message = refusal(xml + "]><lolz a='&l9;'>&l9;</lolz>");
		assertTrue(message.contains("DOCTYPE"), message);
	}

	@Test
	void unknownEntityIsRefused() {
		final InputException e = assertThrows(InputException.class, () -> XmlDocument.read(Files.writeString(folder.resolve("a.xml"),
			"<r>&x;</r>"), Progress.NONE, XmlElement::text));
		assertTrue(e.getMessage().contains("\"x\""), e.getMessage());
	}

	@Test
	void declaredEncodingIsUsed() throws IOException {
		final Path file = folder.resolve("latin.xml");
		Files.write(file, "<?xml version='1.0' encoding='ISO-8859-1'?><r a='\u00b5m'/>".getBytes(StandardCharsets.ISO_8859_1));
		final List<String> units = new ArrayList<>();
		XmlDocument.read(file, Progress.NONE, element -> units.add(element.attribute("a", "")));
		assertEquals(List.of("\u00b5m"), units);
		assertEquals(List.of("r\u00b5m"), names("\ufeff<r a='\u00b5m'/>"));
		assertTrue(refusal("<?xml version='1.0' encoding='klingon'?><r/>").contains("unknown encoding 'klingon'"));
	}

	@Test
	void deepNestingIsRead() throws IOException {
		assertEquals(100_000, names("<r>".repeat(100_000) + "</r>".repeat(100_000)).size());
	}

	@Test
	void damageIsRefusedWithItsLine() {
		assertTrue(refusal("<r>\n<b a='1'\n</r>").contains("damaged XML at line 3"), refusal("<r>\n<b a='1'\n</r>"));
		assertTrue(refusal("<r>").contains("damaged XML"), refusal("<r>"));
		assertTrue(refusal("").contains("damaged XML"), refusal(""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "<TrackMate version='7'>|TrackMate", "<?xml version='1.0'?><!-- <x> --><Tracks n='1'|Tracks",
		"<!DOCTYPE a [<!ENTITY x 'y'>]><a>|a", "{}|''", "<|''", "<?xml|''", "<!-- |''" })
	void rootIsFoundInTheFirstBytes(final String head, final String root) {
		assertEquals(root, XmlDocument.root(head.getBytes(StandardCharsets.UTF_8)));
		assertEquals(root, XmlDocument.root(("\ufeff \n" + head).getBytes(StandardCharsets.UTF_8)));
	}
}
