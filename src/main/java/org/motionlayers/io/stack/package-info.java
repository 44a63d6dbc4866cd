/** Frames out: as ImageJ stacks, real or virtual, and as TIFF files written plane by plane. */
package org.motionlayers.io.stack;
