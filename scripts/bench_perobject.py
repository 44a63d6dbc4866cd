#!/usr/bin/python3
"""Training of MeloMotion's per-object predictors, three objects, batch 1, one thread: PyTorch's loop and ours
(PerObjectBenchmark), as batches per second and ratios; then ours from 10 to 10,000 objects beside the limits of the machine.
Of every measurement the best round counts, on both sides: other work on the machine can only slow a round down.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_perobject.py
Needs python3-numpy and python3-torch (Debian).
"""
import time

import numpy as np
import torch
from torch import nn

import jmh

OBJECTS, FRAMES, STEPS, ROUNDS = 3, 16, 200, 20
PARAMETERS = 64 * 32 + 32 + 32 * 2 + 2
BYTES = 2 * 3 * 4  # a weight and its two moments, read and written


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


def batches_per_second(model):
    colours = torch.rand(STEPS, OBJECTS, 3)
    t = torch.arange(1.0, FRAMES).view(-1, 1, 1)
    truth = t * 0.06 * (colours[:, None, :, :2] - 0.5)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-4, betas=(0.9, 0.95), weight_decay=1e-5)
    best = 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for x, d in zip(colours, truth):
            loss = 10 * (((t * model(x) - d) ** 2).sum(-1) / t[..., 0] ** 2).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        best = max(best, STEPS / (time.perf_counter() - start))
    return best


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    ours = {key: min(times) for key, times in jmh.samples("PerObjectBenchmark").items()}
    java = 1e6 / ours[("step", "3")]
    print(f"three objects, batch 1, one thread: Java {java:,.0f} batches/s")
    for name, model in (("modules", Modules()), ("stacked", Stacked())):
        peer = batches_per_second(model)
        print(f"  torch {torch.__version__} {name}: {peer:,.0f} batches/s, ours is {java / peer:.0f} x")
    counts = [10, 100, 1000, 10000]
    for n in [OBJECTS] + counts:
        step, divider, memory = (ours[(method, str(n))] for method in ("step", "limitOfDivider", "limitOfMemory"))
        print(f"  {n:6} objects: {step:10.1f} us/step, {step / n:5.2f} us/object | limits: divider {divider / step:4.0%}, memory "
              f"{memory / step:4.0%} of it ({n * PARAMETERS * BYTES / memory / 1e3:.0f} GB/s)")
    slope = np.polyfit(np.log(counts), np.log([ours[("step", str(n))] for n in counts]), 1)[0]
    print(f"  time grows as objects^{slope:.2f} from 10 to 10,000")


if __name__ == "__main__":
    main()
