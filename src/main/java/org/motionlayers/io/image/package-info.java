/**
 * Images in: one {@link org.motionlayers.io.image.ImageReader} per kind of file, asked in turn by
 * {@link org.motionlayers.io.image.Images}. What they give are lazy movies: a plane is read when a frame that holds it is asked for.
 */
package org.motionlayers.io.image;
