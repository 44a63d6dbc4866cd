/**
 * PyTorch's natives: which jars of Maven Central hold them for this platform, and how they come into a folder of our own, with the user's
 * consent only. Nothing here loads or needs a native library; {@link org.motionlayers.network.NetworkEngine} does.
 */
package org.motionlayers.network.natives;
