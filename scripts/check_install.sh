#!/usr/bin/env bash
# Installs into a folder laid out like a Fiji, by Maven and by the zip, and runs the plugin from the jars that are there then: Fiji's own
# jars must stay as they were, older versions of ours go, and a prediction from there must have the bytes of one from the source tree.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."
fail() { echo "check_install: $*" >&2; exit 1; }

work=out/check-install
rm -rf "$work"
mkdir -p "$work/fiji/jars/bio-formats" "$work/fiji/plugins"
[ -s target/runtime-classpath.txt ] || mvn -B -q -DskipTests package

# Fiji's part: what the plugin runs with, without what we install ourselves
lacking=$(sed -n 's/.*<include>.*:\(.*\)<\/include>.*/\1/p' src/assembly/files.xml | paste -sd'|')
for jar in $(tr ':' ' ' <target/runtime-classpath.txt); do
	basename "$jar" | grep -qE "^($lacking)-[0-9]" || cp -p "$jar" "$work/fiji/jars"
done
cp -r "$work/fiji" "$work/unpacked"
(cd "$work/fiji" && find . -type f -exec sha256sum {} + | sort) >"$work/before.txt"
[ "$(wc -l <"$work/before.txt")" -gt 8 ] || fail "too few jars for a Fiji: $(cat "$work/before.txt")"
# an earlier installation of ours
any=$(ls "$work"/fiji/jars/*.jar | head -1)
for old in jars/motion-layers-0.0.9.jar plugins/motion-layers-0.0.8.jar jars/dyn4j-5.0.2.jar jars/api-0.34.0.jar jars/pytorch-engine-0.34.0.jar; do
	cp "$any" "$work/fiji/$old"
done

install() { mvn -B -q -Pdist -Dmaven.test.skip=true -Dmaven.install.skip=true -Dscijava.app.directory="$1" install; }
install "$work/fiji"
zip=$(ls target/motion-layers-*-fiji.zip)
sha256sum "$zip" >"$work/zip.txt"

(cd "$work/fiji" && find . -type f -exec sha256sum {} + | sort) >"$work/after.txt"
gone=$(comm -23 "$work/before.txt" "$work/after.txt")
[ -z "$gone" ] || fail "jars of Fiji were changed: $gone"
came=$(comm -13 "$work/before.txt" "$work/after.txt" | sed 's/^[^ ]* *//' | sort | paste -sd' ')
echo "check_install: installed $came"
for jar in $(ls "$work/fiji/jars" | sed -n 's/-[0-9][0-9A-Za-z.]*\(-SNAPSHOT\)\?\.jar$//p' | sort | uniq -d); do fail "two versions of $jar"; done
[ "$(echo "$came" | tr ' ' '\n' | grep -cE "^\./jars/($lacking)-[0-9]")" = 4 ] || fail "four jars were expected, came: $came"
[ "$(echo "$came" | tr ' ' '\n' | grep -c 'licenses/motion-layers/')" = 3 ] || fail "three licences were expected, came: $came"
shipped() { [ ! -d "$1" ] || (cd "$1" && find . -name model.safetensors -o -name config.json -o -name README.md | sort); }
[ "$(shipped models)" = "$(shipped "$work/fiji/models/motion-layers")" ] || fail "other models than those of models: $(shipped "$work/fiji/models/motion-layers")"
[ -z "$(find "$work/fiji/models" -name 'checkpoint*' 2>/dev/null)" ] || fail "a checkpoint was installed"
[ -z "$(find "$work/fiji/plugins" -type f)" ] || fail "an older version stayed in plugins"

if install "$work/nowhere" >"$work/refused.txt" 2>&1; then fail "a folder that is no Fiji was accepted"; fi
grep -q "is no Fiji" "$work/refused.txt" || fail "$(cat "$work/refused.txt")"
[ ! -e "$work/nowhere" ] || fail "a folder was made by a refused installation"

python3 -m zipfile -e "$zip" "$work/unpacked"
diff -r "$work/fiji" "$work/unpacked" || fail "the zip differs from the installation"
(cd "target/$(basename "$zip" .zip)" && find . -type f -exec sha256sum {} + | sort) >"$work/site.txt"
diff <(comm -13 "$work/before.txt" "$work/after.txt" | sort) <(sort "$work/site.txt") || fail "the update site's folder differs from the installation"

rm -f "$zip" target/motion-layers-*.jar
install "$work/unpacked"
sha256sum -c --quiet "$work/zip.txt" || fail "a second build made other bytes"

data=test-data/squares
call=(predict image=$data/image.tif labels=$data/labels.tif observed=4 frames=12)
java -cp "$work/fiji/jars/*" org.motionlayers.command.CommandLine "${call[@]}" output="$work/installed"
touch target/classpath.txt # built just now
scripts/motion-layers "${call[@]}" output="$work/source"
for file in video.tif labels.tif flow.tif tracks.csv tracks.xml preview.png; do
	cmp "$work/installed/$file" "$work/source/$file" || fail "$file differs"
done
echo "check_install: all well"
