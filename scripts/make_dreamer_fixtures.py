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
SPREAD, VELOCITY, DISTANCE, SHARPNESS, TOUCH, MARGIN, LEAST = .4, 3, .5, 40, 40, .05, 1e-3


def directions(d):
    """16 in the plane, a voxel's 26 neighbours in space."""
    if d == 2:
        angles = torch.arange(16) * (2 * torch.pi / 16)
        return torch.stack([torch.cos(angles), torch.sin(angles)], -1)
    steps = torch.tensor([(x, y, z) for z in (-1, 0, 1) for y in (-1, 0, 1) for x in (-1, 0, 1) if x or y or z], dtype=torch.float32)
    return steps / steps.norm(dim=-1, keepdim=True)


def near(x):
    return x.clamp(-20, np.log(4)).exp()


def touch(gap):
    return torch.sigmoid(-TOUCH * (gap - MARGIN))


def until(gap, closing):
    """When a gap closes, frames from now."""
    return (F.relu(gap) / (closing + LEAST)).clamp(0, 1)


def length(x):
    return (x * x).sum(-1, keepdim=True).add(LEAST).sqrt()


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
        self.look = nn.Linear(5 * d, inner, bias=False)
        self.q, self.k = nn.Linear(inner, inner), nn.Linear(inner, inner, bias=False)
        self.edge = nn.Sequential(nn.Linear(4 * d + 7, inner), nn.Linear(inner, inner, bias=False))
        self.gate, self.heard, self.norm = nn.Linear(inner, inner), nn.Linear(inner, inner), nn.LayerNorm(inner)
        self.up, self.down, self.change = nn.Linear(inner, 2 * inner), nn.Linear(2 * inner, inner), nn.Linear(inner, d)
        self.bounce, self.border = nn.Linear(inner, 1), nn.Linear(inner, 1)

    def forward(self, x, first, geometry):
        said, state = self.tokens(x), self.state(x[:, :, :1])
        velocity = departure = first + self.start(x[:, :, :1])
        place, places = torch.zeros_like(velocity), []
        for t in range(x.shape[2]):
            alone, others = geometry(place.detach(), velocity.detach())
            own = state + self.look(alone[0]) + said[:, :, t:t + 1]
            messages = F.silu(self.edge[1](F.silu(self.edge[0](others[0]))) + self.q(own)[:, :, None] + self.k(own)[:, None])
            told = self.norm(own + self.heard((messages * torch.sigmoid(self.gate(messages))).sum(2)))
            state = told + self.down(F.silu(self.up(told)))
            much, firm = 2 * torch.sigmoid(self.bounce(messages)), 2 * torch.sigmoid(self.border(state))
            push, late = ((others[k] * much).sum(2) + alone[k] * firm for k in (1, 2))
            velocity = velocity + push + self.change(state)
            place = place + (velocity - late) / VELOCITY
            places.append(place)
        return torch.cat(places, 2), departure


class ObjectNetwork(nn.Module):
    """x_0 of the tokens (scenes, objects, frames, values) out of noisy ones."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        d, channels = c["dimensions"], c["channels"]
        features = 1 + len(directions(d)) + 2 + 2 * (1 + d)
        self.condition = nn.Sequential(nn.Linear(features, channels), nn.Linear(channels, channels))
        self.input, self.frame, self.again = nn.Linear(d + 2, channels), nn.Linear(channels, channels), nn.Linear(2 * d + 3, channels)
        self.time = peers.TimeEmbedding(channels, channels)
        self.look = nn.Linear(5 * d, channels, bias=False)
        self.block = nn.ModuleList(Block(channels, 4 * d + 7, c["heads"], c["frames"]) for _ in range(c["blocks"]))
        self.norm, self.stepper = nn.LayerNorm(channels), Stepper(d, channels, c["inner"])
        self.others, self.trust = nn.Linear(channels, 2), nn.Linear(channels, 1)
        betas = torch.linspace(1e-4, .02, 1000, dtype=torch.float64)
        self.alpha_bar = torch.cumprod(1 - betas, 0)

    @staticmethod
    def velocity(moved):
        return VELOCITY * torch.diff(moved, dim=2, prepend=torch.zeros_like(moved[:, :, :1]))

    def geometry(self, moved, velocity, scene):
        """(features, push, late) of every object alone and of every pair."""
        d = self.c["dimensions"]
        place, speed = moved + scene["centres"][:, :, None], velocity / VELOCITY
        units, reaches = directions(d), scene["reaches"][:, :, None]
        right, left = (reaches[..., (s * torch.eye(d) @ units.T).argmax(-1)] for s in (1, -1))
        before, behind = place - left, scene["bounds"][:, None, None] - place - right
        back, forth = F.relu(-speed), F.relu(speed)
        first, second = touch(before - back) * back, touch(behind - forth) * forth
        push = 2 * VELOCITY * (first - second)
        late = 2 * VELOCITY * (first * until(before, back) - second * until(behind, forth))
        alone = torch.cat([moved * DISTANCE, velocity, near(-before), near(-behind), push], -1), push, late

        def difference(x):
            return x[:, None] - x[:, :, None]

        both = reaches[:, :, None] + scene["reaches"][..., (-units @ units.T).argmax(-1)][:, None, :, None]

        def parted(away):
            return away @ units.T - both

        def normal(apart):
            mean = (SHARPNESS * apart).softmax(-1) @ units
            return mean / length(mean)

        away, faster = difference(place), difference(velocity)
        apart = parted(away)
        gap = apart.amax(-1, keepdim=True)
        time = torch.zeros_like(gap)
        for _ in range(2):
            closing = F.relu(-(faster / VELOCITY * normal(apart)).sum(-1, keepdim=True))
            time = (time + until(apart.amax(-1, keepdim=True), closing)).clamp(0, 1)
            apart = parted(away + faster / VELOCITY * time)
        n, met = normal(apart), touch(apart.amax(-1, keepdim=True))
        approach = F.relu(-(faster * n).sum(-1, keepdim=True))
        start, sizes = length(difference(scene["centres"][:, :, None])) * DISTANCE, difference(scene["logSizes"][:, :, None, None])
        push = -n * approach * met * 2 * torch.sigmoid(d * sizes)
        pairs = torch.cat([away * DISTANCE, n, faster, push, gap * DISTANCE, near(-2 * gap), approach, time, met, start.expand(gap.shape),
                           sizes.expand(gap.shape)], -1)
        return alone, (pairs, push, push * time)

    def forward(self, noisy, timesteps, scene, before=None):
        frames, channels = noisy.shape[2], self.c["channels"]
        t = torch.arange(frames)
        which = self.frame(peers.sinusoid(100.0 * (t + 1) / frames + t, channels))
        known = self.condition[1](F.silu(self.condition[0](scene["features"])))[:, :, None]
        embedded = self.time(timesteps)[:, None, None]
        a = self.alpha_bar[timesteps.long()][:, None, None, None]
        root, gain = a.sqrt().float(), (a.sqrt() * SPREAD ** 2 / (a * SPREAD ** 2 + 1 - a)).float()
        guess = (noisy - root * scene["straight"]) * gain + scene["straight"]
        d, reach = self.c["dimensions"], self.c["reach"]
        moved = (guess if before is None else before)[..., :d] * reach
        alone, pairs = self.geometry(moved, self.velocity(moved), scene)
        x = self.input(noisy) + known + which + embedded + self.look(alone[0])
        if before is not None:
            missed = ((scene["straight"] - before)[:, :, -1:, :d] * (scene["features"][..., None, -2 * d - 2, None] > 0)).expand(-1, -1, frames, -1)
            x = x + self.again(torch.cat([before - scene["straight"], missed, torch.ones_like(missed[..., :1])], -1))
        for block in self.block:
            x = block(x, pairs[0])
        x = self.norm(x)
        arrow, seen, velocity = scene["features"][..., None, -2 * d - 2:].split([d + 1, 1, d], -1)
        first = torch.where(seen > 0, velocity, arrow[..., 1:])
        path, departure = self.stepper(x, first, lambda place, velocity: self.geometry(place, velocity, scene))
        walk = torch.cat([path / reach, scene["straight"][..., d:] + self.others(x)], -1)
        return walk, walk + (guess - walk) * torch.sigmoid(self.trust(embedded)), departure * frames / (VELOCITY * reach)


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
    noisy, before = torch.randn(2, 4, 3, 4), torch.randn(2, 4, 3, 4) * .3
    estimates = network(noisy, timesteps, inputs, before)
    (estimates[1] * torch.linspace(-1, 1, noisy.numel()).reshape(noisy.shape)).sum().backward()
    file = {"weight." + name: p for name, p in network.named_parameters()}
    file.update({"gradient." + name: torch.zeros_like(p) if p.grad is None else p.grad for name, p in network.named_parameters()})
    file.update({"in." + name: x for name, x in inputs.items()})
    file.update({"noisy": noisy, "before": before, "timesteps": timesteps, "first": estimates[0], "last": estimates[1],
                 "straight": estimates[2]})
    peers.RESOURCES = RESOURCES
    peers.write_safetensors("objects.safetensors", file, {"config": json.dumps(TINY)})


if __name__ == "__main__":
    main()
