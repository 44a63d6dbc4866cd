#!/usr/bin/env python3
"""Writes src/test/resources/io/image with tifffile, and PNGs by the book, so that images are read that our own code did not write.

Value at a pixel: x + 7 y + 3 z + 40 c + 50 t. Run from the repository root: python3 scripts/make_image_fixtures.py
"""
import pathlib
import struct
import zlib

import numpy as np
import tifffile

OUT = pathlib.Path("src/test/resources/io/image")
W, H = 7, 5


def pattern(t=1, z=1, c=1, dtype=np.uint8):
    t, z, c, y, x = np.meshgrid(*map(np.arange, (t, z, c, H, W)), indexing="ij")
    return (x + 7 * y + 3 * z + 40 * c + 50 * t).astype(dtype)


def png(path, pixels, colour_type, palette=None):
    """A PNG by the book: pixels 2D, uint8 or uint16."""
    bits = pixels.dtype.itemsize * 8
    rows = b"".join(b"\0" + row.astype(f">u{bits // 8}").tobytes() for row in pixels)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], bits, colour_type, 0, 0, 0))
    colours = chunk(b"PLTE", palette.tobytes()) if palette is not None else b""
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + colours + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    tifffile.imwrite(OUT / "imagej-tzcyx-8.tif", pattern(2, 2, 2), imagej=True, metadata={"axes": "TZCYX"})
    green, magenta = np.zeros((3, 256), np.uint8), np.zeros((3, 256), np.uint8)
    green[1] = magenta[0] = magenta[2] = np.arange(256)
    tifffile.imwrite(OUT / "imagej-tzcyx-16.tif", pattern(3, 2, 2, np.uint16), imagej=True, resolution=(4, 2), metadata={
        "axes": "TZCYX", "unit": "um", "spacing": 2.0, "finterval": 30, "mode": "composite", "Ranges": (10.0, 300.0, 20.0, 400.0),
        "LUTs": [green, magenta]})
    tifffile.imwrite(OUT / "imagej-tyx-16-deflate.tif", pattern(3, 1, 1, np.uint16)[:, 0, 0], imagej=True, compression="zlib",
                     metadata={"axes": "TYX"})
    tifffile.imwrite(OUT / "tifffile-tyx-16-deflate-predictor.tif", pattern(3, 1, 1, np.uint16)[:, 0, 0], compression="zlib",
                     predictor=True, photometric="minisblack", metadata=None)
    tifffile.imwrite(OUT / "tifffile-zyx-32.tif", pattern(3, 1, 1, np.float32)[:, 0, 0], photometric="minisblack",
                     metadata=None)
    tifffile.imwrite(OUT / "tifffile-zyx-8-big-endian.tif", pattern(3)[:, 0, 0], byteorder=">", photometric="minisblack",
                     metadata=None)
    tifffile.imwrite(OUT / "tifffile-yx-strips.tif", pattern(1, 1, 1, np.uint16)[0, 0, 0], rowsperstrip=2, metadata=None)
    tifffile.imwrite(OUT / "tifffile-tyxs-rgb.tif", np.moveaxis(pattern(2, 1, 3)[:, 0], 1, -1), photometric="rgb", imagej=True,
                     metadata={"axes": "TYXS"})
    tifffile.imwrite(OUT / "tifffile-tiled.tif", np.zeros((32, 32), np.uint8), tile=(16, 16), metadata=None)
    tifffile.imwrite(OUT / "tifffile-int16.tif", pattern(1, 1, 1, np.int16)[0, 0, 0] - 300, metadata=None)
    ome = pattern(3, 2, 2, np.uint16)
    tifffile.imwrite(OUT / "tifffile-tzcyx.ome.tif", ome, metadata={
        "axes": "TZCYX", "PhysicalSizeX": 0.65, "PhysicalSizeXUnit": "\u00b5m", "PhysicalSizeY": 650.0, "PhysicalSizeYUnit": "nm",
        "PhysicalSizeZ": 0.002, "PhysicalSizeZUnit": "mm", "TimeIncrement": 1.5, "TimeIncrementUnit": "min"})
    tifffile.imwrite(OUT / "tifffile-ctzyx.ome.tif", np.moveaxis(ome, 2, 0), metadata={"axes": "CTZYX"})
    for axes in ("TCZYX", "ZTCYX", "ZCTYX", "CZTYX"):
        tifffile.imwrite(OUT / f"tifffile-{axes.lower()}.ome.tif", ome.transpose(["TZCYX".index(axis) for axis in axes]), metadata={"axes": axes})
    rgb = np.moveaxis(pattern(2, 1, 3)[:, 0], 1, -1)
    tifffile.imwrite(OUT / "tifffile-tyxs.ome.tif", rgb, photometric="rgb", metadata={"axes": "TYXS"})
    tifffile.imwrite(OUT / "tifffile-rgb-16.tif", np.moveaxis(pattern(1, 1, 3, np.uint16)[0, 0], 0, -1), photometric="rgb", metadata=None)
    with tifffile.TiffWriter(OUT / "tifffile-unlike.tif") as tif:
        tif.write(pattern()[0, 0, 0], metadata=None)
        tif.write(np.zeros((3, 2), np.uint8), metadata=None)
    palette = np.random.default_rng(1).integers(0, 256, (256, 3)).astype(np.uint8)
    png(OUT / "indexed.png", pattern()[0, 0, 0], 3, palette)
    png(OUT / "grey-16.png", pattern(1, 1, 1, np.uint16)[0, 0, 0] + 60000, 0)


if __name__ == "__main__":
    main()
