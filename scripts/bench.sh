#!/usr/bin/env bash
# All benchmarks, beside their peers and the limits of the machine, into docs/benchmarks.md: bench.sh [--quick] [--threads N] [NAME ...]
# Needs Maven, a JDK, and Debian's python3-numpy -scipy -skimage -tifffile -zarr -opencv -torch -matplotlib.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -d target/test-classes ] || mvn -q -B test-compile
exec /usr/bin/python3 scripts/bench.py "$@"
