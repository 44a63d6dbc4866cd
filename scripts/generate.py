# Generates a clip that begins with a frame and writes it into a folder (Jython).
# Fiji: open it in the script editor and run it. Headless: fiji --headless --run generate.py 'image="frame.tif",motionclass="rotation",output="out"'
#@ File (label = "Image", persist = false) image
#@ String (label = "Class of motion (empty for any)", value = "", persist = false, required = false) motionclass
#@ String (label = "Text (empty for any)", value = "", persist = false, required = false) text
#@ Integer (label = "Sampling steps", value = 50, persist = false) steps
#@ Long (label = "Seed", value = 1, persist = false) seed
#@ File (label = "Output folder", style = "directory", persist = false) output
#@ CommandService commands
#@output ImagePlus video

from org.motionlayers.command import GenerateVideo

result = commands.run(GenerateVideo, True, {
    "image": image.getPath(), "observed": 1, "motionclass": motionclass, "text": text, "steps": steps, "seed": seed,
    "output": output, "overwrite": True}).get()
if result.isCanceled():
    raise ValueError(result.getCancelReason())
video = result.getOutput("video")
