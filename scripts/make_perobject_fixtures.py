#!/usr/bin/env python3
"""Per-object predictors trained by PyTorch: what org.motionlayers.predict.perobject.TorchEquivalenceTest compares with.

usage: make_perobject_fixtures.py OUTPUT_DIRECTORY        (needs numpy and torch; written with torch 1.13)

Every variant takes 20 AdamW steps (betas 0.9, 0.95, weight decay 1e-5, learning rate 1e-2, cosine to 0 after 20 steps) on
10 times the position loss of MeloMotion, Eq. 5. Initial weights, features and displacements come from a formula that the test
repeats, so that only results are stored: NAME.bin holds, as little-endian float32, the 20 position losses, then the projection
(columns, then bias), then every perceptron (W1, b1, W2, b2[, gain, offset]).
"""
import sys
import numpy as np
import torch
from torch import nn

STEPS, FRAMES = 20, 4
# name: objects, channels, outputs, features, hidden, projected, shared, layer norm
VARIANTS = {
    'paper': (3, 3, 2, 64, 32, True, False, False),
    'norm3d': (9, 1, 3, 8, 5, True, False, True),
    'shared': (3, 3, 2, 8, 4, True, True, False),
    'direct': (2, 6, 2, 6, 4, False, False, False),
}


def sequence(start, count):
    """count numbers in [-0.5, 0.5), the same in Python and Java"""
    k = (np.arange(start, start + count, dtype=np.uint64) * np.uint64(2654435761)) & np.uint64(0xffffffff)
    return (k.astype(np.float64) / 2.0**32 - 0.5).astype(np.float32)


def assign(parameter, values):
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(values.reshape(parameter.shape).copy()))


def build(objects, channels, outputs, features, hidden, projected, shared, norm):
    """modules with weights out of the sequence; order: projection columns, its bias, then perceptron after perceptron"""
    position = 0

    def take(*shape):
        nonlocal position
        n = int(np.prod(shape))
        position += n
        return sequence(position - n, n).reshape(shape)

    projector = None
    if projected:
        projector = nn.Linear(channels, features)
        assign(projector.weight, take(channels, features).T)
        assign(projector.bias, take(features))
    heads = nn.ModuleList()
    for _ in range(1 if shared else objects):
        layers = [nn.Linear(features, hidden), nn.ReLU(), nn.Linear(hidden, outputs)]
        assign(layers[0].weight, take(hidden, features) * np.float32(0.5))
        assign(layers[0].bias, take(hidden) * np.float32(0.5))
        assign(layers[2].weight, take(outputs, hidden) * np.float32(0.5))
        assign(layers[2].bias, take(outputs) * np.float32(0.5))
        if norm:
            layer = nn.LayerNorm(features)
            assign(layer.weight, 1 + take(features))
            assign(layer.bias, take(features))
            layers.insert(0, layer)
        heads.append(nn.Sequential(*layers))
    return projector, heads


def train(objects, channels, outputs, features, hidden, projected, shared, norm):
    projector, heads = build(objects, channels, outputs, features, hidden, projected, shared, norm)
    parameters = list(heads.parameters()) + (list(projector.parameters()) if projected else [])
    optimiser = torch.optim.AdamW(parameters, lr=1e-2, betas=(0.9, 0.95), eps=1e-8, weight_decay=1e-5)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    t = torch.arange(1, FRAMES + 1, dtype=torch.float32).view(-1, 1, 1)
    losses = []
    for step in range(STEPS):
        x = torch.from_numpy(sequence(100000 + 1000 * step, objects * channels).reshape(objects, channels)) + 0.5
        d = torch.from_numpy(sequence(200000 + 1000 * step, FRAMES * objects * outputs).reshape(FRAMES, objects, outputs))
        f = projector(x) if projected else x
        v = torch.stack([heads[0 if shared else i](f[i]) for i in range(objects)])
        position_loss = (((t * v - d) ** 2).sum(-1) / t[..., 0] ** 2).mean()
        optimiser.zero_grad()
        (10 * position_loss).backward()
        optimiser.step()
        schedule.step()
        losses.append(position_loss.item())
    out = [np.array(losses, np.float32)]
    if projected:
        out += [projector.weight.detach().numpy().T.ravel(), projector.bias.detach().numpy()]
    for head in heads:
        layers = [m for m in head if not isinstance(m, (nn.ReLU, nn.LayerNorm))] + [m for m in head if isinstance(m, nn.LayerNorm)]
        out += [p.detach().numpy().ravel() for m in layers for p in (m.weight, m.bias)]
    return np.concatenate(out).astype('<f4')


def main():
    torch.set_num_threads(1)
    for name, sizes in VARIANTS.items():
        train(*sizes).tofile(f'{sys.argv[1]}/{name}.bin')


if __name__ == '__main__':
    main()
