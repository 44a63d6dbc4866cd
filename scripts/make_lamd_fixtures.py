#!/usr/bin/python3
"""The autoencoder of LaMD (lamd.autoencoder.AutoencoderNet) in PyTorch, with both decoders, the fixtures that ours is checked against, and a
small TorchScript that stands for a perceptual network: run as

    /usr/bin/python3 scripts/make_lamd_fixtures.py

Needs python3-torch (Debian).
"""
import json
import os

import torch
import torch.nn.functional as F
from torch import nn

import make_network_fixtures as peers

TINY = dict(frames=4, side=16, channels=3, latent=2, latentframes=1, image=[4, 8, 8], motion=[4, 4, 8], video=[4, 4, 8], motionpatch=1,
            videopatch=1, blocks=1, attention=True, adversary=0)
CASES = {"concat": dict(TINY, fusion="concat"),
         "warp": dict(TINY, fusion="warp", latentframes=2, motionpatch=2, videopatch=2, attention=False)}


class Middle(nn.Module):
    def __init__(self, channels, kernel):
        super().__init__()
        self.before, self.after = (peers.ResidualBlock(channels, channels, kernel=kernel) for _ in range(2))
        self.attention = SpaceAttention(channels)

    def forward(self, x):
        return self.after(self.attention(self.before(x)))


class SpaceAttention(peers.SpaceAttention):
    """One head."""

    def __init__(self, channels):
        super().__init__(channels, 1)


def layers(*names_and_modules):
    return nn.ModuleDict(names_and_modules)


class ImageEncoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        w, scales = c["image"], len(c["image"])
        self.add_module("in", nn.Conv2d(c["channels"], w[0], 3, padding=1))
        self.block = nn.ModuleList(nn.ModuleList([peers.ResidualBlock(w[max(0, s - 1)], w[s])]) for s in range(scales))
        self.down = nn.ModuleList(layers(("conv", nn.Conv2d(w[s], w[s], 3, 2))) for s in range(scales - 1))
        if c["attention"]:
            self.middle = Middle(w[-1], (3, 3))
        self.norm, self.out = peers.group_norm(w[-1]), nn.Conv2d(w[-1], w[-1], 3, padding=1)

    def forward(self, frame):
        x, features = getattr(self, "in")(frame), []
        for s, blocks in enumerate(self.block):
            x = blocks[0](x)
            features.append(x)
            if s < len(self.down):
                x = self.down[s].conv(F.pad(x, (0, 1, 0, 1)))
        if hasattr(self, "middle"):
            x = self.middle(x)
        return features + [self.out(F.silu(self.norm(x)))]


class MotionEncoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.patch, w, coarsest = c["motionpatch"], c["motion"], len(c["image"]) - 1
        scale, time = self.patch.bit_length() - 1, c["frames"]
        width, stages, self.down = w[scale], [], nn.ModuleDict()
        self.first = scale
        self.changes = c["fusion"] == "warp"
        self.add_module("in", nn.Conv3d((1 + self.changes) * c["channels"] * self.patch ** 2, width, 3, padding=1))
        while scale <= coarsest or time > c["latentframes"]:
            stages.append(nn.ModuleList([peers.ResidualBlock(width, w[min(scale, len(w) - 1)], kernel=(3, 3, 3))]))
            width = w[min(scale, len(w) - 1)]
            if scale != coarsest:
                space, along = 2 if scale < coarsest else 1, 2 if time > c["latentframes"] else 1
                self.down[str(scale)] = layers(("conv", nn.Conv3d(width, width, 3, (along, space, space), 1)))
                time //= along
            scale += 1
        self.stage = nn.ModuleList(stages)
        self.norm, self.out = peers.group_norm(width), nn.Conv3d(width, 2 * c["latent"], 3, padding=1)

    def forward(self, clip):
        b, _, t = clip.shape[:3]
        if self.changes:
            clip = torch.cat([clip, clip - clip[:, :, :1]], 1)
        x = F.pixel_unshuffle(clip.transpose(1, 2).flatten(0, 1), self.patch)
        x = getattr(self, "in")(x.unflatten(0, (b, t)).transpose(1, 2))
        for i, stage in enumerate(self.stage):
            x = stage[0](x)
            if str(i + self.first) in self.down:
                x = self.down[str(i + self.first)].conv(x)
        return self.out(F.silu(self.norm(x)))


class Fused(nn.Module):
    def __init__(self, cin, cout, content):
        super().__init__()
        self.block, self.fuse = peers.ResidualBlock(cin, cout, kernel=(3, 3, 3)), nn.Conv3d(cout + content, cout, 1)

    def forward(self, x, content):
        x = self.block(x)
        return self.fuse(torch.cat([x, content[:, :, None].expand(-1, -1, x.shape[2], -1, -1)], 1))


class ConcatDecoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        v, image, self.scales = c["video"], c["image"], len(c["video"])
        time, width = c["latentframes"], v[-1]
        self.add_module("in", nn.Conv3d(c["latent"], width, 3, padding=1))
        if c["attention"]:
            self.middle = Middle(width, (3, 3, 3))
        self.up, self.factors = nn.ModuleDict(), {}
        for s in reversed(range(self.scales)):
            self.add_module(str(s), nn.ModuleList([Fused(width, v[s], image[s]), Fused(v[s], v[s], image[s])]))
            width = v[s]
            if s:
                self.factors[s] = (2 if time < c["frames"] else 1, 2, 2)
                self.up[str(s)] = layers(("conv", nn.Conv3d(width, width, 3, padding=1)))
                time *= self.factors[s][0]
        self.interpolate = nn.ModuleList()
        while time < c["frames"]:
            self.interpolate.append(layers(("block", peers.ResidualBlock(width, width, kernel=(3, 3, 3))), ("up", layers(
                ("conv", nn.Conv3d(width, width, 3, padding=1))))))
            time *= 2
        self.norm, self.out = peers.group_norm(width), nn.Conv3d(width, c["channels"], 3, padding=1)

    def forward(self, z, content, frame):
        x = getattr(self, "in")(z)
        if hasattr(self, "middle"):
            x = self.middle(x)
        for s in reversed(range(self.scales)):
            for fused in getattr(self, str(s)):
                x = fused(x, content[-1] if s == self.scales - 1 else content[s])
            if s:
                x = self.up[str(s)].conv(F.interpolate(x, scale_factor=self.factors[s]))
        for layer in self.interpolate:
            x = layer.up.conv(F.interpolate(layer.block(x), scale_factor=(2, 1, 1)))
        return self.out(F.silu(self.norm(x)))


def warp(image, flow):
    """grid_sample's own interpolation, with the border repeated."""
    frames, (h, w) = flow.shape[0] // image.shape[0], image.shape[2:]
    y, x = torch.meshgrid(torch.arange(h), torch.arange(w), indexing="ij")
    places = torch.stack([(x + flow[:, 0]) * 2 / (w - 1) - 1, (y + flow[:, 1]) * 2 / (h - 1) - 1], -1)
    return F.grid_sample(image.repeat_interleave(frames, 0), places, padding_mode="border", align_corners=True)


def finer(flow, factor):
    return factor * F.interpolate(flow, scale_factor=factor, mode="bilinear", align_corners=False) if factor > 1 else flow


class WarpedContent(nn.Module):
    def __init__(self, width, content):
        super().__init__()
        self.read, self.project = nn.Conv2d(width, 3, 3, padding=1), nn.Conv2d(content, width, 1)
        self.fuse, self.block = nn.Conv2d(2 * width, width, 1), peers.ResidualBlock(width, width)


class Painter(nn.Module):
    def __init__(self, width, c):
        super().__init__()
        self.patch, channels = c["videopatch"], c["channels"]
        area, hidden = self.patch ** 2, c["video"][self.patch.bit_length() - 1]
        self.read = nn.Conv2d(width, 2 * area, 3, padding=1)
        self.first = nn.Conv2d(width + 2 * channels * area, hidden, 3, padding=1)
        self.paint = nn.Conv2d(hidden, (channels + 1) * area, 3, padding=1)

    def forward(self, x, coarse, frame):
        flow = F.pixel_shuffle(self.read(x), self.patch) + finer(coarse, self.patch)
        moved, still = warp(frame, flow), frame.repeat_interleave(x.shape[0] // frame.shape[0], 0)
        seen = torch.cat([x, F.pixel_unshuffle(still, self.patch), F.pixel_unshuffle(moved, self.patch)], 1)
        said = F.pixel_shuffle(self.paint(F.silu(self.first(seen))), self.patch)
        mask = torch.sigmoid(said[:, -1:] - 2)
        return (1 - mask) * moved + mask * (still + said[:, :-1])


class WarpDecoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        v, image, coarsest = c["video"], c["image"], len(c["video"]) - 1
        width, self.per = v[-1], c["frames"] // c["latentframes"]
        trunk, self.scales = 4 * width, list(range(coarsest, c["videopatch"].bit_length() - 2, -1))
        self.add_module("in", nn.Conv2d(c["latent"], trunk, 3, padding=1))
        self.join, self.mix = nn.Conv2d(trunk + image[-1], trunk, 1), peers.ResidualBlock(trunk, trunk)
        if c["attention"]:
            self.middle = Middle(trunk, (3, 3))
        self.frames, self.space = nn.Conv2d(trunk, self.per * width, 1), peers.ResidualBlock(width, width)
        self.time = peers.ResidualBlock(width, width, kernel=(3, 1, 1))
        self.up, self.warp = nn.ModuleDict(), nn.ModuleDict()
        for s in self.scales:
            if s < coarsest:
                self.up[str(s + 1)] = layers(("conv", nn.Conv2d(width, v[s], 3, padding=1)))
            width = v[s]
            self.warp[str(s)] = WarpedContent(width, image[s])
        self.painter = Painter(width, c)

    def forward(self, z, content, frame):
        b, _, length = z.shape[:3]
        x = self.join(torch.cat([getattr(self, "in")(z.transpose(1, 2).flatten(0, 1)), content[-1].repeat_interleave(length, 0)], 1))
        x = self.mix(x)
        if hasattr(self, "middle"):
            x = self.middle(x)
        x = self.space(self.frames(x).unflatten(1, (self.per, -1)).flatten(0, 1))
        x = self.time(x.unflatten(0, (b, -1)).transpose(1, 2)).transpose(1, 2).flatten(0, 1)
        flow = None
        for s in self.scales:
            layer = self.warp[str(s)]
            if flow is not None:
                x = self.up[str(s + 1)].conv(F.interpolate(x, scale_factor=2))
            said = layer.read(x)
            flow = said[:, :2] if flow is None else finer(flow, 2) + said[:, :2]
            moved = warp(layer.project(content[s]), flow) * torch.sigmoid(said[:, 2:])
            x = layer.block(layer.fuse(torch.cat([x, moved], 1)))
        return self.painter(x, flow, frame).unflatten(0, (b, -1)).transpose(1, 2)


class Autoencoder(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.image, self.motion = ImageEncoder(c), MotionEncoder(c)
        self.video = (ConcatDecoder if c["fusion"] == "concat" else WarpDecoder)(c)
        d = c["latent"] * c["latentframes"]
        self.latent = nn.ParameterDict({"mean": nn.Parameter(torch.zeros(d)), "deviation": nn.Parameter(torch.ones(d))})

    def forward(self, clip, noise):
        mean, log = self.motion(2 * clip - 1).chunk(2, 1)
        mean, log = 8 * mean, (log - 6).clamp(-30, 20)
        z = mean + noise * (log / 2).exp()
        frame = 2 * clip[:, :, 0] - 1
        return mean, log, (self.video(z, self.image(frame), frame) + 1) / 2


class Features(nn.Module):
    """Stands for VGG: two layers of features of images (n, 3, h, w)."""

    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Conv2d(3, 4, 3, padding=1), nn.Conv2d(4, 6, 3, 2, 1)

    def forward(self, x):
        a = torch.relu(self.a(x))
        return a, torch.relu(self.b(a))


def autoencoders():
    for name, c in CASES.items():
        network = Autoencoder(c)
        for key, parameter in network.named_parameters():
            if not key.startswith("latent."):
                nn.init.normal_(parameter, mean=.5 if parameter.dim() == 1 and "norm" in key and key.endswith("weight") else 0, std=.2)
        side, latent = c["side"], c["side"] // 4
        clip, noise = torch.rand(2, 3, c["frames"], side, side), torch.randn(2, c["latent"], c["latentframes"], latent, latent)
        mean, log, found = network(clip, noise)
        (found * torch.linspace(-1, 1, found.numel()).reshape(found.shape)).sum().backward()
        tensors = {"weight." + key: value for key, value in network.named_parameters()}
        tensors.update({"gradient." + key: torch.zeros_like(value) if value.grad is None else value.grad
                        for key, value in network.named_parameters()})
        tensors.update({"clip": clip, "noise": noise, "mean": mean, "log": log, "found": found})
        peers.write_safetensors(f"../lamd/{name}.safetensors", tensors, {"config": json.dumps(dict(c, architecture="lamd-autoencoder"))})


def perceptual():
    """Distance of two clips by the features, and its gradient by the first."""
    features, found, truth = Features(), torch.rand(1, 3, 2, 8, 8, requires_grad=True), torch.rand(1, 3, 2, 8, 8)

    def unit(x):
        return x / (x.square().sum(1, keepdim=True) + 1e-10).sqrt()

    pairs = zip(*(features(2 * x.transpose(1, 2).flatten(0, 1) - 1) for x in (found, truth)))
    distance = sum((unit(a) - unit(b)).square().sum(1).mean() for a, b in pairs)
    distance.backward()
    folder = os.path.join(os.path.dirname(peers.RESOURCES), "lamd")
    torch.jit.script(features).save(os.path.join(folder, "features.pt"))
    peers.write_safetensors("../lamd/perceptual.safetensors", {"found": found, "truth": truth, "distance": distance.reshape(1),
                                                               "gradient": found.grad})


if __name__ == "__main__":
    torch.manual_seed(0)
    torch.set_num_threads(1)
    autoencoders()
    perceptual()
