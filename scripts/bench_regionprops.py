#!/usr/bin/env python3
"""scikit-image's answer to DecomposerBenchmark: regionprops_table of the same pixels.

usage: bench_regionprops.py FOLDER SIZE    FOLDER holds labels.raw (int32) and image.raw (uint16), both SIZE x SIZE
Prints the best of three runs in ms and the sum of all areas, to see that both saw the same objects. Needs: python3-skimage
"""
import sys
import time

import numpy as np
import skimage.measure

REPEATS = 3


def main():
    folder, size = sys.argv[1], int(sys.argv[2])
    labels = np.fromfile(f"{folder}/labels.raw", dtype="<i4").reshape(size, size)
    image = np.fromfile(f"{folder}/image.raw", dtype="<u2").reshape(size, size)
    best = float("inf")
    for _ in range(REPEATS):
        start = time.perf_counter()
        skimage.measure.regionprops_table(labels, image, properties=("label", "bbox", "centroid", "mean_intensity"))
        best = min(best, time.perf_counter() - start)
    print(f"{1000 * best:.3f} {int((labels > 0).sum())}")


if __name__ == "__main__":
    main()
