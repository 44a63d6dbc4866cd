package org.motionlayers.command;

/**
 * An input that nobody can give and no dialog shows. It stays open in every call, and so keeps SciJava from asking for the file of a
 * macro that names all inputs but one file: headless such a call would end without a word, in a desktop a file chooser would pop up.
 */
public final class Unasked {

	private Unasked() {}
}
