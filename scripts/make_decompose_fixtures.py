#!/usr/bin/env python3
"""What scikit-image and SciPy say of small images that follow a rule which the tests repeat.

Writes into src/test/resources/decompose:
  regions2d.csv, regions3d.csv  skimage.measure.regionprops_table: label, area, box, centroid, mean of two channels
  laplace2d.csv, laplace3d.csv  scipy.sparse.linalg.spsolve of Laplace's equation over the pixels under a mask, edges of the image reflecting
Needs: python3-numpy python3-scipy python3-skimage
"""
import pathlib

import numpy as np
import scipy.sparse
import scipy.sparse.linalg
import skimage.measure

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "src/test/resources/decompose"
IDS = np.array([0, 0, 0, 5, 70000, 0, 2147483647, 12, 0, 16777217, 3], dtype=np.int64)


def grid(depth, height, width):
    return np.meshgrid(np.arange(depth), np.arange(height), np.arange(width), indexing="ij")


def labels(depth, height, width):
    z, y, x = grid(depth, height, width)
    return IDS[(x // 3 * 31 + y // 4 * 17 + z // 2 * 7) % len(IDS)]


def image(depth, height, width, channel):
    z, y, x = grid(depth, height, width)
    return (x * 37 + y * 101 + z * 53 + x * y + 1000 * channel) % 65536


def regions(name, depth, height, width):
    marked = labels(depth, height, width)
    # regionprops wants dense labels: number them, and write what they were
    sparse, dense = np.unique(marked, return_inverse=True)
    dense = dense.reshape(marked.shape).astype(np.int32)
    channels = np.stack([image(depth, height, width, c) for c in range(2)], axis=-1)
    table = skimage.measure.regionprops_table(dense, channels, properties=("label", "area", "bbox", "centroid", "mean_intensity"))
    columns = ["label", "area", "z0", "y0", "x0", "z1", "y1", "x1", "z", "y", "x", "mean0", "mean1"]
    rows = zip(sparse[table["label"]], table["area"], *[table[f"bbox-{i}"] for i in range(6)], *[table[f"centroid-{i}"] for i in range(3)],
               table["mean_intensity-0"], table["mean_intensity-1"])
    text = ",".join(columns) + "\n" + "".join(",".join(repr(v.item()) for v in row) + "\n" for row in rows)
    (FOLDER / name).write_text(text)


def laplace(name, depth, height, width, hole):
    z, y, x = grid(depth, height, width)
    known = 1000 + 40.0 * x - 25.0 * y + 60.0 * z + 300 * np.sin(x / 3.0) * np.cos(y / 4.0 + z)
    index = -np.ones(hole.shape, dtype=np.int64)
    index[hole] = np.arange(hole.sum())
    rows, columns, values, right = [], [], [], np.zeros(hole.sum())
    for p in zip(*np.nonzero(hole)):
        i, neighbours = index[p], 0
        for axis in range(3):
            for step in (-1, 1):
                q = list(p)
                q[axis] += step
                if not 0 <= q[axis] < hole.shape[axis]:
                    continue
                neighbours += 1
                q = tuple(q)
                if hole[q]:
                    rows.append(i), columns.append(index[q]), values.append(-1.0)
                else:
                    right[i] += known[q]
        rows.append(i), columns.append(i), values.append(float(neighbours))
    matrix = scipy.sparse.csr_matrix((values, (rows, columns)))
    solution = scipy.sparse.linalg.spsolve(matrix, right)
    text = "z,y,x,value\n" + "".join(f"{p[0]},{p[1]},{p[2]},{v:.6f}\n" for p, v in zip(np.argwhere(hole), solution))
    (FOLDER / name).write_text(text)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    regions("regions2d.csv", 1, 26, 31)
    regions("regions3d.csv", 7, 13, 17)
    z, y, x = grid(1, 40, 48)
    laplace("laplace2d.csv", 1, 40, 48, ((x - 20) ** 2 + (y - 18) ** 2 < 150) | ((x > 38) & (y > 30)) | ((x == 3) & (y > 4) & (y < 30)))
    z, y, x = grid(8, 14, 15)
    laplace("laplace3d.csv", 8, 14, 15, (x - 6) ** 2 + (y - 6) ** 2 + 2 * (z - 2) ** 2 < 26)


if __name__ == "__main__":
    main()
