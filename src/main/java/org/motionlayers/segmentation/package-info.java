/**
 * Segmentation in: one reader per format behind one plugin type, {@link org.motionlayers.segmentation.SegmentationReader}, found and
 * asked by {@link org.motionlayers.segmentation.SegmentationService}. A new format is one new class here with
 * {@code @Plugin(type = SegmentationReader.class)}. ImageJ ROI files are read in {@code org.motionlayers.ui.roi}, because only that
 * room may touch ij.gui.
 * <p>
 * A segmentation's way: a reader gives labels frame by frame; files of pixels ({@code raster}) get their slices and frames by
 * {@code Arrangement}; {@code Completion} looks through all frames once and, where numbers are no identities, has them linked
 * ({@code link}). Where there is no file, {@code automatic} makes labels from the image.
 */
package org.motionlayers.segmentation;
