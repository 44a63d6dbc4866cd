// Predicts the motion of the objects of one movie and writes the results into a folder.
// Fiji: Plugins > Macros > Run. Headless: fiji --headless -macro predict.ijm "movie.tif,labels.tif,10,8,out"
// (image, labels, observed frames, future frames, output folder)
arguments = split(getArgument(), ",");
if (arguments.length != 5) exit("predict.ijm needs: image,labels,observed,frames,output");
run("Predict Motion...", "image=[" + arguments[0] + "] labels=[" + arguments[1] + "] observed=" + arguments[2] +
	" frames=" + arguments[3] + " output=[" + arguments[4] + "] overwrite=true");
// a command that refuses its input cannot stop a macro: look for what it should have written
if (!File.exists(arguments[4] + "/run.json")) exit("Predict Motion... wrote nothing; its reason is in the log.");
