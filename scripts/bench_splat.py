#!/usr/bin/python3
"""Softmax splatting of 1024 x 1024 pixels, 3 channels: the same in numpy and PyTorch, and ours (SplatBenchmark), as ratios.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_splat.py
Needs python3-numpy and python3-torch (Debian).
"""
import time

import numpy as np
import torch

import jmh

SIDE, CHANNELS, REPEATS = 1024, 3, 15
THREADS = 2


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


def median_ms(call):
    call()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return float(np.median(times))


def main():
    torch.set_num_threads(THREADS)
    arrays = scene()
    tensors = [torch.from_numpy(a) for a in arrays]
    ours = jmh.run("SplatBenchmark")
    limit = ours[("limitOfMemory", "SOFT")]
    for name, soft in (("AVERAGE", False), ("SOFT", True)):
        difference = np.abs(splat_numpy(*arrays, soft) - splat_torch(*tensors, soft).numpy()).max()
        in_numpy = median_ms(lambda: splat_numpy(*arrays, soft))
        in_torch = median_ms(lambda: splat_torch(*tensors, soft))
        java = ours[("splat", name)]
        print(f"{name:8} Java {java:6.1f} ms | numpy {in_numpy:7.1f} ms, {in_numpy / java:4.1f} x | torch {torch.__version__} "
              f"{in_torch:7.1f} ms, {in_torch / java:4.1f} x | copy of all that is read and written {limit:.1f} ms, "
              f"{limit / java:.2f} of the limit | numpy - torch {difference:.1e}")


if __name__ == "__main__":
    main()
