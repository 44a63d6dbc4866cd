/**
 * From a Scene and a Motion to a Video: {@link org.motionlayers.composite.Compositor} moves the frozen patches by whole pixels over the
 * background, {@link org.motionlayers.composite.LazyVideo} computes a frame when it is asked for.
 * <p>
 * A frame is painted in bands of rows: the background of a band is copied, then the runs of all objects that fall into it, while its
 * rows are still in the processor's cache. A {@code Sprite} is a layer prepared for that, a {@code Stage} the sprites at their places in
 * one frame, a {@code Canvas} the array that is painted.
 */
package org.motionlayers.composite;
