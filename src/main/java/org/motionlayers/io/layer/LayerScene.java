package org.motionlayers.io.layer;

import org.motionlayers.scene.Scene;

/**
 * A scene and the frame that it was.
 *
 * @param scene the layers
 * @param reference number of the frame that was taken apart, from 0
 */
public record LayerScene(Scene scene, int reference) {}
