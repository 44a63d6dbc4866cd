/** Which labels of different frames are the same object: tests whether the numbers say so already, and links them where they do not. */
package org.motionlayers.segmentation.link;
