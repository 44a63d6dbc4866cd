#!/usr/bin/env bash
# make_gallery.sh [FOLDER [DATA]]: makes the pictures of the guide (docs/gallery, or FOLDER; those of real movies where DATA has them) from ImageJ's real windows on a display of its own; needs xvfb-run.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-docs/gallery}
classpath=target/gallery-classpath.txt
mvn -B -q test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$classpath" >/dev/null
xvfb-run -a -s "-screen 0 1800x1200x24" java -Duser.language=en -cp "target/test-classes:target/classes:$(cat "$classpath")" \
	org.motionlayers.gallery.Gallery "$folder" ${2:+"$2"}
ls -l "$folder"
