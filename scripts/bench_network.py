#!/usr/bin/python3
"""One sampling step (forward) and one training step (forward, backward, clipping, AdamW) of one block: PyTorch and ours on 2 threads, or as many as given.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_network.py [threads]
On a machine with other work, one thread gives a fairer comparison: two wait for each other at every operation.
Needs python3-torch (Debian). That both compute the same is what BlocksTest checks.
"""
import sys
import time

import numpy as np
import torch
from torch import nn

import jmh
import make_network_fixtures as peers

REPEATS, EMBEDDING, FRAMES, SIDE = 30, 128, 8, 16
BLOCKS = {"RESIDUAL": (lambda: peers.ResidualBlock(32, 32, EMBEDDING), (64, 32, SIDE, SIDE), 64),
          "ATTENTION": (lambda: peers.SpaceAttention(64, 2), (8, 64, SIDE, SIDE), 0),
          "SPACE_TIME": (lambda: peers.SpaceTimeBlock(32, 32, EMBEDDING, FRAMES), (64, 32, SIDE, SIDE), 64 // FRAMES)}
# Multiply-adds of the forward pass, times 2.
FLOP = {"RESIDUAL": 2 * 64 * 256 * 2 * 9 * 32 * 32, "ATTENTION": 2 * 8 * 256 * (4 * 64 * 64 + 2 * 256 * 64),
        "SPACE_TIME": 2 * 64 * 256 * (2 * 9 + 2 * 3) * 32 * 32}


def times_ms(call):
    for _ in range(5):
        call()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return times


def peer(name):
    make, shape, embeddings = BLOCKS[name]
    module, x = make(), torch.sin(torch.arange(int(np.prod(shape))).float()).reshape(shape)
    inputs = (x, torch.ones(embeddings, EMBEDDING)) if embeddings else (x,)
    optimizer = torch.optim.AdamW(module.parameters(), 1e-4)

    def sample():
        with torch.no_grad():
            module(*inputs)

    def train():
        optimizer.zero_grad()
        module(*inputs).square().mean().backward()
        nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        optimizer.step()

    return times_ms(sample), times_ms(train)


def main():
    threads = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    before = {name: peer(name) for name in BLOCKS}
    ours = jmh.samples("BlockBenchmark", "-jvmArgsAppend", f"-Dai.djl.pytorch.num_threads={threads}")
    print(f"{threads} threads, torch {torch.__version__}; minimum (median) of {REPEATS} steps in ms")
    for name in BLOCKS:
        # PyTorch before and after ours, so that a change of the machine's load shows.
        after = peer(name)
        for i, step in enumerate(("sample", "train")):
            java, torch1, torch2 = ours[(step, name)], before[name][i], after[i]
            flop = FLOP[name] * (1 if step == "sample" else 3)
            best = min(torch1 + torch2)
            print(f"{name:10} {step:6} Java {min(java):7.2f} ({np.median(java):7.2f}), {flop / min(java) / 1e6:4.0f} GFLOP/s | torch "
                  f"{min(torch1):7.2f} ({np.median(torch1):7.2f}), again {min(torch2):7.2f} ({np.median(torch2):7.2f}) | "
                  f"{best / min(java):4.2f} x")


if __name__ == "__main__":
    main()
