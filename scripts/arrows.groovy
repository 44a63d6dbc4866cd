// Draws arrows on the last observed frame and predicts: the object under an arrow's tail moves as the arrow points.
// Fiji: open it in the script editor and run it; for arrows drawn by hand use Plugins > Motion Layers > Predict Motion with Arrows...
// Headless: fiji --headless --run arrows.groovy 'image="cells.tif",labels="labels.tif",drawn="40,60,3,0; 90,20,0,-2",output="out"'
#@ File (label = "Image", persist = false) image
#@ String (label = "Labels (file, folder or auto)", value = "auto", persist = false) labels
#@ String (label = "Arrows (x,y,dx,dy in px; more after semicolons)", value = "64,64,3,0", persist = false) drawn
#@ String (label = "An arrow spans", choices = {"frame", "prediction"}, value = "frame", persist = false) spans
#@ Integer (label = "Observed frames (0 = all)", value = 0, persist = false) observed
#@ Integer (label = "Future frames", value = 10, persist = false) frames
#@ String (label = "Predictor of the other objects", value = "still", persist = false) predictor
#@ File (label = "Output folder", style = "directory", persist = false) output
#@ CommandService commands
#@output ImagePlus video

import ij.IJ
import ij.gui.Arrow
import ij.gui.Overlay
import org.motionlayers.command.PredictWithArrows

movie = IJ.openImage(image.path)
if (movie == null) throw new IllegalArgumentException("image=" + image + ": ImageJ cannot open it.")
overlay = new Overlay()
drawn.split(";").findAll { !it.isBlank() }.each { text ->
	numbers = text.split(",").collect { it.trim() }
	if (numbers.size() != 4 || !numbers.every { it.isNumber() }) throw new IllegalArgumentException("drawn: '" + text.trim() +
		"' should be x,y,dx,dy in pixels.")
	(x, y, dx, dy) = numbers.collect { it as double }
	overlay.add(new Arrow(x, y, x + dx, y + dy))
}
movie.setOverlay(overlay)

result = commands.run(PredictWithArrows, true, "image", movie, "labels", labels, "observed", observed, "frames", frames,
	"predictor", predictor, "spans", spans, "output", output, "overwrite", true).get()
if (result.isCanceled()) throw new IllegalArgumentException(result.getCancelReason())
video = result.getOutput("video")
