"""Counts what a PyTorch module computes; used by the bench_*.py scripts."""
import numpy as np
from torch import nn


def of(module, call):
    """Multiply-adds of convolutions and dense layers in one call, times 2; products of attention are not counted."""
    total = [0]

    def count(layer, _, output):
        inputs = layer.in_features if isinstance(layer, nn.Linear) else layer.in_channels // layer.groups * int(np.prod(layer.kernel_size))
        total[0] += 2 * output.numel() * inputs

    hooks = [layer.register_forward_hook(count) for layer in module.modules() if isinstance(layer, (nn.Linear, nn.Conv1d, nn.Conv2d, nn.Conv3d))]
    call()
    for hook in hooks:
        hook.remove()
    return total[0]
