#!/usr/bin/env bash
# scripts/fuzz.sh [SECONDS] [TARGET...]: fuzzes the readers of files with Jazzer, one after the other, each for so many seconds (600) in a Java
# of 512 MB. Targets are those of src/test/java/org/motionlayers/fuzz/FuzzTarget.java, such as tiff-labels; all where none is named.
# Writes out/fuzz/TARGET.log, inputs that lead to new code into out/fuzz/TARGET/corpus (the next call begins with them), findings into
# out/fuzz/TARGET/found, and a line a target into out/fuzz/summary.tsv. FUZZ_PREPARED=1 takes the classes that the call before has copied.
# A finding, once mended, goes into src/test/resources/fuzz/TARGET; the tests read it from then on.
set -eu
cd "$(dirname "$0")/.."

seconds=${1:-600}
[ $# -gt 0 ] && shift
out=out/fuzz
mkdir -p "$out"
if [ "${FUZZ_PREPARED:-0}" != 1 ]; then
	mvn -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$PWD/$out/classpath.txt"
	# a copy, which later builds do not disturb
	rm -rf "$out/classes" "$out/test-classes"
	cp -r target/classes target/test-classes "$out"
fi
classpath=$out/classes:$out/test-classes:$(cat "$out/classpath.txt")
targets=("$@")
if [ ${#targets[@]} = 0 ]; then
	mapfile -t targets < <(sed -n 's/^\t\([A-Z_]*\)(Readers::.*/\1/p' src/test/java/org/motionlayers/fuzz/FuzzTarget.java | tr 'A-Z_' 'a-z-')
fi
[ -f "$out/summary.tsv" ] || printf 'target\texecutions\tseconds\tprocessor seconds\tedges\tfindings\tended\n' >"$out/summary.tsv"

# sets processor to the seconds of processor time that all that ended here has used; no subshell, whose own would count
processor() {
	times >"$out/times"
	processor=$(awk 'NR == 2 { split($1, u, "[ms]"); split($2, s, "[ms]"); printf "%d", 60 * u[1] + u[2] + 60 * s[1] + s[2] }' "$out/times")
}

for target in "${targets[@]}"; do
	folder=$out/$target log=$out/$target.log
	mkdir -p "$folder/corpus" "$folder/found" "$folder/seeds"
	java -Djava.awt.headless=true -cp "$classpath" org.motionlayers.fuzz.FuzzDriver "$folder/seeds" "$target"
	: >"$log"
	start=$SECONDS
	processor
	used=$processor
	# a time-out or a full memory ends the process: the next one goes on for what is left
	while left=$((seconds - (SECONDS - start))) && [ "$left" -gt 0 ]; do
		nice -n 15 java -Xmx512m -Djava.awt.headless=true -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
			--target_class=org.motionlayers.fuzz.FuzzDriver --target_args="$target" \
			--instrumentation_includes='org.motionlayers.**:ij.io.**:ij.plugin.AVI_Reader:ij.plugin.FITS_Reader:ij.plugin.GIF_Reader:io.airlift.compress.**' \
			--custom_hook_includes='org.motionlayers.**' --keep_going=1000 --reproducer_path="$folder/found" \
			-artifact_prefix="$folder/found/" -max_total_time="$left" -max_len=1000000 -timeout=300 -keep_seed=1 -print_final_stats=1 \
			"$folder/corpus" "$folder/seeds" >>"$log" 2>&1 || true
		# what fails at once would fail for ever
		[ $((SECONDS - start)) -gt 5 ] || break
	done
	processor
	runs=$(awk '/^stat::number_of_executed_units/ { n += $2 } END { print n + 0 }' "$log")
	edges=$(grep -o 'cov: [0-9]*' "$log" | tail -1 | tr -dc 0-9 || true)
	findings=$(grep -cE '^== Java Exception|ERROR: libFuzzer: (timeout|out-of-memory)' "$log" || true)
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$target" "$runs" $((SECONDS - start)) $((processor - used)) "${edges:-0}" "$findings" "$(date -u +%FT%TZ)" | tee -a "$out/summary.tsv"
done
