#!/usr/bin/python3
"""Decomposing 4096 x 4096 labels with 10,000 objects under a 16-bit image (DecomposerBenchmark), scikit-image's regionprops_table of the same
pixels, and one plain pass over them; one thread.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_regionprops.py
Needs python3-numpy and python3-skimage (Debian).
"""
import subprocess
import tempfile

import numpy as np
import skimage.measure

import bench
import jmh

TITLE = "Decomposing"
SIZE = 4096


def pixels(folder):
    """The benchmark's own pixels, and the sum of the areas that it finds in them."""
    done = subprocess.run(["java", "-cp", jmh.classpath(), "org.motionlayers.decompose.DecomposerBenchmark", folder], check=True, stdout=subprocess.PIPE, text=True)
    labels = np.fromfile(f"{folder}/labels.raw", dtype="<i4").reshape(SIZE, SIZE)
    image = np.fromfile(f"{folder}/image.raw", dtype="<u2").reshape(SIZE, SIZE)
    return labels, image, int(done.stdout)


def rows(options):
    with tempfile.TemporaryDirectory() as folder:
        labels, image, area = pixels(folder)
    if area != (labels > 0).sum():
        raise SystemExit(f"areas differ: {area} against {(labels > 0).sum()}")
    table = ("label", "bbox", "centroid", "mean_intensity")
    peer = bench.least_ms(lambda: skimage.measure.regionprops_table(labels, image, properties=table), options, 3)
    ours = jmh.least("DecomposerBenchmark", options)
    return [bench.Row("decompose: boxes, masks, patches, centroids, means", f"{SIZE} x {SIZE}, 16 bit, 10,000 discs", ours[("decompose",)], "ms",
                      f"skimage {skimage.__version__} regionprops_table, boxes, centroids and means alone", peer, "one pass over labels and image", ours[("plainPass",)],
                      "runs of pixels are found by comparing a row with itself moved by one, which reads labels twice; patches are gathered from all over the image")]


if __name__ == "__main__":
    bench.main(rows)
