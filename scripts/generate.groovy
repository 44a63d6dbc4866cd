// Generates clips that begin with a frame, moves the frame as another clip moves where there is one, and reads that clip's motion into a latent.
// Fiji: open it in the script editor and run it.
// Headless: fiji --headless --run generate.groovy 'image="frame.tif",motionclass="rotation",motion="",output="out"'
#@ File (label = "Image", persist = false) image
#@ String (label = "Class of motion (empty for any)", value = "", persist = false, required = false) motionclass
#@ String (label = "Text (empty for any)", value = "", persist = false, required = false) text
#@ String (label = "Clip whose motion is transferred (empty for none)", value = "", persist = false, required = false) motion
#@ Integer (label = "Sampling steps", value = 50, persist = false) steps
#@ Long (label = "Seed", value = 1, persist = false) seed
#@ File (label = "Output folder", style = "directory", persist = false) output
#@ CommandService commands
#@output ImagePlus video
#@output ImagePlus moved
#@output ImagePlus latent

import ij.IJ
import org.motionlayers.command.EncodeMotion
import org.motionlayers.command.GenerateVideo
import org.motionlayers.command.TransferMotion

open = { path ->
	found = IJ.openImage(path as String)
	if (found == null) throw new IllegalArgumentException(path + ": ImageJ cannot open it.")
	found
}
done = { command, Object... inputs ->
	result = commands.run(command, true, inputs).get()
	if (result.isCanceled()) throw new IllegalArgumentException(result.getCancelReason())
	result
}
frame = open(image)
video = done(GenerateVideo, "image", frame, "observed", 1, "motionclass", motionclass, "text", text, "steps", steps, "seed", seed, "output",
	new File(output, "generated"), "overwrite", true).getOutput("video")
if (motion) {
	moved = done(TransferMotion, "image", frame, "observed", 1, "motion", motion, "output", new File(output, "moved"), "overwrite", true).getOutput("video")
	latent = done(EncodeMotion, "image", open(motion), "output", new File(output, "latent"), "overwrite", true).getOutput("latent")
}
