#!/usr/bin/python3
"""Writing and reading stacks: TIFF and BigTIFF of 16 frames of 2048 x 2048, 16 bit (TiffBenchmark), beside tifffile; OME-Zarr of 8 frames
(ZarrBenchmark), beside zarr and numcodecs; and the bare bytes through a file channel.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_tiff.py
Needs python3-numpy, python3-tifffile and python3-zarr (Debian).
"""
import os
import tempfile

import numcodecs
import numpy as np
import tifffile
import zarr

import bench
import jmh

TITLE = "Reading and writing"
SIDE, FRAMES, ZARR_FRAMES, CHUNK, SMALL = 2048, 16, 8, 1024, 512


def tiff(options):
    pixels = np.random.default_rng(1).integers(0, 1 << 16, (FRAMES, SIDE, SIDE)).astype(np.uint16)
    name, size = f"tifffile {tifffile.__version__}", f"{FRAMES} frames of {SIDE} x {SIDE}, 16 bit"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.tif")
        write = bench.least_ms(lambda: tifffile.imwrite(path, pixels, imagej=True, metadata={"axes": "TYX"}), options)
        read = bench.least_ms(lambda: tifffile.imread(path), options)
        big = bench.least_ms(lambda: tifffile.imwrite(path, pixels, bigtiff=True), options)
    ours = jmh.least("TiffBenchmark", options)
    written, bare = ours[("limitOfWriting",)], "the bare bytes written"
    return [bench.Row("write TIFF", size, ours[("write",)], "ms", name, write, bare, written,
                      "by ImageJ's own encoder, which takes pixels apart one by one: the file is ImageJ's to the last byte"),
            bench.Row("write BigTIFF", size, ours[("writeBig",)], "ms", name, big, bare, written,
                      "pixels are copied to where the system can write them from, which the limit leaves out"),
            bench.Row("read TIFF", size, ours[("read",)], "ms", name, read, "the bare bytes read", ours[("limitOfReading",)],
                      "Java zeroes every new array first, and bytes are turned round; the limit reads into one array, as they are")]


def halves(plane):
    while max(plane.shape) >= SMALL:
        h, w = plane.shape
        plane = plane.reshape(h // 2, 2, w // 2, 2).mean((1, 3)).astype(np.uint16)
        yield plane


def write_zarr(folder, pixels):
    """All resolutions, in chunks and packed as ours."""
    group = zarr.open_group(folder, mode="w")
    packed = numcodecs.Blosc(cname="lz4", clevel=5, shuffle=numcodecs.Blosc.SHUFFLE)
    levels = [pixels] + [np.stack(planes) for planes in zip(*(halves(plane) for plane in pixels))]
    for i, level in enumerate(levels):
        chunks = (1, min(CHUNK, level.shape[1]), min(CHUNK, level.shape[2]))
        group.create_dataset(str(i), data=level, chunks=chunks, compressor=packed, dimension_separator="/")


def ome_zarr(options):
    numcodecs.blosc.set_nthreads(1)
    waves = 1000 + 500 * np.sin(np.arange(SIDE) / 97)
    pixels = (waves + np.random.default_rng(1).integers(0, 64, (ZARR_FRAMES, SIDE, SIDE))).astype(np.uint16)
    name, size = f"zarr {zarr.__version__}", f"{ZARR_FRAMES} frames of {SIDE} x {SIDE}, 16 bit"
    with tempfile.TemporaryDirectory() as folder:
        write = bench.least_ms(lambda: write_zarr(folder, pixels), options)
        read = bench.least_ms(lambda: zarr.open_group(folder, mode="r")["0"][:], options)
    ours = jmh.least("ZarrBenchmark", options)
    return [bench.Row("write OME-Zarr with its smaller copies", size, ours[("write",)], "ms", name, write, "the packed bytes written", ours[("limitOfWriting",)],
                      "the limit leaves out packing and halving"),
            bench.Row("read OME-Zarr", size, ours[("read",)], "ms", name, read, "the packed bytes read", ours[("limitOfReading",)],
                      "the limit leaves out unpacking")]


def rows(options):
    return tiff(options) + ome_zarr(options)


if __name__ == "__main__":
    bench.main(rows)
