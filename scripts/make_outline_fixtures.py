#!/usr/bin/python3
"""Makes src/test/resources/segmentation: small files in the formats of outlines, written from their specifications, and what they say,
worked out by independent means (scikit-image, OpenCV, numpy), as text: a character a pixel, '.' = background, frames separated by a line.

Run from the project's root:  /usr/bin/python3 scripts/make_outline_fixtures.py
Needs python3-numpy, python3-skimage and python3-opencv (Debian).
"""
import csv
import gzip
import json
import os
import struct
import xml.etree.ElementTree as ET
import zlib

import cv2
import numpy as np
from skimage import draw

OUT = os.path.join("src", "test", "resources", "segmentation")
WIDTH, HEIGHT = 32, 24


def write(name, text):
    path = os.path.join(OUT, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", newline="\n") as file:
        file.write(text)


def write_json(name, value):
    write(name, json.dumps(value) + "\n")


def label_text(frames):
    rows = ["\n".join("".join("." if v == 0 else "%d" % v for v in row) for row in frame) for frame in frames]
    return "\n\n".join(rows) + "\n"


def polygon(ring, shape=(HEIGHT, WIDTH)):
    """Pixels whose centres lie inside; ring of x, y with 0 at the centre of the first pixel and no centre on an edge."""
    ring = np.asarray(ring, float).reshape(-1, 2)
    mask = np.zeros(shape, bool)
    mask[draw.polygon(ring[:, 1], ring[:, 0], shape)] = True
    return mask


def disk(x, y, radius_x, radius_y, shape=(HEIGHT, WIDTH)):
    mask = np.zeros(shape, bool)
    mask[draw.ellipse(y, x, radius_y, radius_x, shape=shape)] = True
    return mask


def paint(masks, shape=(HEIGHT, WIDTH)):
    """Labels of (label, mask): the smaller on top, of two of one size the later."""
    labels = np.zeros(shape, int)
    for _, _, label, mask in sorted((-mask.sum(), i, label, mask) for i, (label, mask) in enumerate(masks)):
        labels[mask] = label
    return labels


# ---------------------------------------------------------------------------------------------------------- run lengths

def counts_of(mask):
    """Run lengths down the columns, the first of them outside."""
    flat = np.asarray(mask, bool).flatten(order="F")
    edges = np.flatnonzero(np.diff(flat)) + 1
    counts = np.diff(np.concatenate([[0], edges, [flat.size]])).tolist()
    return [0] + counts if flat[0] else counts


def compress(counts):
    """COCO's text form: groups of 5 bits, 0x20 = more follow, differences to two before from the fourth number on."""
    text = []
    for i, count in enumerate(counts):
        x = count - counts[i - 2] if i > 2 else count
        more = True
        while more:
            c = x & 0x1f
            x >>= 5
            more = x != -1 if c & 0x10 else x != 0
            if more:
                c |= 0x20
            text.append(chr(c + 48))
    return "".join(text)


def random_mask(random, height, width):
    return cv2.GaussianBlur(random.random((height, width)), (0, 0), 1.5) > random.uniform(0.4, 0.6)


def run_lengths(random):
    cases = [{"size": [5, 10], "counts": [50], "text": "b1"}]  # the one that github.com/cocodataset/cocoapi/issues/135 gives
    for _ in range(20):
        height, width = (int(v) for v in random.integers(1, 60, 2))
        counts = counts_of(random_mask(random, height, width))
        cases.append({"size": [height, width], "counts": counts, "text": compress(counts)})
    big = [1234567, 1, 40000, 3, 1, 900000, 0, 5]
    cases.append({"size": [1, sum(big)], "counts": big, "text": compress(big)})
    write_json("coco/run_lengths.json", cases)


# ------------------------------------------------------------------------------------------------------------- geometry

def geometry(random):
    """Polygons that cross themselves, ellipses, and closed outlines through pixels, with the masks that others make of them."""
    polygons, ellipses, contours = [], [], []
    for _ in range(60):
        ring = (random.random((random.integers(3, 9), 2)) * [WIDTH + 12, HEIGHT + 12] - 6).round(3) + 0.00017
        polygons.append({"ring": ring.ravel().tolist(), "counts": counts_of(polygon(ring))})
    for _ in range(40):
        x, y = random.random(2) * [WIDTH, HEIGHT]
        rx, ry = random.uniform(0.8, 12, 2)
        ellipses.append({"ellipse": [x, y, rx, ry], "counts": counts_of(disk(x, y, rx, ry))})
    for _ in range(20):
        mask = random_mask(random, HEIGHT, WIDTH).astype(np.uint8)
        outline = max(cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0], key=len)[:, 0]
        filled = np.zeros((HEIGHT, WIDTH), np.uint8)
        cv2.fillPoly(filled, [outline], 1)
        contours.append({"ring": outline.ravel().tolist(), "counts": counts_of(filled)})
    write_json("outline/geometry.json", {"width": WIDTH, "height": HEIGHT, "polygons": polygons, "ellipses": ellipses, "contours": contours})


# ------------------------------------------------------------------------------------------------------------ TrackMate

PIXEL = 0.5


def spot(id, frame, x, y, radius=None, outline=None, visible=1):
    attributes = {"ID": str(id), "name": "ID%d" % id, "QUALITY": "12.5", "POSITION_T": str(frame * 10.0), "FRAME": str(frame),
                  "VISIBILITY": str(visible), "RADIUS": repr(radius or 1.5), "POSITION_X": repr(x * PIXEL), "POSITION_Y": repr(y * PIXEL),
                  "POSITION_Z": "0.0"}
    if outline is not None:
        attributes["ROI_N_POINTS"] = str(len(outline))
    element = ET.Element("Spot", attributes)
    if outline is not None:
        element.text = " ".join(repr(float(v) * PIXEL) for point in outline for v in point)
    return element


def trackmate():
    kite = [(-3.2, 0.1), (0.1, -2.3), (4.3, 0.2), (0.2, 3.4)]
    spots = {
        # track 0: a polygon that moves, its frames out of order in the links; track 1: divides; track 2: hidden by the track filter
        0: [spot(10, 0, 6, 6, outline=kite), spot(20, 0, 20, 8, 1.6), spot(30, 0, 27, 20, 1.2)],
        1: [spot(11, 1, 8, 7, outline=kite), spot(21, 1, 21, 9, 1.6), spot(31, 1, 27, 19, 1.2), spot(40, 1, 5, 18, 1.1)],
        2: [spot(22, 2, 18, 8, 1.2), spot(23, 2, 24, 11, 1.3), spot(41, 2, 28, 4, 1.0, visible=0)],
        # track 0 skips frame 2; one daughter goes on
        3: [spot(12, 3, 12, 9, outline=kite), spot(24, 3, 17, 8, 1.2)],
    }
    root = ET.Element("TrackMate", {"version": "7.11.1"})
    ET.SubElement(root, "Log").text = "Made by hand: <not> a log & nothing to parse.\n"
    model = ET.SubElement(root, "Model", {"spatialunits": "micron", "timeunits": "sec"})
    declarations = ET.SubElement(ET.SubElement(model, "FeatureDeclarations"), "SpotFeatures")
    ET.SubElement(declarations, "Feature", {"feature": "QUALITY", "name": "Quality", "shortname": "Quality", "dimension": "QUALITY",
                                            "isint": "false"})
    all_spots = ET.SubElement(model, "AllSpots", {"nspots": str(sum(map(len, spots.values())))})
    for frame, members in spots.items():
        ET.SubElement(all_spots, "SpotsInFrame", {"frame": str(frame)}).extend(members)
    all_tracks = ET.SubElement(model, "AllTracks")
    for track, edges in {0: [(12, 11), (10, 11)], 1: [(20, 21), (21, 23), (21, 22), (22, 24)], 2: [(30, 31)]}.items():
        element = ET.SubElement(all_tracks, "Track", {"name": "Track_%d" % track, "TRACK_ID": str(track), "TRACK_INDEX": str(track),
                                                      "NUMBER_SPLITS": "0", "TRACK_DURATION": "30.0"})
        for a, b in edges:
            ET.SubElement(element, "Edge", {"SPOT_SOURCE_ID": str(a), "SPOT_TARGET_ID": str(b), "LINK_COST": "1.0", "EDGE_TIME": "5.0"})
    filtered = ET.SubElement(model, "FilteredTracks")
    for track in (0, 1):
        ET.SubElement(filtered, "TrackID", {"TRACK_ID": str(track)})
    settings = ET.SubElement(root, "Settings")
    ET.SubElement(settings, "ImageData", {"filename": "image.tif", "folder": "/", "width": str(WIDTH), "height": str(HEIGHT), "nslices": "1",
                                          "nframes": "4", "pixelwidth": str(PIXEL), "pixelheight": str(PIXEL), "voxeldepth": "1.0",
                                          "timeinterval": "10.0"})
    ET.SubElement(settings, "BasicSettings", {"xstart": "0", "xend": str(WIDTH - 1), "tstart": "0", "tend": "3"})
    ET.SubElement(root, "GUIState", {"state": "ConfigureViews"})
    ET.indent(root)
    write("trackmate/model.xml", '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n")

    moved = lambda x, y: polygon(np.asarray(kite) + [x, y])
    ball = lambda x, y, radius: disk(x, y, radius / PIXEL, radius / PIXEL)
    frames = [
        [(1, moved(6, 6)), (2, ball(20, 8, 1.6))],
        [(1, moved(8, 7)), (2, ball(21, 9, 1.6)), (5, ball(5, 18, 1.1))],
        [(3, ball(18, 8, 1.2)), (4, ball(24, 11, 1.3))],
        [(1, moved(12, 9)), (3, ball(17, 8, 1.2))],
    ]
    write("trackmate/model.txt", label_text([paint(frame) for frame in frames]))

    write("trackmate/tracks.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<Tracks nTracks="2" spaceUnits="micron" frameInterval="10.0" '
          'timeUnits="sec" generationDateTime="today" from="TrackMate v7.11.1">\n'
          '  <particle nSpots="2">\n    <detection t="0" x="5.0" y="4.0" z="0.0" />\n    <detection t="1" x="6.0" y="4.5" z="0.0" />\n  </particle>\n'
          '  <particle nSpots="1">\n    <detection t="1" x="12.0" y="9.0" z="0.0" />\n  </particle>\n</Tracks>\n')
    write("trackmate/tracks.txt", label_text([paint([(1, disk(10, 8, 5, 5))]), paint([(1, disk(12, 9, 5, 5)), (2, disk(24, 18, 5, 5))])]))


# ----------------------------------------------------------------------------------------------------------------- COCO

def coco():
    one = [2.2, 3.1, 12.3, 2.4, 11.6, 11.7, 3.3, 10.2]
    two = [[16.3, 4.2, 22.8, 4.4, 19.4, 9.9], [16.2, 14.3, 23.7, 13.6, 22.4, 20.8]]
    corner = lambda ring: np.asarray(ring).reshape(-1, 2) - 0.5
    first, second = polygon(corner(one)), polygon(corner(two[0])) | polygon(corner(two[1]))
    ring = disk(8, 7, 5.2, 4.3) & ~disk(8, 7, 2.6, 2.2)
    crowd = np.ones((HEIGHT, WIDTH), bool)
    blob = disk(25.3, 12.2, 6.4, 5.1)
    image = lambda id, name: {"id": id, "width": WIDTH, "height": HEIGHT, "file_name": name}
    rle = lambda mask, text: {"size": [HEIGHT, WIDTH], "counts": compress(counts_of(mask)) if text else counts_of(mask)}
    annotations = [
        {"id": 7, "image_id": 30, "category_id": 2, "iscrowd": 0, "area": 80.0, "bbox": [2.2, 2.4, 10.1, 9.3], "segmentation": [one]},
        {"id": 3, "image_id": 30, "category_id": 1, "iscrowd": 0, "segmentation": two, "score": 0.75},
        {"id": 4, "image_id": 4, "category_id": 2, "iscrowd": 0, "segmentation": rle(ring, False)},
        {"id": 5, "image_id": 4, "category_id": 1, "iscrowd": 0, "segmentation": rle(blob, True)},
        {"id": 9, "image_id": 4, "category_id": 1, "iscrowd": 1, "segmentation": rle(crowd, False)},
        {"id": 6, "image_id": 4, "category_id": 1, "iscrowd": 0, "bbox": [1, 1, 4, 4]},
    ]
    # the images out of order, as exporters write them, and after the annotations
    write_json("coco/dataset.json", {"info": {"version": "1.0"}, "licenses": [], "annotations": annotations,
                                     "categories": [{"id": 1, "name": "nucleus"}, {"id": 2, "name": "cell", "supercategory": "thing"}],
                                     "images": [image(4, "frame_10.png"), image(30, "frame_9.png")]})
    write("coco/dataset.txt", label_text([paint([(7, first), (3, second)]), paint([(4, ring), (5, blob)])]))

    tracked = [dict(a, attributes={"occluded": False, "track_id": t}) for a, t in zip(annotations[:4], (8, 2, 2, 8))]
    write_json("coco/tracked.json", {"images": [image(4, "frame_10.png"), image(30, "frame_9.png")], "annotations": tracked})
    write("coco/tracked.txt", label_text([paint([(8, first), (2, second)]), paint([(2, ring), (8, blob)])]))

    sam = [{"segmentation": rle(m, True), "area": int(m.sum()), "bbox": [0, 0, 1, 1], "predicted_iou": iou, "point_coords": [[8.0, 7.0]],
            "stability_score": 0.97, "crop_box": [0, 0, WIDTH, HEIGHT]} for m, iou in ((blob, 1.02), (ring, 0.93), (disk(25, 12, 2, 2), 0.88))]
    write_json("coco/sam_list.json", sam)
    expected = label_text([paint([(1, blob), (2, ring), (3, disk(25, 12, 2, 2))])])
    write("coco/sam_list.txt", expected)
    write_json("coco/sa_1b.json", {"image": {"image_id": 77, "width": WIDTH, "height": HEIGHT, "file_name": "sa_77.jpg"},
                                   "annotations": [dict(a, id=600000000 + i) for i, a in enumerate(sam)]})
    for i, mask in enumerate((blob, ring, disk(25, 12, 2, 2))):
        write_png("coco/sam_folder/%d.png" % i, mask * 255)
    rows = [["id", "area", "bbox_x0", "bbox_y0", "bbox_w", "bbox_h", "point_input_x", "point_input_y", "predicted_iou", "stability_score",
             "crop_box_x0", "crop_box_y0", "crop_box_w", "crop_box_h"]]
    rows += [[i, a["area"], 0, 0, 1, 1, 8.0, 7.0, a["predicted_iou"], 0.97, 0, 0, WIDTH, HEIGHT] for i, a in enumerate(sam)]
    with open(os.path.join(OUT, "coco/sam_folder/metadata.csv"), "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def write_png(name, pixels):
    """8-bit greyscale."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    raw = b"".join(b"\0" + bytes(row.astype(np.uint8)) for row in pixels)
    path = os.path.join(OUT, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 8, 0, 0, 0, 0)) +
                   chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


# --------------------------------------------------------------------------------------------------------------- QuPath

def qupath():
    closed = lambda ring: ring + ring[:1]
    shell = [[2.25, 2.1], [14.6, 2.4], [13.8, 12.3], [3.4, 11.2]]
    hole = [[5.3, 5.2], [10.6, 5.4], [9.8, 9.3]]
    left, right = [[16.2, 3.3], [20.7, 3.6], [18.4, 8.8]], [[22.2, 3.4], [28.6, 4.3], [25.7, 9.6]]
    oval = [[27.0, 17.5], [23.5, 21.0], [20.0, 17.5], [23.5, 14.0]]
    centre = lambda ring: np.asarray(ring) - 0.5
    feature = lambda id, geometry, properties, **more: {"type": "Feature", "id": id, "geometry": geometry, "properties": properties, **more}
    cell = feature("4b1c", {"type": "Polygon", "coordinates": [closed(shell), closed(hole)]},
                   {"objectType": "cell", "name": "first", "classification": {"name": "Tumor", "color": [200, 0, 0]},
                    "measurements": {"Area": 103.2}, "isLocked": False},
                   nucleusGeometry={"type": "Polygon", "coordinates": [closed([[4.5, 4.5], [6.5, 4.5], [6.5, 6.5]])]})
    parts = feature("PathDetectionObject", {"coordinates": [[closed(left)], [closed(right)]], "type": "MultiPolygon"},
                    {"classification": {"names": ["Stroma", "Positive"]}, "measurements": [{"name": "Area", "value": 31.5}]})
    ellipse = feature("77", {"type": "Polygon", "isEllipse": True, "coordinates": [closed(oval)]}, {"objectType": "detection"})
    region = feature("PathAnnotationObject", {"type": "Polygon", "coordinates": [closed([[0, 0], [32, 0], [32, 24], [0, 24]])]}, {})
    masks = [polygon(centre(shell)) & ~polygon(centre(hole)), polygon(centre(left)) | polygon(centre(right)), disk(23, 17, 3.5, 3.5)]
    expected = label_text([paint([(i + 1, mask) for i, mask in enumerate(masks)])])
    write("qupath/objects.txt", expected)
    collection = {"type": "FeatureCollection", "features": [region, cell, parts, ellipse]}
    write_json("qupath/collection.geojson", collection)
    write_json("qupath/array.json", [region, cell, parts, ellipse])
    with gzip.GzipFile(os.path.join(OUT, "qupath/collection.geojson.gz"), "wb", mtime=0) as file:
        file.write(json.dumps(collection).encode())
    write_json("qupath/single.geojson", region)
    planes = [dict(f, geometry=dict(f["geometry"], plane={"c": -1, "z": 0, "t": t})) for f, t in ((cell, 1), (ellipse, 0))]
    write_json("qupath/time.geojson", {"type": "FeatureCollection", "features": planes})
    write("qupath/time.txt", label_text([paint([(2, masks[2])]), paint([(1, masks[0])])]))


# --------------------------------------------------------------------------------------------------- Labkit and Cellpose

def tiff(name, planes):
    """Uncompressed 8-bit planes, one directory each."""
    height, width = planes[0].shape
    data, offsets = b"II*\0\0\0\0\0", []
    for plane in planes:
        offsets.append(len(data))
        data += bytes(plane.astype(np.uint8).ravel())
    link = 4
    for offset in offsets:
        data = data[:link] + struct.pack("<I", len(data)) + data[link + 4:]
        tags = [(256, 3, width), (257, 3, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, offset), (277, 3, 1), (278, 3, height),
                (279, 4, width * height)]
        data += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
        link = len(data)
        data += struct.pack("<I", 0)
    with open(os.path.join(OUT, name), "wb") as file:
        file.write(data)


def labkit():
    a, b = disk(8, 8, 5, 4), disk(11, 9, 3, 3)
    points = lambda mask: [[int(x), int(y)] for y, x in np.argwhere(mask)]
    sizes = [{"size": 0.25, "unit": "um"}, {"size": 0.25, "unit": "um"}]
    back = np.zeros((HEIGHT, WIDTH), bool)
    back[20:22, 3:30] = True
    write_json("labkit/cells.labeling", {"interval": {"min": [0, 0], "max": [WIDTH - 1, HEIGHT - 1], "n": 2}, "pixelSizes": sizes,
                                         "labels": {"background": points(back), "left": points(a), "right": points(b)},
                                         "colors": {"left": "#FF0000", "right": "#00FF00"}})
    expected = paint([(1, a), (2, b)])
    write("labkit/cells.txt", label_text([expected]))
    later = disk(14, 12, 3, 3)
    points3 = lambda mask, t: [[x, y, t] for x, y in points(mask)]
    write_json("labkit/time.labeling", {"labels": {"left": points3(a, 0) + points3(later, 2)}, "colors": {},
                                        "interval": {"min": [0, 0, 0], "max": [WIDTH - 1, HEIGHT - 1, 2], "n": 3}})
    write("labkit/time.txt", label_text([paint([(1, a)]), np.zeros((HEIGHT, WIDTH), int), paint([(1, later)])]))
    tiff("labkit/cells.tif", [a * 1 + b * 2 + back * 4])  # index 3 = both
    write_json("labkit/cells.tif.labels", {"labelSets": [[], ["left"], ["right"], ["left", "right"], ["background"]], "colors": {}})


def cellpose():
    masks = [disk(8, 8, 6, 4), polygon([16.2, 3.1, 29.7, 4.2, 22.4, 12.8]), disk(22, 18, 1, 1), disk(6, 18, 4.4, 3.3)]
    labels = paint([(i + 1, mask) for i, mask in enumerate(masks)])
    lines = []
    for label in range(1, 5):
        found = cv2.findContours((labels == label).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
        outline = max(found, key=len)[:, 0].astype(int).flatten()
        # outlines of up to four points are left empty, the line stays
        lines.append(",".join(map(str, outline)) if len(outline) > 8 else "")
    write("cellpose/image_cp_outlines.txt", "\n".join(lines) + "\n")
    labels[labels == 3] = 0
    write("cellpose/image_cp_outlines.labels", label_text([labels]))


if __name__ == "__main__":
    random = np.random.default_rng(20260)
    run_lengths(random)
    geometry(random)
    trackmate()
    coco()
    qupath()
    labkit()
    cellpose()
