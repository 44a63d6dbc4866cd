#!/usr/bin/python3
"""Looks at stacks that we wrote with readers that are not ours: zarr-python and tifffile.

Usage: scripts/check_stacks.py FILE...     prints a line for every array: name, axes, shape, type, rounded sum, calibration of the axes; ends with
status 1 at the first thing that is wrong. Needs python3-zarr, python3-tifffile and python3-numpy (Debian).
"""
import pathlib
import sys

import numpy as np


def told(name, axes, data, *more):
    total = data.astype(np.float64).sum()
    print(name, axes, "x".join(map(str, data.shape)), data.dtype, round(float(total)), *more)


def check_tiff(path):
    import tifffile
    with tifffile.TiffFile(path) as tif:
        assert tif.is_bigtiff, f"{path} is no BigTIFF"
        assert tif.is_imagej, f"{path} does not say what its planes are"
        series = tif.series[0]
        x = tif.pages[0].tags["XResolution"].value
        told(path.name, series.axes, series.asarray(), x[0] / x[1], tif.imagej_metadata.get("unit", ""))


def check_levels(name, group):
    """The resolutions of a multiscale image, each half of the one before; gives the first."""
    import zarr  # noqa: F401
    attributes = group.attrs.asdict()
    multiscale = attributes["multiscales"][0]
    assert multiscale["version"] == "0.4"
    axes = "".join(axis["name"] for axis in multiscale["axes"])
    units = ",".join(axis.get("unit", "-") for axis in multiscale["axes"])
    before = None
    for dataset in multiscale["datasets"]:
        array = group[dataset["path"]]
        data = array[...]
        scale = dataset["coordinateTransformations"][0]["scale"]
        assert len(scale) == len(axes) == data.ndim, (scale, axes, data.shape)
        told(name + "/" + dataset["path"], axes, data, ",".join(map(str, scale)), units)
        if before is not None:
            assert data.shape[-2:] == tuple((n + 1) // 2 for n in before[0].shape[-2:]), "a resolution is not half of the one before"
            assert np.allclose(np.array(scale)[-2:], 2 * np.array(before[1])[-2:]), "a pixel should be twice as large"
            small = before[0][..., ::2, ::2]
            if "image-label" in attributes:
                assert (data == small).all(), "labels should be those of the pixel at even places"
            else:
                near = np.abs(data.astype(np.float64) - mean(before[0])).max()
                assert near <= (0.5 if data.dtype.kind == "u" else 1e-4 * max(1, np.abs(small).max())), f"no mean: {near}"
        before = (data, scale)
    assert max(before[0].shape[-2:]) < 512, "the smallest resolution is too large"
    return group[multiscale["datasets"][0]["path"]][...]


def mean(data):
    padded = np.pad(data.astype(np.float64), [(0, 0)] * (data.ndim - 2) + [(0, data.shape[-2] % 2), (0, data.shape[-1] % 2)], mode="edge")
    return (padded[..., ::2, ::2] + padded[..., 1::2, ::2] + padded[..., ::2, 1::2] + padded[..., 1::2, 1::2]) / 4


def check_zarr(path):
    import zarr
    root = zarr.open_group(str(path), mode="r")
    check_levels(path.name, root)
    for name in root["labels"].attrs["labels"] if "labels" in root else []:
        group = root["labels"][name]
        data = check_levels(path.name + "/labels/" + name, group)
        assert data.dtype.kind in "ui", f"labels of type {data.dtype}"
        colours = {colour["label-value"] for colour in group.attrs["image-label"]["colors"]}
        assert colours == set(np.unique(data).tolist()) - {0}, "colours are not those of the labels"


for argument in sys.argv[1:]:
    file = pathlib.Path(argument)
    (check_zarr if file.suffix == ".zarr" else check_tiff)(file)
