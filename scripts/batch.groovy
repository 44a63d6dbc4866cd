// Predicts the motion in every movie of a folder. Skips what is done, goes on after a bad file, and writes summary.csv with a line per movie.
// Fiji: open it in the script editor and run it. Headless:
// fiji --headless --run batch.groovy 'input="movies",labels="{name}-labels.tif",output="out",exitstatus=true'
#@ File (label = "Input folder", style = "directory", persist = false) input
#@ String (label = "Movies (pattern of file names)", value = "*.tif", persist = false) movies
#@ String (label = "Labels ({name} = the movie's name without its ending; auto to segment here)", value = "{name}-labels.tif", persist = false) labels
#@ Integer (label = "Observed frames (0 = all)", value = 0, persist = false) observed
#@ Integer (label = "Future frames", value = 10, persist = false) frames
#@ String (label = "Predictor", value = "hierarchical", persist = false) predictor
#@ File (label = "Output folder", style = "directory", persist = false) output
#@ Boolean (label = "Headless: end the program, exit status 1 where a movie failed", value = false, persist = false) exitstatus
#@ CommandService commands
#@ LogService log
#@output Integer failed

import com.google.gson.JsonParser
import java.awt.GraphicsEnvironment
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import org.motionlayers.command.PredictMotion
import org.motionlayers.io.CsvLine

nameOf = { File movie -> movie.name.contains(".") ? movie.name.substring(0, movie.name.lastIndexOf(".")) : movie.name }

// the labels of a movie: a path from the input folder, a full path, or auto
labelsOf = { File movie ->
	text = labels.replace("{name}", nameOf(movie))
	text == "auto" ? text : input.toPath().resolve(text).normalize().toString()
}

// what the record of a run says: number of observed frames and of objects
found = { File folder ->
	file = new File(folder, "run.json")
	json = file.exists() ? JsonParser.parseString(file.getText("UTF-8")).getAsJsonObject() : null
	findings = json?.getAsJsonObject("findings")
	[findings?.get("observed frames")?.asString ?: "", json?.getAsJsonObject("parameters")?.get("frames")?.asString ?: "",
		findings?.get("objects")?.asString ?: ""]
}

// "" where it went well, else the reason
predict = { File movie, File folder ->
	try {
		result = commands.run(PredictMotion, false, "image", movie.path, "labels", labelsOf(movie), "observed", observed, "frames", frames,
			"predictor", predictor, "output", folder, "table", false, "plots", false).get()
		result.isCanceled() ? result.getCancelReason() : ""
	} catch (Exception exc) {
		cause = exc
		while (cause.cause != null) cause = cause.cause
		cause.message ?: cause.toString()
	}
}

if (!input.isDirectory()) throw new IllegalArgumentException("input=" + input + ": a folder of movies is needed.")
pattern = FileSystems.getDefault().getPathMatcher("glob:" + movies)
all = input.listFiles().findAll { !it.name.startsWith(".") && pattern.matches(Path.of(it.name)) }.sort { it.name }
labelFiles = all.collect { labelsOf(it) } as Set
all = all.findAll { !labelFiles.contains(it.toPath().normalize().toString()) }
if (all.isEmpty()) throw new IllegalArgumentException("input=" + input + ": no file matches " + movies + ".")

output.mkdirs()
lines = [CsvLine.of(["file", "status", "reason", "observed frames", "frames", "objects", "seconds"])]
taken = [] as Set
failed = 0
for (movie in all) {
	folder = new File(output, nameOf(movie))
	start = System.nanoTime()
	if (!taken.add(folder.name)) {
		status = "failed"
		reason = "Another movie is called " + folder.name + " too; rename one."
	} else if (new File(folder, "run.json").exists()) {
		status = "skipped"
		reason = "Done before; remove its folder to do it again."
	} else {
		log.info("Movie " + (lines.size()) + " of " + all.size() + ": " + movie.name)
		reason = predict(movie, folder)
		status = reason.isEmpty() ? "done" : "failed"
	}
	if (status == "failed") failed++
	seconds = String.format(Locale.ROOT, "%.2f", (System.nanoTime() - start) / 1e9)
	lines << CsvLine.of([movie.name, status, reason] + (status == "failed" ? ["", "", ""] : found(folder)) + [seconds])
	// after every movie, so that a stopped batch leaves its summary
	part = output.toPath().resolve("summary.csv.part")
	Files.writeString(part, lines.join(""))
	Files.move(part, output.toPath().resolve("summary.csv"), StandardCopyOption.REPLACE_EXISTING)
}
log.info(all.size() + " movies, " + failed + " failed; see " + new File(output, "summary.csv"))
// the host ends with status 0 whatever a script throws
if (exitstatus && GraphicsEnvironment.isHeadless()) System.exit(failed > 0 ? 1 : 0)
