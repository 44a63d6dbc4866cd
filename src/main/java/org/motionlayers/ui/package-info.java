/**
 * What people look at: pictures, plots and overlays. The only room that may touch java.awt, javax.swing and ij.gui; pictures are drawn without
 * a window and without any font of the machine.
 */
package org.motionlayers.ui;
