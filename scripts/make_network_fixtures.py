#!/usr/bin/python3
"""Makes the fixtures of the network room out of PyTorch (Debian's python3-torch 1.13): run as

    /usr/bin/python3 scripts/make_network_fixtures.py

Files are written with the few lines of safetensors' own specification below, not with ours.
"""
import json
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

RESOURCES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "src", "test", "resources", "org", "motionlayers",
                         "network")
DTYPES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64"}


def write_safetensors(name, tensors, metadata=None):
    """8 bytes header length, JSON header padded with blanks, data: github.com/huggingface/safetensors, 'Format'."""
    header, data, offset = {"__metadata__": metadata} if metadata else {}, [], 0
    for key, tensor in tensors.items():
        tensor = tensor.detach().contiguous()
        raw = tensor.view(torch.int16).numpy().tobytes() if tensor.dtype == torch.bfloat16 else tensor.numpy().tobytes()
        header[key] = {"dtype": DTYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [offset, offset + len(raw)]}
        data.append(raw)
        offset += len(raw)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path = os.path.join(RESOURCES, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(data))
    print(f"{path}: {os.path.getsize(path)} bytes")


def types():
    values = torch.tensor([1.5, -2.25, 3e-6, 6e-8, 1e-3, 65504, 0, -0.0, float("inf"), 0.1])
    half, brain = values.half(), values.bfloat16()
    write_safetensors("weights/types.safetensors", {"f32": values, "f16": half, "f16_as_f32": half.float(), "bf16": brain,
                                                    "bf16_as_f32": brain.float(), "i64": torch.tensor([-3, 1 << 40])}, {"format": "pt"})


class ResidualBlock(nn.Module):
    """ADM's and latent diffusion's residual block."""

    def __init__(self, cin, cout, embedding=0, kernel=(3, 3), resampling=None):
        super().__init__()
        conv = nn.Conv2d if len(kernel) == 2 else nn.Conv3d
        padding = tuple(k // 2 for k in kernel)
        self.norm1, self.norm2 = group_norm(cin), group_norm(cout)
        self.conv1, self.conv2 = conv(cin, cout, kernel, padding=padding), conv(cout, cout, kernel, padding=padding)
        if embedding:
            self.embedding = nn.Linear(embedding, 2 * cout)
        if cin != cout:
            self.skip = conv(cin, cout, 1)
        self.resample = {None: lambda x: x, "up": lambda x: F.interpolate(x, scale_factor=2, mode="nearest"),
                         "down": lambda x: (F.avg_pool2d if len(kernel) == 2 else F.avg_pool3d)(x, 2)}[resampling]

    def forward(self, x, embedding=None):
        h = self.conv1(self.resample(F.silu(self.norm1(x))))
        h = self.norm2(h)
        if embedding is not None:
            scale, shift = self.embedding(F.silu(embedding)).reshape(x.shape[0], -1, *[1] * (x.dim() - 2)).chunk(2, 1)
            h = h * (1 + scale) + shift
        x = self.resample(x)
        return (self.skip(x) if hasattr(self, "skip") else x) + self.conv2(F.silu(h))


class SpaceTimeBlock(nn.Module):
    def __init__(self, cin, cout, embedding, frames):
        super().__init__()
        self.frames = frames
        self.space, self.time = ResidualBlock(cin, cout, embedding), ResidualBlock(cout, cout, embedding, (3, 1, 1))
        self.mix = nn.Parameter(torch.zeros(1))

    def forward(self, x, embedding):
        s = self.space(x, embedding.repeat_interleave(self.frames, 0))
        clip = s.reshape(-1, self.frames, *s.shape[1:]).transpose(1, 2)
        t = self.time(clip, embedding).transpose(1, 2).reshape(s.shape)
        a = torch.sigmoid(self.mix)
        return a * s + (1 - a) * t


class Attention(nn.Module):
    def __init__(self, channels, context, heads, head_channels):
        super().__init__()
        inner = heads * head_channels
        self.heads = heads
        self.q, self.k, self.v = (nn.Linear(c, inner, bias=False) for c in (channels, context, context))
        self.out = nn.Linear(inner, channels)

    def forward(self, tokens, context=None, bias=None):
        context = tokens if context is None else context
        q, k, v = (layer(x).reshape(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)
                   for layer, x in ((self.q, tokens), (self.k, context), (self.v, context)))
        scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
        mixed = torch.softmax(scores if bias is None else scores + bias, -1) @ v
        return self.out(mixed.transpose(1, 2).reshape(tokens.shape[0], tokens.shape[1], -1))


class SpaceAttention(nn.Module):
    def __init__(self, channels, heads):
        super().__init__()
        self.norm, self.attention = group_norm(channels), Attention(channels, channels, heads, channels // heads)

    def forward(self, x):
        return x + self.attention(self.norm(x).flatten(2).transpose(1, 2)).transpose(1, 2).reshape(x.shape)


class TimeAttention(nn.Module):
    def __init__(self, channels, heads, frames):
        super().__init__()
        self.channels, self.frames = channels, frames
        self.norm, self.position = group_norm(channels), nn.Linear(channels, channels)
        self.attention = Attention(channels, channels, heads, channels // heads)

    def forward(self, x):
        b, c, h, w = x.shape[0] // self.frames, *x.shape[1:]
        tokens = self.norm(x).reshape(b, self.frames, c, h * w).permute(0, 3, 1, 2).reshape(b * h * w, self.frames, c)
        tokens = tokens + self.position(sinusoid(torch.arange(self.frames).float(), c))
        return x + self.attention(tokens).reshape(b, h * w, self.frames, c).permute(0, 2, 3, 1).reshape(x.shape)


class TransformerBlock(nn.Module):
    def __init__(self, channels, context, heads):
        super().__init__()
        self.norm1, self.norm2, self.norm3 = (nn.LayerNorm(channels) for _ in range(3))
        self.add_module("self", Attention(channels, channels, heads, channels // heads))
        self.cross = Attention(channels, context, heads, channels // heads)
        self.up, self.down = nn.Linear(channels, 8 * channels), nn.Linear(4 * channels, channels)

    def forward(self, x, context):
        x = x + getattr(self, "self")(self.norm1(x))
        x = x + self.cross(self.norm2(x), context)
        a, b = self.up(self.norm3(x)).chunk(2, -1)
        return x + self.down(a * F.gelu(b))


class SpatialTransformer(nn.Module):
    def __init__(self, channels, context, heads):
        super().__init__()
        self.norm, self.out = group_norm(channels), nn.Linear(channels, channels)
        self.add_module("in", nn.Linear(channels, channels))
        self.block = TransformerBlock(channels, context, heads)

    def forward(self, x, context):
        tokens = getattr(self, "in")(self.norm(x).flatten(2).transpose(1, 2))
        return x + self.out(self.block(tokens, context)).transpose(1, 2).reshape(x.shape)


class Resized(nn.Module):
    """A convolution after another size."""

    def __init__(self, conv, before):
        super().__init__()
        self.conv, self.before = conv, before

    def forward(self, x):
        return self.conv(self.before(x))


class TimeEmbedding(nn.Sequential):
    def __init__(self, channels, out):
        super().__init__(nn.Linear(channels, out), nn.SiLU(), nn.Linear(out, out))
        self.channels = channels

    def forward(self, timesteps):
        return super().forward(sinusoid(timesteps, self.channels))


class ScaledGroupNorm(nn.GroupNorm):
    def forward(self, x, scale, shift):
        return super().forward(x) * (1 + scale[..., None, None]) + shift[..., None, None]


def sinusoid(values, channels):
    """latent diffusion's timestep_embedding: [cos | sin]."""
    angles = values[:, None] * torch.exp(-np.log(10000) * torch.arange(channels // 2) / (channels // 2))[None]
    return torch.cat([torch.cos(angles), torch.sin(angles)], -1)


def group_norm(channels):
    groups = max(1, min(32, channels // 4))
    while channels % groups:
        groups -= 1
    return nn.GroupNorm(groups, channels, eps=1e-6)


def case(name, module, *inputs, differentiable=True):
    """Weights, inputs, output, a weight r of the output, and the gradients of sum(r output) by inputs and weights (norms)."""
    with torch.no_grad():
        # Nothing starts at 0 or 1 here, or it would not be tested.
        for weight in module.parameters():
            weight.copy_(torch.randn_like(weight) * 0.4 + (0.5 if weight.dim() == 1 else 0))
    inputs = [x.clone().requires_grad_(differentiable) for x in inputs]
    output = module(*inputs)
    r = torch.randn_like(output)
    (output * r).sum().backward()
    tensors = {"weight." + key: value for key, value in module.state_dict().items()}
    tensors.update({f"in.{i}": x for i, x in enumerate(inputs)})
    tensors.update({f"gradient.{i}": x.grad for i, x in enumerate(inputs) if differentiable})
    tensors.update({"norm." + key: value.grad.norm() for key, value in module.named_parameters()})
    tensors.update({"out": output, "r": r})
    write_safetensors(f"block/{name}.safetensors", tensors)


def blocks():
    r = torch.randn
    case("group_norm", nn.GroupNorm(2, 6, eps=1e-5), r(2, 6, 3, 4))
    case("group_norm_scaled", ScaledGroupNorm(2, 6, eps=1e-5), r(2, 6, 3, 4), r(2, 6), r(2, 6))
    case("token_norm", nn.LayerNorm(6), r(2, 3, 6))
    case("residual", ResidualBlock(4, 8, 5), r(2, 4, 4, 5), r(2, 5))
    case("residual_up", ResidualBlock(4, 4, 5, resampling="up"), r(2, 4, 3, 3), r(2, 5))
    case("residual_down", ResidualBlock(4, 4, 5, resampling="down"), r(2, 4, 4, 6), r(2, 5))
    case("residual_3d", ResidualBlock(4, 4, kernel=(3, 3, 3)), r(1, 4, 3, 4, 3))
    case("space_time", SpaceTimeBlock(4, 4, 5, 3), r(6, 4, 4, 3), r(2, 5))
    case("attention", Attention(8, 6, 2, 3), r(2, 4, 8), r(2, 5, 6), r(1, 2, 4, 5))
    case("space_attention", SpaceAttention(8, 2), r(2, 8, 3, 4))
    case("time_attention", TimeAttention(8, 2, 3), r(6, 8, 2, 3))
    case("transformer", TransformerBlock(8, 6, 2), r(2, 4, 8), r(2, 5, 6))
    case("spatial_transformer", SpatialTransformer(8, 6, 2), r(2, 8, 3, 4), r(2, 5, 6))
    case("time_embedding", TimeEmbedding(8, 12), torch.tensor([10.0, 999.0]), differentiable=False)
    case("upsample", Resized(nn.Conv2d(4, 3, 3, padding=1), lambda x: F.interpolate(x, scale_factor=2)), r(2, 4, 3, 4))
    case("upsample_3d", Resized(nn.Conv3d(2, 3, 3, padding=1), lambda x: F.interpolate(x, scale_factor=(2, 1, 1))), r(1, 2, 2, 3, 4))
    case("downsample", Resized(nn.Conv2d(4, 3, 3, 2, 1), lambda x: x), r(2, 4, 6, 4))
    case("downsample_end", Resized(nn.Conv2d(4, 3, 3, 2, 0), lambda x: F.pad(x, (0, 1, 0, 1))), r(2, 4, 6, 4))
    case("downsample_3d", Resized(nn.Conv3d(2, 3, 3, (2, 1, 1), 1), lambda x: x), r(1, 2, 4, 3, 3))
    case("patches", nn.PixelUnshuffle(2), r(2, 3, 4, 6))


def adamw():
    """Six steps of AdamW on gradients that are clipped to norm 1, as torch does it."""
    weight = nn.Parameter(torch.randn(9))
    gradients = torch.randn(6, 9) * torch.tensor([.1, .1, 1, 3, 3, .2])[:, None]
    optimizer = torch.optim.AdamW([weight], lr=.01, betas=(.9, .99), weight_decay=.1)
    weights, norms = [weight.detach().clone()], []
    for gradient in gradients:
        weight.grad = gradient.clone()
        norms.append(nn.utils.clip_grad_norm_([weight], 1.0))
        optimizer.step()
        weights.append(weight.detach().clone())
    write_safetensors("train/adamw.safetensors", {"gradients": gradients, "weights": torch.stack(weights), "norms": torch.stack(norms)})


if __name__ == "__main__":
    torch.manual_seed(0)
    torch.set_num_threads(1)
    types()
    blocks()
    adamw()
