#!/usr/bin/python3
"""The network of object space (dreamer.objects.ObjectNetwork) in PyTorch, and the fixture that ours is checked against: run as

    /usr/bin/python3 scripts/make_dreamer_fixtures.py

Needs python3-torch (Debian). bench_dreamer.py measures the same module.
"""
import json
import os

import torch
import torch.nn.functional as F
from torch import nn

import make_network_fixtures as peers

RESOURCES = os.path.join(os.path.dirname(peers.RESOURCES), "dreamer")
TINY = dict(dimensions=2, frames=4, reach=2.0, appearance=True, channels=16, heads=2, rounds=2, blocks=1)
SPREAD, VELOCITY, DISTANCE = .4, 3, .5


class Attention(nn.Module):
    """Additive attention of objects to each other, with edges."""

    def __init__(self, channels, features, heads):
        super().__init__()
        inner = channels // 2
        self.heads, self.norm = heads, nn.LayerNorm(channels)
        self.q, self.k = nn.Linear(channels, inner), nn.Linear(channels, inner, bias=False)
        self.edge = nn.Sequential(nn.Linear(features, inner), nn.Linear(inner, inner, bias=False))
        self.score, self.out = nn.Linear(inner, heads, bias=False), nn.Linear(inner, channels)

    def forward(self, x, edges):
        normed = self.norm(x)
        said = self.edge[1](F.silu(self.edge[0](edges))) + self.q(normed)[:, :, None] + self.k(normed)[:, None]
        messages = F.silu(said)
        weights = self.score(messages).softmax(2)[..., None]
        heard = (messages.unflatten(-1, (self.heads, -1)) * weights).sum(2)
        return x + self.out(heard.flatten(-2))


class TimeBlock(nn.Module):
    def __init__(self, channels, heads):
        super().__init__()
        self.norm1, self.norm3 = nn.LayerNorm(channels), nn.LayerNorm(channels)
        self.add_module("self", peers.Attention(channels, channels, heads, channels // heads))
        self.up, self.down = nn.Linear(channels, 8 * channels), nn.Linear(4 * channels, channels)

    def forward(self, x, bias):
        x = x + getattr(self, "self")(self.norm1(x), bias=bias)
        a, b = self.up(self.norm3(x)).chunk(2, -1)
        return x + self.down(a * F.gelu(b))


class Block(nn.Module):
    def __init__(self, channels, features, heads, frames):
        super().__init__()
        self.objects, self.time = Attention(channels, features, heads), TimeBlock(channels, heads)
        self.distance, self.frames = nn.Parameter(torch.zeros(2 * frames - 1, heads)), frames

    def forward(self, x, edges):
        x = self.objects(x, edges)
        t = torch.arange(x.shape[2])
        bias = self.distance[t[None] - t[:, None] + self.frames - 1].permute(2, 0, 1)[None]
        return self.time(x.flatten(0, 1), bias).reshape(x.shape)


class Round(nn.Module):
    def __init__(self, c):
        super().__init__()
        d, channels = c["dimensions"], c["channels"]
        self.look = nn.Linear(4 * d, channels)
        self.block = nn.ModuleList(Block(channels, 3 * d + 5, c["heads"], c["frames"]) for _ in range(c["blocks"]))
        self.norm, self.mend = nn.LayerNorm(channels), nn.Linear(channels, d + 2)


class ObjectNetwork(nn.Module):
    """x_0 of the tokens (scenes, objects, frames, values) out of noisy ones."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        d, channels = c["dimensions"], c["channels"]
        features = 1 + d * (d + 1) // 2 + 2 + 2 * (1 + d)
        self.condition = nn.Sequential(nn.Linear(features, channels), nn.Linear(channels, channels))
        self.input, self.frame = nn.Linear(d + 2, channels), nn.Linear(channels, channels)
        self.time = peers.TimeEmbedding(channels, channels)
        self.round = nn.ModuleList(Round(c) for _ in range(c["rounds"]))
        betas = torch.linspace(1e-4, .02, 1000, dtype=torch.float64)
        self.alpha_bar = torch.cumprod(1 - betas, 0)

    def geometry(self, estimate, scene):
        d = self.c["dimensions"]
        moved = estimate[..., :d] * self.c["reach"]
        place = moved + scene["centres"][:, :, None]
        velocity = VELOCITY * torch.diff(moved, dim=2, prepend=torch.zeros_like(moved[:, :, :1]))
        low = torch.exp(-(place - scene["extents"][:, :, None])).clamp(0, 4)
        high = torch.exp(place + scene["extents"][:, :, None] - scene["bounds"][:, None, None]).clamp(0, 4)
        tokens = torch.cat([moved * DISTANCE, velocity, low, high], -1)

        def difference(x):
            return x[:, None] - x[:, :, None]

        def length(x):
            return (x * x).sum(-1, keepdim=True).add(1e-4).sqrt()

        radii = scene["logSizes"].exp()[:, :, None, None] / 2
        sums = radii[:, None] + radii[:, :, None]
        away, faster = difference(place), difference(velocity)
        distance = length(away)
        direction, gap = away / distance, distance - sums
        start = (length(difference(scene["centres"][:, :, None])) - sums) * DISTANCE
        sizes = difference(scene["logSizes"][:, :, None, None])
        pairs = torch.cat([away * DISTANCE, direction, faster, gap * DISTANCE, torch.exp(-2 * gap).clamp(0, 4),
                           (faster * direction).sum(-1, keepdim=True), start.expand(gap.shape), sizes.expand(gap.shape)], -1)
        return tokens, pairs

    def forward(self, noisy, timesteps, scene):
        frames, channels = noisy.shape[2], self.c["channels"]
        t = torch.arange(frames)
        which = self.frame(peers.sinusoid(100.0 * (t + 1) / frames + t, channels))
        known = self.condition[1](F.silu(self.condition[0](scene["features"])))[:, :, None]
        x = self.input(noisy) + which + known + self.time(timesteps)[:, None, None]
        a = self.alpha_bar[timesteps.long()][:, None, None, None]
        root, gain = a.sqrt().float(), (a.sqrt() * SPREAD ** 2 / (a * SPREAD ** 2 + 1 - a)).float()
        estimate, estimates = (noisy - root * scene["straight"]) * gain + scene["straight"], []
        for step in self.round:
            tokens, pairs = self.geometry(estimate, scene)
            x = x + step.look(tokens)
            for block in step.block:
                x = block(x, pairs)
            estimate = estimate + step.mend(step.norm(x))
            estimates.append(estimate)
        return estimates


def scene(c, scenes, objects, frames):
    """Any numbers of the right shapes; objects on a grid, so that none are in the same place."""
    d, features = c["dimensions"], 1 + c["dimensions"] * (c["dimensions"] + 1) // 2 + 2 + 2 * (1 + c["dimensions"])
    grid = torch.stack([torch.arange(objects) % 3 * 1.7, torch.arange(objects) // 3 * 1.9] + [torch.zeros(objects)] * (d - 2), -1)
    return {"features": torch.randn(scenes, objects, features), "centres": grid + torch.rand(scenes, objects, d),
            "extents": torch.rand(scenes, objects, d) * .3 + .3, "logSizes": torch.randn(scenes, objects) * .2,
            "bounds": torch.full((scenes, d), 6.5), "straight": torch.randn(scenes, objects, frames, d + 2) * .3}


def main():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    network = ObjectNetwork(TINY)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=.2)
    inputs, timesteps = scene(TINY, 2, 4, 3), torch.tensor([700.0, 30.0])
    noisy = torch.randn(2, 4, 3, 4)
    estimates = network(noisy, timesteps, inputs)
    (estimates[-1] * torch.linspace(-1, 1, noisy.numel()).reshape(noisy.shape)).sum().backward()
    file = {"weight." + name: p for name, p in network.named_parameters()}
    file.update({"gradient." + name: torch.zeros_like(p) if p.grad is None else p.grad for name, p in network.named_parameters()})
    file.update({"in." + name: x for name, x in inputs.items()})
    file.update({"noisy": noisy, "timesteps": timesteps, "first": estimates[0], "last": estimates[-1]})
    peers.RESOURCES = RESOURCES
    peers.write_safetensors("objects.safetensors", file, {"config": json.dumps(TINY)})


if __name__ == "__main__":
    main()
