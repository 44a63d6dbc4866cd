// Trains MeloMotion's predictors, one small network per object, on all but the last frames of a movie; tells how far they then are from those
// last frames, beside standing still and the velocity seen; trains again on all frames and predicts what follows.
// Fiji: open it in the script editor and run it.
// Headless: fiji --headless --run train-on-my-movie.groovy 'image="movie.tif",labels="labels.tif",output="out"'
#@ File (label = "Image", persist = false) image
#@ String (label = "Labels (file, folder or auto)", value = "auto", persist = false) labels
#@ Integer (label = "Frames held out", value = 4, persist = false) heldout
#@ Integer (label = "Epochs (passes over the movie)", value = 400, persist = false) epochs
#@ Double (label = "Learning rate", value = 0.01, persist = false) rate
#@ Integer (label = "Future frames", value = 10, persist = false) frames
#@ Long (label = "Seed", value = 0, persist = false) seed
#@ File (label = "Output folder", style = "directory", persist = false) output
#@ MotionLayersService layers
#@ PredictorService predictors
#@ LogService log
#@output ImagePlus video
#@output String errors

import java.nio.file.Files
import org.motionlayers.PredictionOptions
import org.motionlayers.composite.Compositor
import org.motionlayers.io.CsvLine
import org.motionlayers.io.OutputFolder
import org.motionlayers.io.RunRecord
import org.motionlayers.io.image.Images
import org.motionlayers.io.image.Movies
import org.motionlayers.io.stack.VideoStacks
import org.motionlayers.predict.Cues
import org.motionlayers.predict.PredictionRequest
import org.motionlayers.predict.perobject.PerObjectPredictor
import org.motionlayers.scene.Progress

movie = Images.open(image.toPath())
if (Movies.hasSlicesOnly(movie)) movie = Movies.zAsTime(movie)
segmentation = layers.segmentation(movie, labels, Progress.NONE)
count = Math.min(movie.frames(), segmentation.frames())
if (heldout < 1 || count - heldout < 2) throw new IllegalArgumentException("heldout=" + heldout + ": 1 to " + (count - 2) + " of the " + count +
	" frames with labels can be held out; 2 at least are needed to train on.")
trained = new PerObjectPredictor(epochs, rate)
options = PredictionOptions.of(frames).withSeed(seed)

// what a predictor is given that may look at the first frames
request = { int observed, int future ->
	seen = movie.head(observed)
	known = segmentation.head(observed)
	scene = layers.decompose(seen, known, options, Progress.NONE)
	new PredictionRequest(scene, seen, known, layers.track(seen, known, scene, Progress.NONE), Cues.NONE, future, seed)
}

// mean distance of predicted from true centroids, pixels, for every held-out frame; objects that are not seen there do not count
past = request(count - heldout, heldout)
truth = request(count, 1)
distances = { motion ->
	(1..heldout).collect { t ->
		k = count - heldout - 1 + t
		each = (0..<motion.objects()).findAll { truth.scene().has(motion.label(it)) && truth.tracks().seen(k, truth.scene().indexOf(motion.label(
			it))) }.collect { o ->
			dimensions = 0..<motion.dimensions()
			Math.sqrt(dimensions.collect { d -> Math.pow(past.scene().layers()[o].centroid(d) + motion.displacement(t, o, d) - truth.tracks().position(k,
				truth.scene().indexOf(motion.label(o)), d), 2) }.sum())
		}
		each.isEmpty() ? Double.NaN : each.sum() / each.size()
	}
}
names = ["trained", "still", "velocity"]
columns = [trained, predictors.predictor("still"), predictors.predictor("velocity")].collect { distances(it.predict(past, Progress.NONE)) }
errors = CsvLine.of(["frames ahead"] + names.collect { it + " (pixel)" })
(0..<heldout).each { t -> errors += CsvLine.of([String.valueOf(t + 1)] + columns.collect { String.format(Locale.ROOT, "%.4f", it[t]) }) }
log.info("Mean distance from the " + heldout + " frames held out:\n" + errors)

all = request(count, frames)
motion = trained.predict(all, Progress.NONE)
result = layers.composite(all.scene(), motion, Compositor.Mode.OVER)
out = OutputFolder.open(output.toPath(), true)
try {
	out.write("video.tif", { VideoStacks.image(result).write(it, Progress.NONE) })
	out.write("labels.tif", { VideoStacks.labels(result).write(it, Progress.NONE) })
	out.write("errors.csv", { Files.writeString(it, errors) })
	record = new RunRecord("train-on-my-movie").motion(motion.provenance()).seed(seed)
	[image: image.path, labels: labels, heldout: heldout, epochs: epochs, rate: rate, frames: frames].each { k, v -> record.parameter(k, v) }
	out.commit(record)
} finally {
	out.close()
}
video = VideoStacks.image(result).image()
