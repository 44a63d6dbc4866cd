/**
 * Stage I in object space: every object at every future frame is a token, a small transformer attends across objects and across time, a
 * stepper walks the objects through it, and diffusion draws all displacements at once. Works on hundreds of objects and images of any
 * size, and learns from tracks alone.
 * <p>
 * The way through: an {@link org.motionlayers.dreamer.objects.ObjectScene} says what is known of the reference frame,
 * {@link org.motionlayers.dreamer.objects.ObjectInput} makes numbers of it that the
 * {@link org.motionlayers.dreamer.objects.ObjectNetwork} reads, {@link org.motionlayers.dreamer.objects.ObjectReasoner} draws motions,
 * {@link org.motionlayers.dreamer.objects.ObjectTrainee} teaches the network with
 * {@link org.motionlayers.dreamer.objects.ObjectClip}s.
 */
package org.motionlayers.dreamer.objects;
