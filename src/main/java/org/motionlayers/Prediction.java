package org.motionlayers;

import org.motionlayers.scene.Motion;
import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;
import org.motionlayers.scene.Video;

/**
 * All that a prediction found, stage by stage.
 *
 * @param observed the frames that were looked at; the last one is the reference frame
 * @param labels their labels
 * @param scene the reference frame taken apart
 * @param tracks where the objects were
 * @param motion where they go
 * @param video the predicted frames, computed when asked for
 */
public record Prediction(Movie observed, Segmentation labels, Scene scene, Tracks tracks, Motion motion, Video video) {}
