package org.motionlayers.segmentation.document;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.motionlayers.scene.InputException;

/** The element that an {@link XmlDocument} has come to. */
public final class XmlElement {

	private final String source;
	private final XMLStreamReader reader;

	/**
	 * @param source the file's name, for messages
	 * @param reader at the beginning of an element whenever this is used
	 */
	XmlElement(final String source, final XMLStreamReader reader) {
		this.source = source;
		this.reader = reader;
	}

	/** @return the element's name */
	public String name() {
		return reader.getLocalName();
	}

	/** @return an attribute's value, or the fallback where there is no such attribute */
	public String attribute(final String name, final String fallback) {
		final String value = reader.getAttributeValue(null, name);
		return value == null ? fallback : value;
	}

	/** @return whether there is such an attribute */
	public boolean has(final String name) {
		return reader.getAttributeValue(null, name) != null;
	}

	/**
	 * Reads a number.
	 *
	 * @param name of the attribute
	 * @return its value, finite
	 * @throws InputException where it is missing, no number, or not finite
	 */
	public double number(final String name) {
		final String text = required(name);
		try {
			final double value = Double.parseDouble(text);
			if (Double.isFinite(value)) return value;
		}
		catch (final NumberFormatException e) {
			throw refuse(name + " is '" + text + "', not a number", e);
		}
		throw refuse(name + " is " + text + "; a finite number is needed", null);
	}

	/** @return the attribute's value as a finite number, or the fallback where there is no such attribute */
	public double number(final String name, final double fallback) {
		return has(name) ? number(name) : fallback;
	}

	/**
	 * Reads a whole number; "3.0" is one too.
	 *
	 * @param name of the attribute
	 * @return its value
	 * @throws InputException where it is missing or no whole number of 32 bit
	 */
	public int integer(final String name) {
		final double value = number(name);
		if (value != (int) value) throw refuse(name + " is " + required(name) + "; a whole number is needed", null);
		return (int) value;
	}

	/**
	 * Reads the element's text, which takes the reader to its end.
	 *
	 * @return the text
	 * @throws InputException where the element has children, or is damaged
	 */
	public String text() {
		try {
			return reader.getElementText();
		}
		catch (final XMLStreamException e) {
			throw refuse("its text cannot be read: " + XmlDocument.reason(e), e);
		}
	}

	private String required(final String name) {
		final String value = reader.getAttributeValue(null, name);
		if (value == null) throw refuse("has no " + name, null);
		return value;
	}

	/** @return what to throw where this element is wrong: one line with file, place and complaint */
	public InputException refuse(final String complaint, final Exception cause) {
		final int line = reader.getLocation().getLineNumber();
		final String element = reader.isStartElement() ? reader.getLocalName() : "an element";
		return new InputException("Labels '" + source + "': " + element + " in line " + line + ": " + complaint + ".", cause);
	}
}
