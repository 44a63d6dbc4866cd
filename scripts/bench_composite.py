#!/usr/bin/env python3
"""NumPy's and OpenCV's answer to CompositorBenchmark: 16 frames of 2048 x 2048, 16 bit, 1,000 discs of 377 pixels, one thread.

Prints the best of five runs in ms for: copying the frames (the limit), pasting every disc by slices and a boolean mask, and warping the
whole frame by a flow field with cv2.remap (nearest neighbour); and each as a share of the copy. Needs: python3-numpy python3-opencv
"""
import time

import cv2
import numpy as np

SIZE, OBJECTS, FRAMES, RADIUS, REPEATS = 2048, 1000, 16, 11, 5


def best(work):
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def main():
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

    def copy():
        for t in range(FRAMES):
            np.copyto(frames[t], background)

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

    limit = best(copy)
    for name, work in (("numpy copy", copy), ("numpy slices", slices), ("cv2.remap", remap)):
        ms = limit if work is copy else best(work)
        print(f"{name:14s} {ms:9.2f} ms   share of the copy {limit / ms:.2f}")


if __name__ == "__main__":
    main()
