package org.motionlayers.io.track;

import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML one element a line, indented. */
final class XmlText {

	private final XMLStreamWriter out;
	private final Deque<Boolean> holdsElements = new ArrayDeque<>();

	XmlText(final XMLStreamWriter out) throws XMLStreamException {
		this.out = out;
		out.writeStartDocument("UTF-8", "1.0");
	}

	/** Opens an element with attributes given as name, value, name, value. */
	void open(final String element, final Object... attributes) throws XMLStreamException {
		begin();
		out.writeStartElement(element);
		holdsElements.push(false);
		for (int i = 0; i < attributes.length; i += 2) attribute((String) attributes[i], attributes[i + 1]);
	}

	/** Writes an element that holds nothing. */
	void leaf(final String element, final Object... attributes) throws XMLStreamException {
		begin();
		out.writeEmptyElement(element);
		for (int i = 0; i < attributes.length; i += 2) attribute((String) attributes[i], attributes[i + 1]);
	}

	private void begin() throws XMLStreamException {
		if (!holdsElements.isEmpty()) {
			holdsElements.pop();
			holdsElements.push(true);
		}
		indent();
	}

	/** Adds an attribute to the element just begun. */
	void attribute(final String name, final Object value) throws XMLStreamException {
		out.writeAttribute(name, allowed(String.valueOf(value)));
	}

	/** Writes text into the element that is open. */
	void text(final String text) throws XMLStreamException {
		out.writeCharacters(allowed(text));
	}

	/** Closes the element that was opened last. */
	void close() throws XMLStreamException {
		if (holdsElements.pop()) indent();
		out.writeEndElement();
	}

	/** Ends the document. */
	void end() throws XMLStreamException {
		out.writeCharacters("\n");
		out.writeEndDocument();
		out.flush();
	}

	private void indent() throws XMLStreamException {
		out.writeCharacters("\n" + "  ".repeat(holdsElements.size()));
	}

	/** @return the text without characters that XML 1.0 does not allow */
	private static String allowed(final String text) {
		return text.codePoints().filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd ||
			c >= 0x10000).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}
}
