#!/usr/bin/python3
"""Writing and reading 16 frames of 2048 x 2048, 16 bit, as TIFF: tifffile, ours (TiffBenchmark) and the bare bytes, as ratios.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_tiff.py
Needs python3-numpy and python3-tifffile (Debian).
"""
import os
import tempfile
import time

import numpy as np
import tifffile

import jmh

SIDE, FRAMES, REPEATS = 2048, 16, 7


def median_ms(call):
    call()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return float(np.median(times))


def main():
    pixels = np.random.default_rng(1).integers(0, 1 << 16, (FRAMES, SIDE, SIDE)).astype(np.uint16)
    ours = {name[0]: score for name, score in jmh.run("TiffBenchmark").items()}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.tif")
        peers = {"write": median_ms(lambda: tifffile.imwrite(path, pixels, imagej=True, metadata={"axes": "TYX"})),
                 "read": median_ms(lambda: tifffile.imread(path))}
    for name, limit in (("write", "limitOfWriting"), ("read", "limitOfReading")):
        print(f"{name:5} {ours[name]:7.1f} ms | tifffile {tifffile.__version__} {peers[name]:7.1f} ms, {peers[name] / ours[name]:.2f} x | "
              f"the bare bytes {ours[limit]:7.1f} ms, {ours[limit] / ours[name]:.2f} of the limit")


if __name__ == "__main__":
    main()
