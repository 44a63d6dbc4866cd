package org.motionlayers.segmentation.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.motionlayers.scene.InputException;
import org.motionlayers.scene.Progress;

/** An XML file read element by element. Document type declarations are refused, and with them entities of any kind. */
public final class XmlDocument {

	/** Takes elements, each as it begins. */
	@FunctionalInterface
	public interface ElementConsumer {

		/** @param element valid during the call only */
		void element(XmlElement element);
	}

	/** UTF-8's byte order mark, a character a byte. */
	private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
	/** Bytes that hold any XML declaration. */
	private static final int DECLARATION = 256;
	private static final Pattern ENCODING = Pattern.compile("(?:" + BYTE_ORDER_MARK + ")?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][\\w.:-]*)[\"']");
	/** What may stand before the root element: byte order mark, declaration, comments, document type. */
	private static final Pattern ROOT = Pattern.compile(
		"\\A(?:" + BYTE_ORDER_MARK + ")?(?:\\s++|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*+(?:\\[.*?\\]\\s*+)?>)*+<([A-Za-z_][\\w.:-]*)", Pattern.DOTALL);

	private static final String MESSAGE = "Message: ";

	private XmlDocument() {}

	/** @return name of the root element in the first bytes of a file, or an empty string where they are no XML */
	public static String root(final byte[] head) {
		final Matcher matcher = ROOT.matcher(new String(head, StandardCharsets.ISO_8859_1));
		return matcher.lookingAt() ? matcher.group(1) : "";
	}

	/**
	 * Reads all elements in document order.
	 *
	 * @param source the file
	 * @param progress told how many bytes were read
	 * @param consumer takes the elements
	 * @throws IOException where the file cannot be read
	 * @throws InputException where it is no well-formed XML or has a document type declaration
	 */
	public static void read(final Path source, final Progress progress, final ElementConsumer consumer) throws IOException {
		try (InputStream in = new BufferedInputStream(SourceFile.open(source, progress, ".xml"))) {
			final XMLStreamReader reader = factory().createXMLStreamReader(characters(source, in));
			final XmlElement element = new XmlElement(source.toString(), reader);
			while (reader.hasNext()) {
				final int event = reader.next();
				if (event == XMLStreamConstants.DTD) throw new InputException("Labels '" + source +
					"': XML with a document type declaration (DOCTYPE) is refused; remove it.");
				if (event == XMLStreamConstants.START_ELEMENT) consumer.element(element);
			}
		}
		catch (final InputException | CancellationException e) {
			throw e;
		}
		catch (final XMLStreamException e) {
			throw damaged(source, e);
		}
	}

	/** Bytes become characters here: the parser prints its complaints of wrong bytes before it throws them. */
	private static Reader characters(final Path source, final InputStream in) throws IOException {
		in.mark(DECLARATION);
		final String head = new String(in.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
		in.reset();
		if (head.startsWith(BYTE_ORDER_MARK)) in.skipNBytes(BYTE_ORDER_MARK.length());
		final Matcher encoding = ENCODING.matcher(head);
		try {
			return new InputStreamReader(in, encoding.lookingAt() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8);
		}
		catch (final IllegalArgumentException e) {
			throw new InputException("Labels '" + source + "' are XML in the unknown encoding '" + encoding.group(1) + "'; save it in UTF-8.", e);
		}
	}

	private static InputException damaged(final Path source, final XMLStreamException e) {
		final int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
		return new InputException("Labels '" + source + "' are damaged XML" + (line > 0 ? " at line " + line : "") + ": " + reason(e) + ".", e);
	}

	/** @return the parser's complaint in one line without a full stop */
	static String reason(final XMLStreamException e) {
		final String message = String.valueOf(e.getMessage());
		final int start = message.lastIndexOf(MESSAGE);
		final String reason = message.substring(start < 0 ? 0 : start + MESSAGE.length()).lines().findFirst().orElse("");
		return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
	}

	/** The JDK's own parser, whatever others are on the class path. */
	private static XMLInputFactory factory() {
		final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("external entity " + systemId + " refused");
		});
		return factory;
	}
}
