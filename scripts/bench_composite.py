#!/usr/bin/python3
"""Compositing 16 frames of 2048 x 2048, 16 bit, with 1,000 discs of 377 pixels (CompositorBenchmark): NumPy pasting every disc by slices and a
mask, OpenCV warping the whole frame by a flow field (nearest neighbour), and copying the frames; one thread.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_composite.py
Needs python3-numpy and python3-opencv (Debian).
"""
import cv2
import numpy as np

import bench
import jmh

TITLE = "Compositing"
SIZE, OBJECTS, FRAMES, RADIUS = 2048, 1000, 16, 11


def peers(options):
    """Least times of NumPy's copy and slices, and of OpenCV, in ms."""
    cv2.setNumThreads(1)
    random = np.random.default_rng(1)
    background = random.integers(0, 65536, (SIZE, SIZE), dtype=np.uint16)
    side = 2 * RADIUS + 1
    y, x = np.mgrid[-RADIUS:RADIUS + 1, -RADIUS:RADIUS + 1]
    mask = x * x + y * y <= RADIUS * RADIUS
    margin = 3 * FRAMES
    places = random.integers(margin, SIZE - side - margin, (OBJECTS, 2))
    velocities = random.uniform(-3, 3, (OBJECTS, 2))
    patches = [background[r:r + side, c:c + side].copy() for r, c in places]
    frames = np.empty((FRAMES, SIZE, SIZE), dtype=np.uint16)

    def slices():
        for t in range(FRAMES):
            np.copyto(frames[t], background)
            moved = np.rint(places + (t + 1) * velocities).astype(int)
            for (r, c), patch in zip(moved, patches):
                np.copyto(frames[t][r:r + side, c:c + side], patch, where=mask)

    rows, columns = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32)

    def remap():
        for t in range(FRAMES):
            cv2.remap(background, columns - np.float32(t), rows, cv2.INTER_NEAREST, dst=frames[t])

    return {f"numpy {np.__version__} slices and mask": bench.least_ms(slices, options), f"cv2 {cv2.__version__} remap": bench.least_ms(remap, options)}


def rows(options):
    ours, size = jmh.least("CompositorBenchmark", options), f"{FRAMES} frames of {SIZE} x {SIZE}, 16 bit, {OBJECTS:,} discs"
    found = [bench.Row("composite into arrays at hand", size, ours[("composite",)], "ms", name, ms, "System.arraycopy of the frames", ours[("arraycopy",)])
             for name, ms in peers(options).items()]
    return found + [bench.Row("composite into new frames", size, ours[("compositeNewFrames",)], "ms", "", None, "clone of the frames", ours[("cloneFrames",)])]


if __name__ == "__main__":
    bench.main(rows)
