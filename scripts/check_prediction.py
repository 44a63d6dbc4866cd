#!/usr/bin/env python3
"""Looks at an output folder of predict with readers that are not ours: tifffile, csv, ElementTree.

Usage: python3 scripts/check_prediction.py FOLDER     prints what it found; ends with status 1 at the first thing that is wrong.
"""
import csv
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

import numpy as np
import tifffile


def stack(path):
    """Axes, pixels and ImageJ metadata of a hyperstack."""
    with tifffile.TiffFile(path) as tif:
        assert tif.is_imagej, f"{path.name} is no ImageJ hyperstack"
        series = tif.series[0]
        print(f"{path.name}: {series.axes} {series.shape} {series.dtype}")
        return series.axes, series.asarray(), tif.imagej_metadata


def check_stacks(folder):
    axes, video, meta = stack(folder / "video.tif")
    label_axes, labels, label_meta = stack(folder / "labels.tif")
    flow_axes, flow, flow_meta = stack(folder / "flow.tif")
    frames = video.shape[axes.index("T")] if "T" in axes else 1
    label_frames = labels.shape[label_axes.index("T")] if "T" in label_axes else 1
    assert label_frames == frames, f"{label_frames} label images for {frames} frames"
    assert labels.dtype in (np.uint16, np.float32) and flow.dtype == np.float32
    assert flow.shape[flow_axes.index("C")] == (3 if "Z" in axes else 2), "flow needs a channel for every axis"
    assert all("predicted" in name or "observed" in name for name in meta["Labels"]), meta["Labels"]
    # what does not move has no flow, and flow is whole pixels where layers are copied
    if label_frames == flow.shape[0] and "Z" not in axes:
        assert not np.isnan(flow).any()
    return frames, labels


def check_tracks(folder):
    with open(folder / "tracks.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    spots = ElementTree.parse(folder / "tracks.xml").getroot()
    root_units = spots.find("Model").attrib["spatialunits"]
    image = spots.find("Settings/ImageData").attrib
    positions = {}
    for spot in spots.iter("Spot"):
        positions[int(spot.attrib["MOTION_LAYERS_LABEL"]), int(spot.attrib["FRAME"])] = (
            float(spot.attrib["POSITION_X"]) / float(image["pixelwidth"]), float(spot.attrib["POSITION_Y"]) / float(image["pixelheight"]))
    assert len(positions) == int(spots.find("Model/AllSpots").attrib["nspots"])
    for row in rows:
        place = positions.get((int(row["label"]), int(row["frame"])))
        if place is not None:
            assert np.allclose(place, (float(row["x (pixel)"]), float(row["y (pixel)"])), atol=1e-2), (row, place)
    ids = {spot.attrib["ID"] for spot in spots.iter("Spot")}
    edges = list(spots.iter("Edge"))
    assert all(e.attrib["SPOT_SOURCE_ID"] in ids and e.attrib["SPOT_TARGET_ID"] in ids for e in edges)
    print(f"tracks: {len(rows)} rows, {len(positions)} spots in {root_units}, {len(edges)} edges")
    return rows


def check_challenge(folder):
    masks = sorted(folder.glob("mask*.tif"))
    seen = {}
    for frame, path in enumerate(masks):
        mask = tifffile.imread(path)
        assert mask.dtype == np.uint16, path
        for label in np.unique(mask[mask > 0]):
            seen.setdefault(int(label), []).append(frame)
    lines = {int(line[0]): tuple(map(int, line[1:])) for line in map(str.split, open(folder / "res_track.txt", encoding="ascii"))}
    assert set(lines) == set(seen), "labels of masks and of the track file differ"
    for label, (begin, end, parent) in lines.items():
        assert seen[label] == list(range(begin, end + 1)), f"track {label} has a gap"
        assert parent == 0 or lines[parent][1] < begin, f"track {label} begins before its parent ends"
    print(f"challenge folder: {len(masks)} masks, {len(lines)} tracks")


def main():
    folder = pathlib.Path(sys.argv[1])
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert record["application"] == "Motion Layers"
    missing = [name for name in record["files"] if not (folder / name).exists()]
    assert not missing, f"run.json names files that are not there: {missing}"
    frames, labels = check_stacks(folder)
    rows = check_tracks(folder)
    predicted = {int(row["t (frame)"]) for row in rows if row["kind"] == "predicted"}
    assert predicted == set(range(1, max(predicted) + 1)) and max(predicted) <= frames
    if (folder / "01_RES").is_dir():
        check_challenge(folder / "01_RES")
    print("all well")


if __name__ == "__main__":
    main()
