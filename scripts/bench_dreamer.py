#!/usr/bin/python3
"""One sampling step and one training step of Motion Dreamer's network of object space: PyTorch and ours on 2 threads, or as many as given.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_dreamer.py [threads]
Needs python3-torch (Debian). That both compute the same is what TorchNetworkTest checks.
"""
import sys

import numpy as np
import torch
from torch import nn

import bench_network
import jmh
import make_dreamer_fixtures as twin

SHIPPED = dict(twin.TINY, frames=16, channels=64, inner=48, heads=4, blocks=2)


def peer():
    network, scene = twin.ObjectNetwork(SHIPPED), twin.scene(SHIPPED, 32, 5, 8)
    noisy, timesteps = torch.randn(32, 5, 8, 4), torch.full((32,), 500.0)
    optimizer = torch.optim.AdamW(network.parameters(), 1e-4)

    def sample():
        with torch.no_grad():
            network(noisy, timesteps, scene)

    def train():
        optimizer.zero_grad()
        network(noisy, timesteps, scene)[-1].square().mean().backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()

    return {"sample": bench_network.times_ms(sample), "train": bench_network.times_ms(train)}


def main():
    threads = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    before = peer()
    ours = jmh.samples("ObjectNetworkBenchmark", "-jvmArgsAppend", f"-Dai.djl.pytorch.num_threads={threads}")
    # PyTorch before and after ours, so that a change of the machine's load shows.
    after = peer()
    print(f"{threads} threads, torch {torch.__version__}; minimum (median) of {bench_network.REPEATS} steps in ms")
    for step in ("sample", "train"):
        java, one, two = ours[(step,)], before[step], after[step]
        print(f"{step:6} Java {min(java):7.2f} ({np.median(java):7.2f}) | torch {min(one):7.2f} ({np.median(one):7.2f}), again {min(two):7.2f} "
              f"({np.median(two):7.2f}) | {min(one + two) / min(java):4.2f} x")


if __name__ == "__main__":
    main()
