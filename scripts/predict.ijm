// Predicts the motion of the objects of one movie and writes the results into a folder.
// Fiji: open it in the script editor and run it. Headless: fiji --headless -macro predict.ijm "movie.tif,labels.tif,10,8,out"
// (image, labels, observed frames or 0 for all, future frames, output folder)
arguments = split(getArgument(), ",");
if (arguments.length == 0 && getInfo("java.awt.headless") != "true") {
	Dialog.create("Predict motion");
	Dialog.addFile("Image", "");
	Dialog.addString("Labels (file, folder or auto)", "auto", 40);
	Dialog.addNumber("Observed frames (0 = all)", 0);
	Dialog.addNumber("Future frames", 10);
	Dialog.addDirectory("Output folder", "");
	Dialog.show();
	arguments = newArray(Dialog.getString(), Dialog.getString(), d2s(Dialog.getNumber(), 0), d2s(Dialog.getNumber(), 0), Dialog.getString());
}
if (arguments.length != 5) exit("predict.ijm needs: image,labels,observed,frames,output");
run("Predict Motion...", "image=[" + arguments[0] + "] labels=[" + arguments[1] + "] observed=" + arguments[2] +
	" frames=" + arguments[3] + " output=[" + arguments[4] + "] overwrite=true");
// a command that refuses its input cannot stop a macro: look for what it should have written
if (!File.exists(arguments[4] + "/run.json")) exit("Predict Motion... wrote nothing; its reason is in the log.");
