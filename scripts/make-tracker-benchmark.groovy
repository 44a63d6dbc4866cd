// Makes a movie with exact truth out of one segmented frame, as a folder of the Cell Tracking Challenge: the objects of the frame wander, and
// where every pixel of them goes is known. OUT/01/t000.tif... are the images, OUT/01_GT/TRA the tracks, OUT/01_GT/SEG the masks.
// Fiji: open it in the script editor and run it.
// Headless: fiji --headless --run make-tracker-benchmark.groovy 'image="frame.tif",labels="labels.tif",frames=30,output="out"'
#@ File (label = "Image (of a time-lapse its first frame is taken, or its last where one frame is segmented)", persist = false) image
#@ String (label = "Labels (file, folder or auto)", value = "auto", persist = false) labels
#@ Integer (label = "Channel of the benchmark's images", value = 1, persist = false) channel
#@ Integer (label = "Frames", value = 20, persist = false) frames
#@ Double (label = "Speed (px per frame, root mean square)", value = 2.0, persist = false) speed
#@ Double (label = "Persistence (0 = a new direction every frame, 1 = straight on)", value = 0.8, persist = false) persistence
#@ Long (label = "Seed", value = 1, persist = false) seed
#@ File (label = "Output folder", style = "directory", persist = false) output
#@ MotionLayersService layers
#@ LogService log

import java.nio.file.Files
import java.nio.file.Path
import java.util.SplittableRandom
import org.motionlayers.PredictionOptions
import org.motionlayers.composite.Compositor
import org.motionlayers.io.OutputFolder
import org.motionlayers.io.RunRecord
import org.motionlayers.io.image.Images
import org.motionlayers.io.stack.FrameSeries
import org.motionlayers.io.track.CtcWriter
import org.motionlayers.io.track.TrackTable
import org.motionlayers.scene.Display
import org.motionlayers.scene.Frame
import org.motionlayers.scene.Motion
import org.motionlayers.scene.Movie
import org.motionlayers.scene.Progress
import org.motionlayers.scene.Segmentation

if (frames < 2 || frames > 10000) throw new IllegalArgumentException("frames=" + frames + ": 2 to 10000 are accepted.")
if (!(speed >= 0 && persistence >= 0 && persistence <= 1)) throw new IllegalArgumentException("speed=" + speed + ", persistence=" +
	persistence + ": a speed of at least 0 and a persistence from 0 to 1 are needed.")
movie = Images.open(image.toPath())
if (channel < 1 || channel > movie.shape().channels()) throw new IllegalArgumentException("channel=" + channel + ": the image has " + movie.shape()
	.channels() + ".")
segmentation = layers.segmentation(movie, labels, Progress.NONE)
// labels of one frame are those of a movie's last
only = segmentation.frames() == 1 ? movie.frames() - 1 : 0
single = new Movie(movie.title(), movie.type(), movie.shape(), 1, movie.calibration(), movie.display(), { movie.frame(only) })
scene = layers.decompose(single, segmentation.head(1), PredictionOptions.of(frames - 1).withSeed(seed), Progress.NONE)

// every object walks on its own: v(t + 1) = p v(t) + sqrt(1 - p^2) speed g, so that its speed stays the same on average
random = new SplittableRandom(seed)
dimensions = scene.shape().dimensions()
steps = (frames - 1) * scene.objects() * dimensions
path = new double[steps]
(0..<scene.objects()).each { o -> (0..<dimensions).each { d ->
	double sigma = speed / Math.sqrt(dimensions), velocity = sigma * random.nextGaussian(), position = 0
	(0..<frames - 1).each { t ->
		position += velocity
		path[(t * scene.objects() + o) * dimensions + d] = position
		velocity = persistence * velocity + Math.sqrt(1 - persistence * persistence) * sigma * random.nextGaussian()
	}
} }
motion = new Motion(scene.labels(), frames - 1, dimensions, path, new double[0], new double[0], new Motion.Provenance("random walk", seed,
	[speed: speed.toString(), persistence: persistence.toString()]))
video = layers.composite(scene, motion, Compositor.Mode.OVER)

truth = new Segmentation(scene.shape(), frames, { t -> video.labels(t) }, [:], true, scene.calibration(), "exact truth")
tracks = TrackTable.of(truth, frames, movie.title(), scene.calibration(), "", Progress.NONE)
flat = scene.shape().withChannels(1)
plane = { int t ->
	frame = video.image(t)
	data = frame.type().newArray(flat.values())
	System.arraycopy(frame.data(), (channel - 1) * flat.values(), data, 0, flat.values())
	new Frame(frame.type(), flat, data)
}
digits = frames > 1000 ? "%04d.tif" : "%03d.tif"
out = OutputFolder.open(output.toPath(), true)
try {
	out.write("01", { Path folder ->
		Files.createDirectories(folder)
		(0..<frames).each { int t ->
			imageT = new Movie(movie.title(), scene.type(), flat, 1, scene.calibration(), Display.DEFAULT, { plane(t) })
			new FrameSeries(imageT, { f, c -> null }, "").write(folder.resolve(String.format("t" + digits, t)), Progress.NONE)
		}
	})
	out.write("01_GT", { Path folder ->
		tra = folder.resolve("TRA")
		seg = Files.createDirectories(folder.resolve("SEG"))
		CtcWriter.write(tra, "man_track", "man_track.txt", tracks, Progress.NONE)
		(0..<frames).each { int t -> Files.copy(tra.resolve(String.format("man_track" + digits, t)), seg.resolve(String.format("man_seg" + digits, t))) }
	})
	record = new RunRecord("make-tracker-benchmark").motion(motion.provenance()).seed(seed)
	[image: image.path, labels: labels, channel: channel, frames: frames, speed: speed, persistence: persistence].each { k, v -> record.parameter(k, v) }
	out.commit(record)
} finally {
	out.close()
}
log.info("Objects: " + scene.objects() + ", frames: " + frames + ". Written to " + output + ".")
