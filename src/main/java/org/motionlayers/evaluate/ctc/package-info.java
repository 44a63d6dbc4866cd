/** The measures of the Cell Tracking Challenge. */
package org.motionlayers.evaluate.ctc;
