#!/usr/bin/env bash
# What a batch costs on Apache Spark in worker processes of one core on this machine: a line of a table per run (docs/many-machines.md).
#   scripts/bench_spark.sh [start] [tiny] [scaling] [blocks]      default: all
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
build=$home/target/spark
mvn -B -q -f "$home/pom.xml" -Pspark package -DskipTests
[ $# -gt 0 ] || set -- start tiny scaling blocks
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
export SPARK_HOME=$build/home SPARK_SCALA_VERSION=2.13
echo "$(nproc) cores; load $(cut -d' ' -f1-3 /proc/loadavg)"
java "@$home/src/spark/options" -Dlog4j2.configurationFile="$home/src/spark/log4j2.properties" -cp \
	"$build/test-classes:$build/classes:$(cat "$build/classpath.txt")" org.motionlayers.spark.ScalingBenchmark "$made/runs" "$@"
