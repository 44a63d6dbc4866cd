#!/usr/bin/python3
"""Writes small TorchScript files and what they give, for the tests of org.motionlayers.evaluate.distribution.

usage: make_script_fixtures.py FOLDER

Needs torch. The networks are random; their forwards take what the published files of their kind take: a picture and return_features
(inception-2015-12-05.pt), a clip and rescale, resize, return_features (i3d_torchscript.pt of StyleGAN-V), a picture and resize_images,
return_lpips (vgg16.pt), or the picture alone.
"""
import json
import os
import sys
import zipfile

import torch
from torch import nn
from torch.nn import functional as F


class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 5, 3, stride=2)
        self.out = nn.Linear(5, 2)

    def forward(self, img, return_features: bool = False):
        x = F.adaptive_avg_pool2d(img, [20, 20])
        x = self.conv((x - 128) / 128).relu().mean([2, 3])
        return x if return_features else self.out(x).softmax(1)


class I3d(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv3d(3, 4, 3, stride=[1, 8, 8])
        self.out = nn.Linear(4, 3)

    def forward(self, x, rescale: bool = False, resize: bool = False, return_features: bool = False):
        if rescale:
            x = x / 127.5 - 1
        if resize:
            x = F.adaptive_avg_pool3d(x, [x.size(2), 224, 224])
        x = self.out(self.conv(x).relu().mean([2, 3, 4]))
        return x if return_features else x.softmax(1)


class Vgg(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)

    def forward(self, img, resize_images: bool = False, return_lpips: bool = False):
        if resize_images:
            img = F.adaptive_avg_pool2d(img, [224, 224])
        x = self.conv(img / 127.5 - 1).relu()
        return (x / (x.pow(2).sum(1, keepdim=True) + 1e-10).sqrt()).flatten(1) / 10 if return_lpips else x.mean([2, 3])


class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 2, 3)

    def forward(self, img):
        return (self.conv(img / 255).mean([2, 3]), img)


def cover(x, side):
    """As StyleGAN-V's FVD does: the shorter side to 224, bilinear, then the middle."""
    h, w = x.shape[-2:]
    scale = side / min(h, w)
    size = (side, -(-w * side // h)) if h < w else (-(-h * side // w), side)
    x = F.interpolate(x, size, mode='bilinear', align_corners=False)
    top, left = (size[0] - side) // 2, (size[1] - side) // 2
    return x[..., top:top + side, left:left + side]


def save(module, path):
    """Saves without the source of this script, which takes most of the space."""
    script = torch.jit.script(module.eval())
    script.save(path)
    with zipfile.ZipFile(path) as old:
        entries = [(e.filename, old.read(e)) for e in old.infolist() if not e.filename.endswith('.debug_pkl')]
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_STORED) as new:
        for name, data in entries:
            info = zipfile.ZipInfo(name)
            # tensors must begin at multiples of 64 bytes
            if '/data/' in name:
                pad = -(new.fp.tell() + 30 + len(name) + 4) % 64
                info.extra = b'FB' + pad.to_bytes(2, 'little') + b'Z' * pad
            new.writestr(info, data)
    return script


def main(folder):
    torch.manual_seed(7)
    frames = torch.randint(0, 256, (10, 3, 9, 13)).float()
    scripts = {name: save(make(), os.path.join(folder, name + '.pt')) for name, make in
               dict(inception=Inception, i3d=I3d, vgg=Vgg, plain=Plain).items()}
    with torch.no_grad():
        clip = cover(frames / 255, 224).permute(1, 0, 2, 3)[None] * 2 - 1
        vgg = [scripts['vgg'](f[None], return_lpips=True) for f in frames[:2]]
        out = dict(width=13, height=9, frames=[f.flatten().int().tolist() for f in frames],
                   inception=scripts['inception'](frames[:1], return_features=True).flatten().tolist(),
                   i3d=scripts['i3d'](clip, return_features=True).flatten().tolist(),
                   lpips=((vgg[0] - vgg[1]) ** 2).sum().item(), plain=scripts['plain'](frames[:1])[0].flatten().tolist())
    with open(os.path.join(folder, 'script.json'), 'w') as f:
        json.dump(out, f, separators=(',', ':'))


main(sys.argv[1])
