#!/usr/bin/python3
"""The network of object space (dreamer.objects.ObjectNetwork) in PyTorch, and the fixture that ours is checked against: run as

    /usr/bin/python3 scripts/make_dreamer_fixtures.py

Needs python3-torch (Debian). bench_dreamer.py measures the same module.
"""
import json
import os

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import make_network_fixtures as peers

RESOURCES = os.path.join(os.path.dirname(peers.RESOURCES), "dreamer")
TINY = dict(dimensions=2, frames=4, reach=2.0, appearance=True, channels=16, inner=8, heads=2, blocks=1)
SPREAD, VELOCITY, DISTANCE, SHARPNESS = .4, 3, .5, 30


def directions(d):
    """16 in the plane, a voxel's 26 neighbours in space."""
    if d == 2:
        angles = torch.arange(16) * (2 * torch.pi / 16)
        return torch.stack([torch.cos(angles), torch.sin(angles)], -1)
    steps = torch.tensor([(x, y, z) for z in (-1, 0, 1) for y in (-1, 0, 1) for x in (-1, 0, 1) if x or y or z], dtype=torch.float32)
    return steps / steps.norm(dim=-1, keepdim=True)


def near(x):
    return x.clamp(-20, np.log(4)).exp()


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
        self.up, self.down = nn.Linear(channels, 4 * channels), nn.Linear(2 * channels, channels)

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


class Stepper(nn.Module):
    """Walks the objects through time with the same weights at every frame."""

    def __init__(self, d, channels, inner):
        super().__init__()
        self.start, self.tokens, self.state = nn.Linear(channels, d), nn.Linear(channels, inner), nn.Linear(channels, inner)
        self.look = nn.Linear(4 * d, inner, bias=False)
        self.q, self.k = nn.Linear(inner, inner), nn.Linear(inner, inner, bias=False)
        self.edge = nn.Sequential(nn.Linear(3 * d + 7, inner), nn.Linear(inner, inner, bias=False))
        self.gate, self.heard, self.norm = nn.Linear(inner, inner), nn.Linear(inner, inner), nn.LayerNorm(inner)
        self.up, self.down, self.change = nn.Linear(inner, 2 * inner), nn.Linear(2 * inner, inner), nn.Linear(inner, d)

    def forward(self, x, first, geometry):
        said, state = self.tokens(x), self.state(x[:, :, :1])
        velocity = first + self.start(x[:, :, :1])
        place, places = torch.zeros_like(velocity), []
        for t in range(x.shape[2]):
            tokens, pairs = geometry(place.detach(), velocity.detach())
            own = state + self.look(tokens) + said[:, :, t:t + 1]
            messages = F.silu(self.edge[1](F.silu(self.edge[0](pairs))) + self.q(own)[:, :, None] + self.k(own)[:, None])
            told = self.norm(own + self.heard((messages * torch.sigmoid(self.gate(messages))).sum(2)))
            state = told + self.down(F.silu(self.up(told)))
            velocity = velocity + self.change(state)
            place = place + velocity / VELOCITY
            places.append(place)
        return torch.cat(places, 2)


class ObjectNetwork(nn.Module):
    """x_0 of the tokens (scenes, objects, frames, values) out of noisy ones."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        d, channels = c["dimensions"], c["channels"]
        features = 1 + len(directions(d)) + 2 + 2 * (1 + d)
        self.condition = nn.Sequential(nn.Linear(features, channels), nn.Linear(channels, channels))
        self.input, self.frame = nn.Linear(d + 2, channels), nn.Linear(channels, channels)
        self.time = peers.TimeEmbedding(channels, channels)
        self.look = nn.Linear(4 * d, channels, bias=False)
        self.block = nn.ModuleList(Block(channels, 3 * d + 7, c["heads"], c["frames"]) for _ in range(c["blocks"]))
        self.norm, self.stepper = nn.LayerNorm(channels), Stepper(d, channels, c["inner"])
        self.others, self.trust = nn.Linear(channels, 2), nn.Linear(channels, 1)
        betas = torch.linspace(1e-4, .02, 1000, dtype=torch.float64)
        self.alpha_bar = torch.cumprod(1 - betas, 0)

    @staticmethod
    def velocity(moved):
        return VELOCITY * torch.diff(moved, dim=2, prepend=torch.zeros_like(moved[:, :, :1]))

    def geometry(self, moved, velocity, scene):
        d = self.c["dimensions"]
        place = moved + scene["centres"][:, :, None]
        units, reaches = directions(d), scene["reaches"][:, :, None]
        axes = torch.eye(d)
        right, left = (reaches[..., (s * axes @ units.T).argmax(-1)] for s in (1, -1))
        low = near(left - place)
        high = near(place + right - scene["bounds"][:, None, None])
        tokens = torch.cat([moved * DISTANCE, velocity, low, high], -1)

        def difference(x):
            return x[:, None] - x[:, :, None]

        def length(x):
            return (x * x).sum(-1, keepdim=True).add(1e-3).sqrt()

        away, faster = difference(place), difference(velocity)
        distance = length(away)
        direction = away / distance
        cosines = direction @ units.T
        mine = ((SHARPNESS * cosines).softmax(-1) * reaches[:, :, None]).sum(-1, keepdim=True)
        theirs = ((-SHARPNESS * cosines).softmax(-1) * reaches[:, None]).sum(-1, keepdim=True)
        gap, start = distance - mine - theirs, length(difference(scene["centres"][:, :, None])) * DISTANCE
        sizes = difference(scene["logSizes"][:, :, None, None])
        pairs = torch.cat([away * DISTANCE, direction, faster, gap * DISTANCE, near(-2 * gap),
                           (faster * direction).sum(-1, keepdim=True), start.expand(gap.shape), sizes.expand(gap.shape), mine * DISTANCE, theirs * DISTANCE], -1)
        return tokens, pairs

    def forward(self, noisy, timesteps, scene):
        frames, channels = noisy.shape[2], self.c["channels"]
        t = torch.arange(frames)
        which = self.frame(peers.sinusoid(100.0 * (t + 1) / frames + t, channels))
        known = self.condition[1](F.silu(self.condition[0](scene["features"])))[:, :, None]
        embedded = self.time(timesteps)[:, None, None]
        a = self.alpha_bar[timesteps.long()][:, None, None, None]
        root, gain = a.sqrt().float(), (a.sqrt() * SPREAD ** 2 / (a * SPREAD ** 2 + 1 - a)).float()
        guess = (noisy - root * scene["straight"]) * gain + scene["straight"]
        d, reach = self.c["dimensions"], self.c["reach"]
        moved = guess[..., :d] * reach
        tokens, pairs = self.geometry(moved, self.velocity(moved), scene)
        x = self.input(noisy) + known + which + embedded + self.look(tokens)
        for block in self.block:
            x = block(x, pairs)
        x = self.norm(x)
        first = self.velocity(scene["straight"][..., :d] * reach)[:, :, :1]
        path = self.stepper(x, first, lambda place, velocity: self.geometry(place, velocity, scene)) / reach
        walk = torch.cat([path, scene["straight"][..., d:] + self.others(x)], -1)
        return [walk, walk + (guess - walk) * torch.sigmoid(self.trust(embedded))]


def scene(c, scenes, objects, frames):
    """Any numbers of the right shapes; objects on a grid, so that none are in the same place."""
    d, features = c["dimensions"], 1 + len(directions(c["dimensions"])) + 2 + 2 * (1 + c["dimensions"])
    grid = torch.stack([torch.arange(objects) % 3 * 1.7, torch.arange(objects) // 3 * 1.9] + [torch.zeros(objects)] * (d - 2), -1)
    return {"features": torch.randn(scenes, objects, features), "centres": grid + torch.rand(scenes, objects, d),
            "reaches": torch.rand(scenes, objects, len(directions(d))) * .3 + .3, "logSizes": torch.randn(scenes, objects) * .2,
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
