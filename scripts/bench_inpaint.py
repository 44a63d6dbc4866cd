#!/usr/bin/python3
"""Filling a hole of 512 x 512 pixels in a frame of 1024 x 1024, 16 bit (InpaintBenchmark): OpenCV's cv2.inpaint, SciPy's sparse solver on the
same equation, and copying the values of the frame; one thread.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_inpaint.py
Needs python3-numpy, python3-scipy and python3-opencv (Debian).
"""
import cv2
import numpy as np
import scipy
import scipy.sparse
import scipy.sparse.linalg

import bench
import jmh

TITLE = "Inpainting"
SIDE, HOLE = 1024, 512
RADIUS = 3


def frame():
    """As InpaintBenchmark draws it."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(float)
    image = (20000 + 9000 * np.sin(x / 97) * np.cos(y / 71) + 5000 * np.sin((x + y) / 41)).astype(np.uint16)
    hole = np.zeros((SIDE, SIDE), np.uint8)
    first = (SIDE - HOLE) // 2
    hole[first:first + HOLE, first:first + HOLE] = 255
    return image, hole


def soap_film(image, hole):
    """Every unknown the mean of its four neighbours: conjugate gradients on the sparse matrix, to the accuracy of ours."""
    inside = np.flatnonzero(hole)
    number = np.full(image.size, -1)
    number[inside] = np.arange(len(inside))
    b, rows, columns = np.zeros(len(inside)), [], []
    for step in (-1, 1, -SIDE, SIDE):
        beside = inside + step
        unknown = number[beside] >= 0
        rows.append(np.flatnonzero(unknown))
        columns.append(number[beside[unknown]])
        b[~unknown] += image.reshape(-1)[beside[~unknown]]
    rows, columns = np.concatenate(rows), np.concatenate(columns)
    matrix = scipy.sparse.diags(np.full(len(inside), 4.0)) - scipy.sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(inside),) * 2)
    found, _ = scipy.sparse.linalg.cg(matrix.tocsr(), b, tol=1e-6)
    return found


def rows(options):
    cv2.setNumThreads(1)
    image, hole = frame()
    peers = {f"cv2 {cv2.__version__} inpaint, Telea": lambda: cv2.inpaint(image, hole, RADIUS, cv2.INPAINT_TELEA),
             f"cv2 {cv2.__version__} inpaint, Navier-Stokes": lambda: cv2.inpaint(image, hole, RADIUS, cv2.INPAINT_NS),
             f"scipy {scipy.__version__} conjugate gradients": lambda: soap_film(image, hole)}
    times = {name: bench.least_ms(call, options, 3) for name, call in peers.items()}
    ours = jmh.least("InpaintBenchmark", options)
    size = f"a hole of {HOLE} x {HOLE} in {SIDE} x {SIDE}, 16 bit"
    why = "Laplace's equation lets every pixel hear of all others: some ten multigrid cycles of 2 sweeps and more over the hole, not one pass"
    found = [bench.Row("harmonic: a soap film", size, ours[("harmonic",)], "ms", name, ms, "copy of the frame's values", ours[("limitOfMemory",)], why)
             for name, ms in times.items()]
    return found + [bench.Row("noise: the same with grain, the default", size, ours[("noise",)], "ms", list(times)[0], list(times.values())[0], "copy of the frame's values",
                              ours[("limitOfMemory",)], why + "; then grain of 60 places a tile is tried")]


if __name__ == "__main__":
    bench.main(rows)
