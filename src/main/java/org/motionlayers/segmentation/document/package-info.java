/**
 * Text documents and archives from strangers, read with limits: JSON and XML as streams, gzip and zip that may not grow without bounds,
 * no document type declarations, no external entities. Whatever is wrong with a document is one
 * {@link org.motionlayers.scene.InputException}.
 */
package org.motionlayers.segmentation.document;
