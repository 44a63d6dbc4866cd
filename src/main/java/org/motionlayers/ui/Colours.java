package org.motionlayers.ui;

import java.awt.Color;

import org.motionlayers.scene.LabelColors;

/** Colours of labels for AWT. */
final class Colours {

	private Colours() {}

	/** @return the colour of a label, see {@link LabelColors} */
	static Color of(final int label) {
		return new Color(LabelColors.rgb(label));
	}
}
