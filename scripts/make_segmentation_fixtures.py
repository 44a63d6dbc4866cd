#!/usr/bin/env python3
"""Writes the label files of src/test/resources/segmentation with the programs that users' files come from: tifffile, Pillow, scikit-image, OpenCV.

Needs: python3-numpy python3-tifffile python3-pil python3-skimage python3-opencv python3-scipy. Run in the project's folder.
Every label image follows one rule, which the tests know: the label at t, z, y, x is ids[(x // 3 + y // 3 + z + t) % 5].
"""
import os
import struct
import zlib

import cv2
import numpy as np
import skimage.io
import tifffile
from PIL import Image
from scipy import ndimage

OUT = "src/test/resources/segmentation"
W, H = 13, 11
IDS = {
    "u1": [0, 1, 0, 1, 1],
    "u4": [0, 1, 7, 12, 15],
    "u8": [0, 1, 7, 200, 254],
    "u16": [0, 1, 300, 40000, 65535],
    "u32": [0, 1, 16777217, 2000000011, 2147483647],
    "f32": [0, 1, 300, 40000, 16777216],
}


def labels(kind, dtype, t=1, z=1, h=H, w=W):
    tt, zz, yy, xx = np.mgrid[:t, :z, :h, :w]
    return np.asarray(IDS[kind], np.int64)[(xx // 3 + yy // 3 + zz + tt) % 5].astype(dtype)


def out(name):
    path = os.path.join(OUT, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def tiffs():
    w = tifffile.imwrite
    # As Cellpose writes masks: deflate, no ImageJ metadata, the planes mean nothing.
    w(out("u16_t4_plain_deflate.tif"), labels("u16", "u2", t=4)[:, 0], compression="zlib")
    w(out("u8_t4_imagej_deflate.tif"), labels("u8", "u1", t=4)[:, 0], imagej=True, metadata={"axes": "TYX", "finterval": 600.0, "unit": "micron"},
      resolution=(2, 2), compression="zlib")
    w(out("u8_t4_imagej_as_z.tif"), labels("u8", "u1", t=4)[:, 0], imagej=True, metadata={"axes": "ZYX"})
    w(out("f32_t3_z2_imagej.tif"), labels("f32", "f4", t=3, z=2), imagej=True, metadata={"axes": "TZYX", "spacing": 5.0})
    w(out("u16_t3_z2_plain.tif"), labels("u16", "u2", t=3, z=2))
    w(out("u32_sparse_t2_deflate.tif"), labels("u32", "u4", t=2)[:, 0], compression="zlib")
    w(out("i32_big_endian.tif"), labels("u32", "i4")[0, 0], byteorder=">")
    w(out("i64.tif"), labels("u32", "i8")[0, 0])
    w(out("f64.tif"), labels("u32", "f8")[0, 0])
    w(out("u16_bigtiff_t2.tif"), labels("u16", "u2", t=2)[:, 0], bigtiff=True)
    w(out("u16_tiles_deflate.tif"), labels("u16", "u2", h=36, w=40)[0, 0], tile=(16, 16), compression="zlib")
    w(out("u16_strips_predictor_deflate.tif"), labels("u16", "u2")[0, 0], rowsperstrip=4, compression="zlib", predictor=True)
    w(out("u32_predictor_deflate.tif"), labels("u32", "u4")[0, 0], compression="zlib", predictor=True)
    w(out("u16_t3_z2_ome.ome.tif"), labels("u16", "u2", t=3, z=2).swapaxes(0, 1), metadata={"axes": "ZTYX", "PhysicalSizeX": 0.5,
      "PhysicalSizeXUnit": "µm", "PhysicalSizeY": 0.5, "PhysicalSizeYUnit": "µm", "TimeIncrement": 2.0, "TimeIncrementUnit": "min"})
    w(out("u8_t3_planar.tif"), labels("u8", "u1", t=3)[:, 0], photometric="rgb", planarconfig="separate")
    skimage.io.imsave(out("u16_skimage.tif"), labels("u16", "u2")[0, 0], check_contrast=False)
    cv2.imwrite(out("u16_opencv_lzw.tif"), labels("u16", "u2", h=60, w=70)[0, 0])
    noise = np.random.default_rng(1).integers(0, 250, (80, 90)).astype("u1")
    Image.fromarray(noise).save(out("u8_noise_lzw.tif"), compression="tiff_lzw")
    w(out("u8_noise.tif"), noise)
    Image.fromarray(labels("u8", "u1")[0, 0]).save(out("u8_pillow_packbits.tif"), compression="packbits")
    Image.fromarray(labels("u1", "u1")[0, 0] > 0).save(out("u1_pillow.tif"))


def refused():
    w = tifffile.imwrite
    good = labels("u8", "f4")[0, 0]
    for name, value in (("nan", np.nan), ("half", 1.5), ("negative", -1), ("infinite", np.inf)):
        bad = good.copy()
        bad[5, 7] = value
        w(out(f"refused/{name}.tif"), bad)
    w(out("refused/above_int.tif"), np.full((H, W), 4294967295, "u4"))
    w(out("refused/above_long.tif"), np.full((H, W), 2**64 - 1, "u8"))
    w(out("refused/rgb.tif"), np.zeros((H, W, 3), "u1"), photometric="rgb")
    Image.fromarray(np.zeros((H, W, 3), "u1")).save(out("refused/rgb.png"))
    Image.fromarray(np.zeros((H, W, 3), "u1")).save(out("refused/image.jpg"))
    Image.fromarray(np.zeros((H, W), "u1")).save(out("refused/jpeg_inside.tif"), compression="jpeg")
    w(out("refused/f16.tif"), labels("u8", "f2")[0, 0])
    w(out("refused/empty_t2.tif"), np.zeros((2, H, W), "u1"))
    np.save(out("refused/masks.npy"), labels("u8", "u1")[0, 0])
    with open(out("refused/masks.pkl"), "wb") as f:
        import pickle
        pickle.dump({"masks": [[0, 1]]}, f)


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def interlaced(values):
    """Adam7 by hand from the specification, as no library here writes it: 16 bit, no filter."""
    rows = b""
    for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        for row in values[y0::dy, x0::dx] if values[:, x0::dx].size else []:
            rows += b"\0" + row.astype(">u2").tobytes()
    head = struct.pack(">IIBBBBB", values.shape[1], values.shape[0], 16, 0, 0, 0, 1)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")


def pngs():
    Image.fromarray(labels("u8", "u1")[0, 0]).save(out("u8.png"))
    cv2.imwrite(out("u16.png"), labels("u16", "u2")[0, 0])
    smooth = (np.mgrid[:40, :50].sum(0) * 331 % 65536).astype("u2")
    cv2.imwrite(out("u16_ramp_filters.png"), smooth, [cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_FILTERED])
    with open(out("u16_interlaced.png"), "wb") as f:
        f.write(interlaced(labels("u16", "u2")[0, 0]))
    palette = np.random.default_rng(0).integers(0, 256, 768).astype("u1").tolist()
    indexed = labels("u8", "u1")[0, 0]
    indexed[0, :] = 255
    image = Image.fromarray(indexed, "P")
    image.putpalette(palette)
    image.save(out("u8_indexed_void.png"))
    image = Image.fromarray(labels("u4", "u1")[0, 0], "P")
    image.putpalette(palette[:48])
    image.save(out("u4_indexed.png"), bits=4)
    Image.fromarray(labels("u1", "u1")[0, 0] > 0).save(out("u1.png"))


def distances():
    """Distances of a mask with holes to its background, as scipy computes them, z planes 2.5 times as far apart as pixels."""
    mask = np.random.default_rng(3).random((4, 9, 10)) < 0.9
    d = ndimage.distance_transform_edt(mask, sampling=(2.5, 1, 1))
    with open(out("distances.csv"), "w") as f:
        f.write("\n".join(f"{int(m)},{v:.6f}" for m, v in zip(mask.ravel(), d.ravel())) + "\n")


if __name__ == "__main__":
    tiffs()
    refused()
    pngs()
    distances()
