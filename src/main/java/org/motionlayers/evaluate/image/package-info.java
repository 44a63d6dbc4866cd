/** Pictures against pictures: pixel errors, structural similarity, and what VBench measures along time. */
package org.motionlayers.evaluate.image;
