/** Networks that others made and saved as TorchScript: a file in, numbers out. */
package org.motionlayers.network.script;
