/** Reads the motion of objects out of generated clips, so that layers of full resolution can be moved by it. */
package org.motionlayers.lamd.follow;
