package org.motionlayers.evaluate.forecast;

/** Text that goes into a page. */
final class Html {

	private Html() {}

	/** @return the text with the signs that mean something in HTML replaced */
	static String text(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
