#!/usr/bin/python3
"""Training of MeloMotion's per-object predictors, three objects, batch 1, one thread: PyTorch's loop and ours
(PerObjectBenchmark); then ours from 10 to 10,000 objects beside the limits of the machine.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_perobject.py
Needs python3-numpy and python3-torch (Debian).
"""
import time

import numpy as np
import torch
from torch import nn

import bench
import jmh

TITLE = "Training one network per object (MeloMotion)"
OBJECTS, FRAMES, STEPS, ROUNDS = 3, 16, 200, 20
WHY = "the limit is of AdamW alone, without forward and backward pass"


class Modules(nn.Module):
    """One Sequential per object, as one writes it."""

    def __init__(self):
        super().__init__()
        self.projector = nn.Linear(3, 64)
        self.heads = nn.ModuleList(nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2)) for _ in range(OBJECTS))

    def forward(self, x):
        f = self.projector(x)
        return torch.stack([head(f[i]) for i, head in enumerate(self.heads)])


class Stacked(nn.Module):
    """All objects' weights in one tensor per layer: as few operations as PyTorch needs."""

    def __init__(self):
        super().__init__()
        self.projector = nn.Linear(3, 64)
        self.w1 = nn.Parameter((torch.rand(OBJECTS, 64, 32) - 0.5) / 4)
        self.b1 = nn.Parameter(torch.zeros(OBJECTS, 1, 32))
        self.w2 = nn.Parameter((torch.rand(OBJECTS, 32, 2) - 0.5) / 3)
        self.b2 = nn.Parameter(torch.zeros(OBJECTS, 1, 2))

    def forward(self, x):
        h = torch.baddbmm(self.b1, self.projector(x)[:, None], self.w1).relu()
        return torch.baddbmm(self.b2, h, self.w2)[:, 0]


def step_us(model, options):
    """The least mean time of a step over a round."""
    colours = torch.rand(STEPS, OBJECTS, 3)
    t = torch.arange(1.0, FRAMES).view(-1, 1, 1)
    truth = t * 0.06 * (colours[:, None, :, :2] - 0.5)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-4, betas=(0.9, 0.95), weight_decay=1e-5)
    best = float("inf")
    for _ in range(2 if options.quick else ROUNDS):
        start = time.process_time()
        for x, d in zip(colours, truth):
            loss = 10 * (((t * model(x) - d) ** 2).sum(-1) / t[..., 0] ** 2).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        best = min(best, 1e6 * (time.process_time() - start) / STEPS)
    return best


def rows(options):
    torch.set_num_threads(1)
    torch.manual_seed(0)
    ours = jmh.least("PerObjectBenchmark", options)
    found = []
    peers = {f"torch {torch.__version__}, {name}": step_us(model, options) for name, model in (("one module an object", Modules()), ("weights stacked", Stacked()))}
    for n in (OBJECTS, 10, 100, 1000, 10000):
        step, divider, memory = (1000 * ours[(method, str(n))] for method in ("step", "limitOfDivider", "limitOfMemory"))
        limit = ("a square root and a division a weight", divider) if divider > memory else ("weights and moments read and written", memory)
        for peer, us in peers.items() if n == OBJECTS else [("", None)]:
            found.append(bench.Row("one step, batch 1", f"{n:,} objects", step, "us", peer, us, *limit, WHY))
    return found


if __name__ == "__main__":
    bench.main(rows)
