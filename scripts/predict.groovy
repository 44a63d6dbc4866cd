// Predicts the motion of the objects of one movie and writes the results into a folder.
// Fiji: open it in the script editor and run it. Headless: fiji --headless --run predict.groovy 'image="movie.tif",labels="labels.tif",output="out"'
#@ File (label = "Image") image
#@ String (label = "Labels (file, folder or auto)", value = "auto") labels
#@ Integer (label = "Observed frames (0 = all)", value = 0) observed
#@ Integer (label = "Future frames", value = 10) frames
#@ String (label = "Predictor", value = "perobject") predictor
#@ File (label = "Output folder", style = "directory") output
#@ CommandService commands
#@output ImagePlus video

import org.motionlayers.command.PredictMotion

result = commands.run(PredictMotion, true, "image", image.path, "labels", labels, "observed", observed, "frames", frames,
	"predictor", predictor, "output", output, "overwrite", true).get()
if (result.isCanceled()) throw new IllegalArgumentException(result.getCancelReason())
video = result.getOutput("video")
