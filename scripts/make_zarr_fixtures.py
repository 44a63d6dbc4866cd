#!/usr/bin/python3
"""Makes src/test/resources/zarr/fixtures.zip: OME-Zarr written by others than us, for the tests of readers.

Version 2 is written by zarr-python, version 3 by the letter of its specification with the codecs of numcodecs.
Needs python3-zarr, python3-numcodecs, python3-numpy (Debian). Usage: scripts/make_zarr_fixtures.py
"""
import itertools
import json
import pathlib
import shutil
import struct
import tempfile
import zipfile

import numcodecs
import numpy as np
import zarr

ROOT = pathlib.Path(tempfile.mkdtemp())
UNITS = {"t": ("time", "second"), "c": ("channel", None), "z": ("space", "micrometer"), "y": ("space", "micrometer"), "x": ("space", "micrometer")}
SCALE = {"t": 0.5, "c": 1, "z": 2.0, "y": 0.25, "x": 0.2}


def pattern(axes, sizes, dtype):
    """x + 7 y + 40 c + 3 z + 50 t, as the fixtures of other formats."""
    factor = {"x": 1, "y": 7, "c": 40, "z": 3, "t": 50}
    return sum(factor[a] * np.arange(n).reshape([-1 if a == b else 1 for b in axes]) for a, n in zip(axes, sizes)).astype(dtype)


def smooth(dtype):
    """Something that every compressor makes smaller: whole parts of x / 4 + 2 y / 4, 80 rows of 96."""
    y, x = np.mgrid[0:80, 0:96]
    return (x // 4 + 2 * (y // 4)).astype(dtype)


def multiscales(axes, version, paths):
    described = [{k: v for k, v in {"name": a, "type": UNITS[a][0], "unit": UNITS[a][1]}.items() if v} for a in axes]
    sets = [{"path": p, "coordinateTransformations": [{"type": "scale", "scale": [SCALE[a] * (2 ** i if a in "yx" else 1) for a in axes]}]}
            for i, p in enumerate(paths)]
    return [{"name": "fixture", **({"version": version} if version == "0.4" else {}), "axes": described, "datasets": sets}]


OMERO = {"channels": [{"color": "FF0000", "window": {"start": 5, "end": 105, "min": 0, "max": 255}, "active": True},
                      {"color": "00FF00", "window": {"start": 0, "end": 50, "min": 0, "max": 255}, "active": True}]}


def v2(name, axes, data, chunks, extra=None, separator="/", **options):
    group = zarr.open_group(zarr.NestedDirectoryStore(str(ROOT / name)) if separator == "/" else str(ROOT / name), mode="w")
    group.attrs["multiscales"] = multiscales(axes, "0.4", ["0", "1"])
    for key, value in (extra or {}).items():
        group.attrs[key] = value
    small = data[..., ::2, ::2]
    for path, level in ("0", data), ("1", small):
        array = group.create_dataset(path, shape=level.shape, chunks=chunks, dtype=level.dtype, dimension_separator=separator, **options)
        array[...] = level
    return group


def crc32c(data):
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0x82F63B78 if n & 1 else n >> 1
        table.append(n)
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 255] ^ crc >> 8
    return data + struct.pack("<I", crc ^ 0xFFFFFFFF)


PACK = {"gzip": numcodecs.GZip(5).encode, "zstd": numcodecs.Zstd(3).encode, "crc32c": crc32c,
        "blosc": numcodecs.Blosc(cname="zstd", clevel=5, shuffle=numcodecs.Blosc.SHUFFLE).encode}
CONFIG = {"gzip": {"level": 5}, "zstd": {"level": 3, "checksum": False}, "crc32c": None,
          "blosc": {"cname": "zstd", "clevel": 5, "shuffle": "shuffle", "typesize": 2, "blocksize": 0}}


def packed(piece, codecs):
    data = piece.tobytes()
    for codec in codecs:
        data = bytes(PACK[codec](data))
    return data


def steps(codecs, endian="little"):
    return [{"name": "bytes", "configuration": {"endian": endian}}] + [
        {"name": c, **({"configuration": CONFIG[c]} if CONFIG[c] else {})} for c in codecs]


def cut(data, index, chunk, fill):
    piece = np.full(chunk, fill, data.dtype)
    part = data[tuple(slice(i * c, (i + 1) * c) for i, c in zip(index, chunk))]
    piece[tuple(slice(0, n) for n in part.shape)] = part
    return piece


def v3(name, axes, data, chunk, codecs, shard=None, fill=0, attributes=None, skip=(), encoding=None, index_at="end"):
    folder = ROOT / name
    (folder / "0").mkdir(parents=True)
    ome = {"version": "0.5", "multiscales": multiscales(axes, "0.5", ["0"]), **(attributes or {})}
    (folder / "zarr.json").write_text(json.dumps({"zarr_format": 3, "node_type": "group", "attributes": {"ome": ome}}))
    inner = steps(codecs)
    sharding = [{"name": "sharding_indexed", "configuration": {"chunk_shape": chunk, "codecs": inner, "index_location": index_at,
                 "index_codecs": steps(["crc32c"])}}]
    header = {"zarr_format": 3, "node_type": "array", "shape": list(data.shape), "data_type": str(data.dtype),
              "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": shard or chunk}},
              "chunk_key_encoding": encoding or {"name": "default", "configuration": {"separator": "/"}}, "fill_value": fill,
              "codecs": sharding if shard else inner, "dimension_names": list(axes)}
    (folder / "0" / "zarr.json").write_text(json.dumps(header))
    outer = shard or chunk
    for index in itertools.product(*[range(-(-n // c)) for n, c in zip(data.shape, outer)]):
        if index in skip:
            continue
        old = encoding is not None
        file = folder / "0" / (".".join(map(str, index)) if old else "c/" + "/".join(map(str, index)))
        file.parent.mkdir(parents=True, exist_ok=True)
        piece = cut(data, index, outer, fill)
        if not shard:
            file.write_bytes(packed(piece, codecs))
            continue
        table, body = b"", b""
        start = 16 * int(np.prod([s // c for s, c in zip(shard, chunk)])) + 4 if index_at == "start" else 0
        for at in itertools.product(*[range(s // c) for s, c in zip(shard, chunk)]):
            part = cut(piece, at, chunk, fill)
            if (part == fill).all():
                table += struct.pack("<QQ", 2 ** 64 - 1, 2 ** 64 - 1)
                continue
            data_bytes = packed(part, codecs)
            table += struct.pack("<QQ", start + len(body), len(data_bytes))
            body += data_bytes
        file.write_bytes(crc32c(table) + body if index_at == "start" else body + crc32c(table))


def main():
    tczyx = pattern("tczyx", (3, 2, 2, 5, 7), "uint16")
    group = v2("image-v04.zarr", "tczyx", tczyx, (1, 1, 2, 3, 4), {"omero": OMERO})
    labels = group.create_group("labels")
    labels.attrs["labels"] = ["cells"]
    cells = labels.create_group("cells")
    cells.attrs["multiscales"] = multiscales("tzyx", "0.4", ["0"])
    cells.attrs["image-label"] = {"version": "0.4", "source": {"image": "../../"}}
    cells.create_dataset("0", shape=(3, 2, 5, 7), chunks=(2, 1, 3, 4), dtype="uint32", dimension_separator="/")[...] = \
        pattern("tzyx", (3, 2, 5, 7), "uint32") * 1000
    v2("dots.zarr", "tyx", pattern("tyx", (2, 5, 7), "uint8"), (1, 5, 7), separator=".")
    v2("big-endian.zarr", "zyx", pattern("zyx", (2, 5, 7), ">u2"), (1, 3, 4))
    v2("signed.zarr", "yx", pattern("yx", (5, 7), "int16") - np.int16(9), (3, 4))
    v2("float.zarr", "cyx", pattern("cyx", (2, 5, 7), "float32"), (1, 3, 4))
    for name in "blosclz", "lz4", "lz4hc", "zlib", "zstd", "snappy":
        for shuffle in 0, 1, 2:
            if name in numcodecs.blosc.list_compressors():
                v2(f"blosc-{name}-{shuffle}.zarr", "yx", smooth("uint16"), (64, 64), compressor=numcodecs.Blosc(name, 9, shuffle))
    for codec in numcodecs.Zlib(1), numcodecs.GZip(1), numcodecs.Zstd(1), numcodecs.LZ4(), None:
        v2(f"codec-{codec.codec_id if codec else 'none'}.zarr", "yx", smooth("uint32"), (64, 64), compressor=codec)
    v2("codec-bz2.zarr", "yx", smooth("uint8"), (64, 64), compressor=numcodecs.BZ2())
    # chunks that were never written: the first of the two
    v2("hole.zarr", "yx", smooth("uint16"), (80, 48), fill_value=77)
    (ROOT / "hole.zarr" / "0" / "0" / "0").unlink()

    v3("image-v05.zarr", "tczyx", tczyx, [1, 1, 2, 3, 4], ["zstd"], attributes={"omero": OMERO})
    v3("image-v05.zarr/labels/cells", "tzyx", pattern("tzyx", (3, 2, 5, 7), "int32"), [1, 2, 5, 7], ["gzip"])
    (ROOT / "image-v05.zarr/labels/zarr.json").write_text(json.dumps(
        {"zarr_format": 3, "node_type": "group", "attributes": {"ome": {"version": "0.5", "labels": ["cells"]}}}))
    v3("sharded.zarr", "yx", smooth("uint16"), [16, 16], ["blosc", "crc32c"], shard=[64, 64])
    v3("sharded-start.zarr", "yx", smooth("uint16"), [32, 16], ["zstd"], shard=[64, 64], index_at="start")
    v3("keys-v2.zarr", "yx", smooth("float64"), [40, 48], ["crc32c"], encoding={"name": "v2"})
    v3("hole-v3.zarr", "yx", smooth("float32"), [80, 48], ["gzip"], fill=77, skip=[(0, 0)])

    target = pathlib.Path(__file__).resolve().parent.parent / "src/test/resources/zarr/fixtures.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(ROOT.rglob("*")):
            if file.is_file():
                archive.writestr(zipfile.ZipInfo(str(file.relative_to(ROOT)), (2026, 1, 1, 0, 0, 0)), file.read_bytes(), zipfile.ZIP_DEFLATED)
    shutil.rmtree(ROOT)
    print(target, target.stat().st_size, "bytes")


main()
