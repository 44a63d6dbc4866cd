#!/usr/bin/python3
"""One sampling step (forward) and one training step (forward, backward, clipping, AdamW) of one block: PyTorch and ours (BlockBenchmark).

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_network.py [--threads N]
On a machine with other work, one thread gives a fairer comparison: two wait for each other at every operation.
Needs python3-torch (Debian). That both compute the same is what BlocksTest checks.
"""

import numpy as np
import torch
from torch import nn

import bench
import jmh
import make_network_fixtures as peers

TITLE = "Blocks of networks"
REPEATS, EMBEDDING, FRAMES, SIDE = 30, 128, 8, 16
BLOCKS = {"RESIDUAL": (lambda: peers.ResidualBlock(32, 32, EMBEDDING), (64, 32, SIDE, SIDE), 64),
          "ATTENTION": (lambda: peers.SpaceAttention(64, 2), (8, 64, SIDE, SIDE), 0),
          "SPACE_TIME": (lambda: peers.SpaceTimeBlock(32, 32, EMBEDDING, FRAMES), (64, 32, SIDE, SIDE), 64 // FRAMES)}
# Multiply-adds of the forward pass, times 2.
FLOP = {"RESIDUAL": 2 * 64 * 256 * 2 * 9 * 32 * 32, "ATTENTION": 2 * 8 * 256 * (4 * 64 * 64 + 2 * 256 * 64),
        "SPACE_TIME": 2 * 64 * 256 * (2 * 9 + 2 * 3) * 32 * 32}


WHAT = {"sample": "forward", "train": "forward, backward, clipping, AdamW"}
LIMIT = "the multiply-adds at the speed of a large matrix product"
WHY = "normalisation, activation and memory are not in the limit; ours and the peer call the same kernels"


def training(network, loss):
    """A step of training: forward, backward, clipping, AdamW."""
    optimizer = torch.optim.AdamW(network.parameters(), 1e-4)

    def train():
        optimizer.zero_grad()
        loss().backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()

    return train


def without_gradients(call):
    def quiet():
        with torch.no_grad():
            return call()
    return quiet


def steps(sample, train, options):
    """Least times of both steps in ms."""
    return {"sample": bench.least_ms(sample, options, REPEATS), "train": bench.least_ms(train, options, REPEATS)}


def gflops(options, size=1024):
    """Speed of PyTorch's product of two large matrices."""
    a, b = torch.rand(size, size), torch.rand(size, size)
    return 2 * size ** 3 / bench.least_ms(lambda: a @ b, options, 20) / 1e6


def both(before, after):
    """The less of two measurements."""
    return {key: min(before[key], after[key]) for key in before}


def peer(name, options):
    make, shape, embeddings = BLOCKS[name]
    module, x = make(), torch.sin(torch.arange(int(np.prod(shape))).float()).reshape(shape)
    inputs = (x, torch.ones(embeddings, EMBEDDING)) if embeddings else (x,)
    return steps(without_gradients(lambda: module(*inputs)), training(module, lambda: module(*inputs).square().mean()), options)


def rows(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    before = {name: peer(name, options) for name in BLOCKS}
    ours = jmh.least("BlockBenchmark", options, "-jvmArgsAppend", f"-Dai.djl.pytorch.num_threads={options.threads}")
    speed = gflops(options)
    found = []
    for name, (_, shape, _) in BLOCKS.items():
        # PyTorch before and after ours, so that a change of the machine's load counts for both.
        theirs = both(before[name], peer(name, options))
        for step in ("sample", "train"):
            flop = FLOP[name] * (1 if step == "sample" else 3)
            found.append(bench.Row(f"{name.lower().replace('_', ' and ')} block, {WHAT[step]}", " x ".join(map(str, shape)), ours[(step, name)], "ms", f"torch {torch.__version__}",
                                   theirs[step], f"{LIMIT} ({speed:.0f} GFLOP/s)", flop / speed / 1e6, WHY))
    return found


if __name__ == "__main__":
    bench.main(rows)
