/**
 * "What if": edits of a scene and its motion that need no new prediction. {@link org.motionlayers.scene.edit.Edit} says what changes,
 * {@link org.motionlayers.scene.edit.EditParser} reads it out of a text, {@link org.motionlayers.scene.edit.LayeredMotion} takes edits and
 * gives a new scene and motion. Pixels are moved, never changed.
 */
package org.motionlayers.scene.edit;
