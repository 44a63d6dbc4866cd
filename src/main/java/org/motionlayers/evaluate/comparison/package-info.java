/**
 * A predicted video against the frames that then came: {@link org.motionlayers.evaluate.comparison.VideoComparison} measures all that the
 * other parts of this room define, beside what the last observed frame shown again would give.
 */
package org.motionlayers.evaluate.comparison;
