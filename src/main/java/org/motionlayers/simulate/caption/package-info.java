/**
 * Moving shapes and sentences that say exactly what they do, after CATER-GEN (Hu et al. 2022): a {@link
 * org.motionlayers.simulate.caption.Caption} names objects by {@link org.motionlayers.simulate.caption.Reference} and says their {@link
 * org.motionlayers.simulate.caption.Action}; {@link org.motionlayers.simulate.caption.CaptionedShapes} makes scenes with their captions.
 */
package org.motionlayers.simulate.caption;
