package org.motionlayers.predict;

import org.motionlayers.scene.Movie;
import org.motionlayers.scene.Scene;
import org.motionlayers.scene.Segmentation;
import org.motionlayers.scene.Tracks;

/**
 * What a predictor may look at, and what it is asked for. No frame after the reference frame can be reached through it.
 *
 * @param scene the reference frame taken apart
 * @param observed the observed frames, the last being the reference frame
 * @param labels their labels, as many frames
 * @param tracks where the objects were in them, in the order of the scene's layers
 * @param cues what the user says of the motion
 * @param frames number of future frames asked for, at least 1
 * @param seed of random choices
 */
public record PredictionRequest(Scene scene, Movie observed, Segmentation labels, Tracks tracks, Cues cues, int frames, long seed) {}
