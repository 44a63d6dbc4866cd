package org.motionlayers.evaluate.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.motionlayers.decompose.AutoInpainter;
import org.motionlayers.scene.Progress;

/**
 * Writes scorecards of the four real movies and prints what they recommend.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.motionlayers.evaluate.forecast.ScorecardFigures -Dexec.args=target/scorecards
 * </pre>
 */
public final class ScorecardFigures {

	private ScorecardFigures() {}

	/** @param args the folder to write into */
	public static void main(final String[] args) throws IOException {
		final Path folder = Files.createDirectories(Path.of(args[0]));
		for (final String name : SharedData.SETS) {
			final SharedData.Set set = SharedData.read(name);
			final Scorecard card = Scorecard.of(set.movie(), set.labels(), ForecastFigures.predictors(), new AutoInpainter(),
				Scorecard.Options.DEFAULT, Progress.NONE);
			final ScorecardReport report = new ScorecardReport(card);
			Files.writeString(folder.resolve(name + ".html"), report.html());
			Files.writeString(folder.resolve(name + ".csv"), report.errors().csv());
			System.out.println(name + ": " + card.recommendation().sentence());
			System.out.print(report.pictures().csv());
		}
	}
}
