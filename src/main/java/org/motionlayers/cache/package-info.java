/** What is kept of what can be computed again: frames, within a share of the heap. Imports none of our rooms. */
package org.motionlayers.cache;
