/**
 * OME-Zarr, versions 0.4 (Zarr 2) and 0.5 (Zarr 3), and what older ones share with them: folders of metadata and chunks, read when asked
 * for. {@link org.motionlayers.zarr.OmeImage} is the way in, {@link org.motionlayers.zarr.OmeWriter} the way out. Nothing is read from outside the folder, whatever its metadata or links say,
 * and whatever is wrong is one {@link org.motionlayers.scene.InputException}.
 */
package org.motionlayers.zarr;
