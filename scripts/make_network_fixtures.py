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


if __name__ == "__main__":
    torch.manual_seed(0)
    torch.set_num_threads(1)
    types()
