#!/usr/bin/python3
"""Softmax splatting of 1024 x 1024 pixels, 3 channels: the same in numpy and PyTorch, and ours (SplatBenchmark).

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_splat.py
Needs python3-numpy and python3-torch (Debian).
"""
import numpy as np
import torch

import bench
import jmh

TITLE = "Softmax splatting"
SIDE, CHANNELS, REPEATS = 1024, 3, 10
WHY = "16 additions a pixel, to addresses that only the flow tells, are not in the limit"


def scene():
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    dx = (6 * np.sin(x / 70) * np.cos(y / 90)).astype(np.float32)
    dy = (6 * np.cos(x / 80) * np.sin(y / 60)).astype(np.float32)
    random = np.random.default_rng(1)
    return random.random((CHANNELS, SIDE, SIDE), np.float32), dx, dy, random.random((SIDE, SIDE), np.float32), x, y


def splat_numpy(image, dx, dy, metric, x, y, soft):
    weight = np.exp(np.clip(metric, -20, 20)) if soft else np.ones_like(dx)
    planes = [channel * weight for channel in image] + [weight]
    tx, ty = x + dx, y + dy
    left, top = np.floor(tx).astype(np.int64), np.floor(ty).astype(np.int64)
    right, down = tx - left, ty - top
    sums = [np.zeros(SIDE * SIDE) for _ in planes]
    for ox, oy, b in ((0, 0, (1 - right) * (1 - down)), (1, 0, right * (1 - down)), (0, 1, (1 - right) * down), (1, 1, right * down)):
        qx, qy = left + ox, top + oy
        inside = (qx >= 0) & (qx < SIDE) & (qy >= 0) & (qy < SIDE)
        index, b = (qy * SIDE + qx)[inside], b[inside]
        for total, plane in zip(sums, planes):
            total += np.bincount(index, b * plane[inside], SIDE * SIDE)
    divisor = np.where(sums[-1] == 0, 1, sums[-1])
    return np.stack([(total / divisor).reshape(SIDE, SIDE) for total in sums[:-1]]).astype(np.float32)


def splat_torch(image, dx, dy, metric, x, y, soft):
    weight = torch.exp(metric.clamp(-20, 20)) if soft else torch.ones_like(dx)
    values = torch.cat([image * weight, weight[None]]).reshape(CHANNELS + 1, -1)
    tx, ty = x + dx, y + dy
    left, top = tx.floor(), ty.floor()
    right, down = tx - left, ty - top
    left, top = left.long(), top.long()
    sums = torch.zeros_like(values)
    for ox, oy, b in ((0, 0, (1 - right) * (1 - down)), (1, 0, right * (1 - down)), (0, 1, (1 - right) * down), (1, 1, right * down)):
        qx, qy = left + ox, top + oy
        b = b * ((qx >= 0) & (qx < SIDE) & (qy >= 0) & (qy < SIDE))
        index = (qy.clamp(0, SIDE - 1) * SIDE + qx.clamp(0, SIDE - 1)).reshape(-1)
        sums.index_add_(1, index, values * b.reshape(-1))
    return (sums[:-1] / torch.where(sums[-1:] == 0, 1, sums[-1:])).reshape(CHANNELS, SIDE, SIDE)


def rows(options):
    torch.set_num_threads(options.threads)
    arrays = scene()
    tensors = [torch.from_numpy(a) for a in arrays]
    ours = jmh.least("SplatBenchmark", options)
    found = []
    for name, soft in (("AVERAGE", False), ("SOFT", True)):
        difference = np.abs(splat_numpy(*arrays, soft) - splat_torch(*tensors, soft).numpy()).max()
        if difference > 1e-3:
            raise SystemExit(f"numpy and torch differ by {difference}")
        for peer, call in ((f"numpy {np.__version__}", lambda: splat_numpy(*arrays, soft)), (f"torch {torch.__version__}", lambda: splat_torch(*tensors, soft))):
            found.append(bench.Row(f"splat, {name.lower()}", f"{SIDE} x {SIDE}, {CHANNELS} channels", ours[("splat", name)], "ms", peer,
                                   bench.least_ms(call, options, REPEATS), "copy of all that is read and written", ours[("limitOfMemory", name)], WHY))
    return found


if __name__ == "__main__":
    bench.main(rows)
