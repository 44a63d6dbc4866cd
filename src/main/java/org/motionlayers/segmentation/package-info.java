/**
 * Segmentation in: one reader per format behind one plugin type, {@link org.motionlayers.segmentation.SegmentationReader}, found and
 * asked by {@link org.motionlayers.segmentation.SegmentationService}. A new format is one new class here with
 * {@code @Plugin(type = SegmentationReader.class)}. ImageJ ROI files are read in {@code org.motionlayers.ui.roi}, because only that
 * room may touch ij.gui.
 */
package org.motionlayers.segmentation;
