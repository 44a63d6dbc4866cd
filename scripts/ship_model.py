#!/usr/bin/python3
"""Puts a trained model into models/, where what is shipped lies: arrays of two axes and more as 16-bit floats, which halves the file and
moves no weight by more than a two-thousandth; config.json names the file by its SHA-256, and that of a LaMD generator its autoencoder's.

Run:  /usr/bin/python3 scripts/ship_model.py FOLDER NAME [AUTOENCODER]     FOLDER as `train` wrote it, NAMEs of folders in models/
The autoencoder comes first: the file it is shipped as is what generators name. Cards (README.md) are written by hand. Needs python3-numpy.
"""
import hashlib
import json
import os
import struct
import sys

import numpy as np

MODELS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "models")
ALIGNMENT, LARGEST = 8, np.finfo(np.float16).max


def read(path):
    """Metadata, and arrays of 32-bit floats by name, of a safetensors file as we write it."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    types = {"F32": "<f4", "F16": "<f2", "I64": "<i8"}
    metadata = header.pop("__metadata__", {})
    return metadata, {name: np.frombuffer(data[slice(*entry["data_offsets"])], types[entry["dtype"]]).reshape(entry["shape"]) for name, entry in header.items()}


def halved(name, array):
    if array.ndim < 2 or array.dtype != np.float32:
        return array
    if np.abs(array).max() > LARGEST:
        sys.exit(f"{name}: weights of up to {np.abs(array).max()} do not fit 16 bits.")
    return array.astype("<f2")


def write(path, metadata, arrays):
    header, data, names = {"__metadata__": metadata} if metadata else {}, b"", {"<f4": "F32", "<f2": "F16", "<i8": "I64"}
    for name in sorted(arrays):
        raw = arrays[name].tobytes()
        header[name] = {"dtype": names[arrays[name].dtype.newbyteorder("<").str], "shape": list(arrays[name].shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % ALIGNMENT)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def digest(name):
    with open(os.path.join(MODELS, name, "model.safetensors"), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def main(folder, name, autoencoder=None):
    target = os.path.join(MODELS, name)
    os.makedirs(target, exist_ok=True)
    metadata, arrays = read(os.path.join(folder, "model.safetensors"))
    with open(os.path.join(folder, "config.json")) as file:
        config = json.load(file)
    write(os.path.join(target, "model.safetensors"), metadata, {key: halved(key, array) for key, array in arrays.items()})
    if autoencoder:
        config["autoencoder"] = digest(autoencoder)
    config.pop("sha256", None)
    with open(os.path.join(target, "config.json"), "w") as file:
        json.dump({**dict(sorted(config.items())), "sha256": digest(name)}, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
