/**
 * A paper's tables as one run: {@link org.motionlayers.evaluate.paper.PaperReproduction} is the plugin type, a
 * {@link org.motionlayers.evaluate.paper.PaperReport} what comes out. A further paper is one new class with
 * {@code @Plugin(type = PaperReproduction.class, name = "...")}.
 */
package org.motionlayers.evaluate.paper;
