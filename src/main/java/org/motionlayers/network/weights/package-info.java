/**
 * What a model is on disk: tensors in a safetensors file ({@link org.motionlayers.network.weights.Safetensors}) and a configuration in
 * JSON ({@link org.motionlayers.network.weights.ModelConfig}). Both readers distrust their file: sizes are bounded before anything is
 * allocated, and no code is ever loaded.
 */
package org.motionlayers.network.weights;
