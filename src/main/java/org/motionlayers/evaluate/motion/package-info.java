/** Motion against motion: positions, velocities, masks over time, histograms of tracks, actions that were asked for. */
package org.motionlayers.evaluate.motion;
