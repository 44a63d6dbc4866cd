/**
 * Tracks out. {@link org.motionlayers.io.track.TrackTable} is what there is to tell of every object in every frame; a
 * {@link org.motionlayers.io.track.TrackWriter} writes it in one format. A new format is one new class with
 * {@code @Plugin(type = TrackWriter.class)}.
 */
package org.motionlayers.io.track;
