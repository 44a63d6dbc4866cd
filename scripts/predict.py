# Predicts the motion of the objects of one movie and writes the results into a folder (Jython).
# Fiji: open it in the script editor and run it. Headless: fiji --headless --run predict.py 'image="movie.tif",labels="labels.tif",output="out"'
#@ File (label = "Image") image
#@ String (label = "Labels (file, folder or auto)", value = "auto") labels
#@ Integer (label = "Observed frames (0 = all)", value = 0) observed
#@ Integer (label = "Future frames", value = 10) frames
#@ String (label = "Predictor", value = "perobject") predictor
#@ File (label = "Output folder", style = "directory") output
#@ CommandService commands
#@output ImagePlus video

from org.motionlayers.command import PredictMotion

result = commands.run(PredictMotion, True, {
    "image": image.getPath(), "labels": labels, "observed": observed, "frames": frames,
    "predictor": predictor, "output": output, "overwrite": True}).get()
if result.isCanceled():
    raise ValueError(result.getCancelReason())
video = result.getOutput("video")
