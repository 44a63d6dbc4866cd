#!/usr/bin/python3
"""The motion generator of LaMD (lamd.generator.GeneratorNetwork) in PyTorch, and the fixture that ours is checked against: run as

    /usr/bin/python3 scripts/make_lamd_generator_fixtures.py

Needs python3-torch (Debian).
"""
import json
import os

import torch
import torch.nn.functional as F
from torch import nn

import make_network_fixtures as peers

RESOURCES = os.path.join(os.path.dirname(peers.RESOURCES), "lamd")
TINY = {"latent": [2, 4, 8], "mean": [0, 0], "deviation": [1, 1], "content": 3, "channels": 4, "multiples": [1, 2], "blocks": 1, "attention": [2],
        "headchannels": 2, "token": 4, "dropout": 0, "attend": True, "planes": 2, "contentdeviation": 1, "noise": "linear", "prediction": "epsilon",
        "classes": "still drift turn", "words": ", disc left moves red stops", "length": 5, "layers": 1}


class Attended(nn.Module):
    def __init__(self, cin, cout, embedding, context, heads):
        super().__init__()
        self.residual = peers.ResidualBlock(cin, cout, embedding)
        if heads:
            self.attention = peers.SpatialTransformer(cout, context, heads)

    def forward(self, x, embedding, context):
        h = self.residual(x, embedding)
        return self.attention(h, context) if hasattr(self, "attention") else h


class UNet(nn.Module):
    """CompVis' UNetModel with use_scale_shift_norm and resblock_updown, wherever the list of rates says so with a transformer."""

    def __init__(self, cin, cout, c):
        super().__init__()
        base, widths = c["channels"], [c["channels"] * m for m in c["multiples"]]
        e, token, last = 4 * base, c["token"], len(widths) - 1

        def heads(level):
            return widths[level] // c["headchannels"] if 2 ** level in c["attention"] else 0

        self.time = peers.TimeEmbedding(base, e)
        self.add_module("in", nn.Conv2d(cin, base, 3, padding=1))
        self.down, self.shrink, self.up, self.grow = (nn.ModuleDict() for _ in range(4))
        skips, h = [base], base
        for level, width in enumerate(widths):
            self.down[str(level)] = nn.ModuleDict()
            for i in range(c["blocks"]):
                self.down[str(level)][str(i)] = Attended(h, width, e, token, heads(level))
                h = width
                skips.append(h)
            if level < last:
                self.shrink[str(level)] = peers.ResidualBlock(h, h, e, resampling="down")
                skips.append(h)
        self.middle = nn.ModuleDict({"0": Attended(h, h, e, token, h // c["headchannels"]), "1": peers.ResidualBlock(h, h, e)})
        for level in range(last, -1, -1):
            self.up[str(level)] = nn.ModuleDict()
            for i in range(c["blocks"] + 1):
                self.up[str(level)][str(i)] = Attended(h + skips.pop(), widths[level], e, token, heads(level))
                h = widths[level]
            if level:
                self.grow[str(level)] = peers.ResidualBlock(h, h, e, resampling="up")
        self.norm, self.out = peers.group_norm(h), nn.Conv2d(h, cout, 3, padding=1)

    def forward(self, x, timesteps, context):
        e = self.time(timesteps)
        h = getattr(self, "in")(x)
        skips = [h]
        for level, blocks in self.down.items():
            for block in blocks.values():
                h = block(h, e, context)
                skips.append(h)
            if level in self.shrink:
                h = self.shrink[level](h, e)
                skips.append(h)
        h = self.middle["1"](self.middle["0"](h, e, context), e)
        for level, blocks in self.up.items():
            for block in blocks.values():
                h = block(torch.cat([h, skips.pop()], 1), e, context)
            if level in self.grow:
                h = self.grow[level](h, e)
        return self.out(F.silu(self.norm(h)))


class TextBlock(nn.Module):
    def __init__(self, channels, heads):
        super().__init__()
        self.norm1, self.norm3 = nn.LayerNorm(channels), nn.LayerNorm(channels)
        self.add_module("self", peers.Attention(channels, channels, heads, channels // heads))
        self.up, self.down = nn.Linear(channels, 8 * channels), nn.Linear(4 * channels, channels)

    def forward(self, x):
        x = x + getattr(self, "self")(self.norm1(x))
        a, b = self.up(self.norm3(x)).chunk(2, -1)
        return x + self.down(a * F.gelu(b))


class TextEncoder(nn.Module):
    def __init__(self, words, length, channels, layers, heads):
        super().__init__()
        self.words = nn.Linear(words + 1, channels, bias=False)
        self.places = nn.Parameter(torch.zeros(length, channels))
        self.block = nn.ModuleList(TextBlock(channels, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(channels)

    def forward(self, words):
        x = self.words(F.one_hot(words, self.words.in_features).float()) + self.places
        for block in self.block:
            x = block(x)
        return self.norm(x)


class Generator(nn.Module):
    def __init__(self, c):
        super().__init__()
        d, content = c["latent"][0], c["content"]
        self.unet = UNet(d + c["planes"], d, c)
        self.content = nn.Linear(content, c["token"])
        self.planes = nn.Conv2d(content, c["planes"], 1)
        self.add_module("class", nn.Linear(len(c["classes"].split()) + 1, c["token"], bias=False))
        self.text = TextEncoder(len(c["words"].split()), c["length"], c["token"], c["layers"], c["token"] // c["headchannels"])

    def forward(self, x, timesteps, content, classes, words):
        kind = getattr(self, "class")
        tokens = [self.content(content.flatten(2).transpose(1, 2)), kind(F.one_hot(classes, kind.in_features).float()), self.text(words)]
        return self.unet(torch.cat([x, self.planes(content)], 1), timesteps, torch.cat(tokens, 1))


def main():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    network = Generator(TINY)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=.2)
    x, content, timesteps = torch.randn(2, *TINY["latent"]), torch.randn(2, TINY["content"], *TINY["latent"][1:]), torch.tensor([700.0, 30.0])
    classes, words = torch.tensor([[2], [0]]), torch.tensor([[5, 2, 4, 3, 0], [0, 0, 0, 0, 0]])
    predicted = network(x, timesteps, content, classes, words)
    (predicted * torch.linspace(-1, 1, predicted.numel()).reshape(predicted.shape)).sum().backward()
    file = {"weight." + name: p for name, p in network.named_parameters()}
    file.update({"gradient." + name: p.grad for name, p in network.named_parameters()})
    file.update({"x": x, "content": content, "timesteps": timesteps, "classes": classes.float(), "words": words.float(), "predicted": predicted})
    peers.RESOURCES = RESOURCES
    peers.write_safetensors("generator.safetensors", file, {"config": json.dumps(dict(TINY, architecture="lamd-generator"))})


if __name__ == "__main__":
    main()
