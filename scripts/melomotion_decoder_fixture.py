#!/usr/bin/env python3
"""Writes src/test/resources/org/motionlayers/network/melomotion/decoder.f32 and warp.f32: what PyTorch makes of the decoder's layers
with weights by formula, and of grid_sample. LatentDecoderTest and FlowBackboneTest set the same weights and compare.
Needs torch (1.13 made the committed files). Run in the repository's root."""
import math
import struct

import torch
import torch.nn.functional as F
from torch import nn

FOLDER = "src/test/resources/org/motionlayers/network/melomotion/"


class Residual(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.n1, self.c1, self.n2, self.c2 = nn.GroupNorm(8, c, eps=1e-6), nn.Conv2d(c, c, 3, padding=1), nn.GroupNorm(8, c, eps=1e-6), nn.Conv2d(c, c, 3, padding=1)

    def forward(self, x):
        return x + self.c2(F.silu(self.n2(self.c1(F.silu(self.n1(x))))))


decoder = nn.Sequential(
    nn.Conv2d(16, 32, 3, padding=1), Residual(32),
    nn.SiLU(), nn.ConvTranspose2d(32, 16, 4, 2, 1), nn.SiLU(), nn.ConvTranspose2d(16, 8, 4, 2, 1),
    nn.SiLU(), nn.ConvTranspose2d(8, 8, 4, 2, 1), nn.SiLU(), nn.Conv2d(8, 3, 1))
print("decoder parameters:", sum(p.numel() for p in decoder.parameters()))


def wave(count, phase, scale):
    return torch.tensor([scale * math.sin(1.3 * i + phase) for i in range(count)], dtype=torch.float32)


def save(name, tensor):
    values = tensor.detach().flatten().tolist()
    with open(FOLDER + name, "wb") as f:
        f.write(struct.pack("<%df" % len(values), *values))
    print(name, len(values), "values, mean", tensor.mean().item(), "sd", tensor.std().item())


with torch.no_grad():
    for k, p in enumerate(decoder.parameters()):
        p.copy_(wave(p.numel(), k, 0.2).reshape(p.shape))
    latent = wave(2 * 16 * 4 * 5, 0.5, 1.0).reshape(2, 16, 4, 5)
    save("decoder.f32", decoder(4 * latent))

    n, c, h, w = 2, 3, 6, 7
    image = wave(n * c * h * w, 0.1, 1.0).reshape(n, c, h, w)
    flow = wave(n * 2 * h * w, 0.9, 3.0).reshape(n, 2, h, w)
    ys, xs = torch.meshgrid(torch.arange(h).float(), torch.arange(w).float(), indexing="ij")
    grid = torch.stack([(xs - flow[:, 0]) / (w - 1) * 2 - 1, (ys - flow[:, 1]) / (h - 1) * 2 - 1], -1)
    save("warp.f32", F.grid_sample(image, grid, mode="bilinear", padding_mode="zeros", align_corners=True))
