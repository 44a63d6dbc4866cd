// Predicts the motion of the objects of one movie and writes the results into a folder.
// Fiji: open it in the script editor and run it. Headless: fiji --headless --run predict.groovy 'image="movie.tif",labels="labels.tif",output="out"'
#@ File (label = "Image", persist = false) image
#@ String (label = "Labels (file, folder or auto)", value = "auto", persist = false) labels
#@ Integer (label = "Observed frames (0 = all)", value = 0, persist = false) observed
#@ Integer (label = "Future frames", value = 10, persist = false) frames
#@ String (label = "Predictor", value = "hierarchical", persist = false) predictor
#@ File (label = "Output folder", style = "directory", persist = false) output
#@ CommandService commands
#@output ImagePlus video

import org.motionlayers.command.PredictMotion

result = commands.run(PredictMotion, true, "image", image.path, "labels", labels, "observed", observed, "frames", frames,
	"predictor", predictor, "output", output, "overwrite", true).get()
if (result.isCanceled()) throw new IllegalArgumentException(result.getCancelReason())
video = result.getOutput("video")
