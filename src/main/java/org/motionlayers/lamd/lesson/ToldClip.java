package org.motionlayers.lamd.lesson;

import org.motionlayers.lamd.clip.VideoClip;
import org.motionlayers.lamd.generator.Prompt;

/**
 * A clip and what it is called.
 *
 * @param clip the frames
 * @param prompt the class or the sentence that describes it, or nothing
 */
public record ToldClip(VideoClip clip, Prompt prompt) {}
