#!/usr/bin/python3
"""Starting the command line (scripts/motion-layers help): with and without its archive of loaded classes, beside a bare Java virtual machine and
beside Python with the libraries that such a tool would import.

Run after `mvn package`:  /usr/bin/python3 scripts/bench_start.py
Needs python3-skimage and python3-tifffile (Debian).
"""
import os
import subprocess
import sys
import tempfile

import bench
import jmh

TITLE = "Start of the command line"
LAUNCHER = os.path.join(jmh.ROOT, "scripts", "motion-layers")
SAMPLE = os.path.join(jmh.ROOT, "test-data", "squares")
REPEATS = 15


def call(*command, **variables):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ, **variables))


def rows(options):
    def least(*command, **variables):
        return bench.least_ms(lambda: call(*command, **variables), options, REPEATS)

    with tempfile.TemporaryDirectory() as folder:
        predict = (LAUNCHER, "predict", f"image={SAMPLE}/image.tif", f"labels={SAMPLE}/labels.tif", "observed=4", "frames=12", f"output={folder}/out", "overwrite=true")
        call(LAUNCHER, "help")
        with_archive, without = least(LAUNCHER, "help"), least(LAUNCHER, "help", MOTIONLAYERS_ARCHIVE="off")
        run, run_without = least(*predict), least(*predict, MOTIONLAYERS_ARCHIVE="off")
    bare = least("java", "-XX:+UseSerialGC", "-Xshare:auto", "-version")
    python = least(sys.executable, "-c", "import numpy, skimage.measure, tifffile")
    imported = "Python importing numpy, skimage.measure, tifffile"
    return [bench.Row("help, with class archive", "-", with_archive, "ms", imported, python, "java -version", bare, "the limit loads none of our classes"),
            bench.Row("help, without", "-", without, "ms", imported, python, "java -version", bare, "classes are read from jars and verified one by one"),
            bench.Row("predict, with class archive", "squares of README", run, "ms", "ours without the archive", run_without)]


if __name__ == "__main__":
    bench.main(rows)
