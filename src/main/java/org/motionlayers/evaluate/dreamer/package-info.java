/**
 * The experiments of Motion Dreamer on held-out simulated collisions: trials with their truth, arms that imagine what comes, scores with
 * bootstrap intervals, ablations trained on the spot, and the report beside the paper's own numbers.
 */
package org.motionlayers.evaluate.dreamer;
