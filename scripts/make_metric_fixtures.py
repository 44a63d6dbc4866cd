#!/usr/bin/python3
"""Values of the metrics from independent programs, for the tests of org.motionlayers.evaluate.

usage: make_metric_fixtures.py PY_CTCMETRICS_CHECKOUT OUT.json

Needs numpy, scipy, scikit-image, torch, tifffile, and a checkout of github.com/CellTrackingChallenge/py-ctcmetrics (9865e6f was used).
"""
import json
import os
import sys
import tempfile
import types

import numpy as np
import scipy.linalg
import scipy.ndimage as ndi
import tifffile
import torch
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

RNG = np.random.default_rng(20240607)
WANG = dict(gaussian_weights=True, sigma=1.5, use_sample_covariance=False)


def smooth(*shape):
    x = ndi.gaussian_filter(RNG.normal(size=shape), 2)
    x = (x - x.min()) / (x.max() - x.min())
    return x


def flat(a):
    return np.asarray(a).ravel().tolist()


def picture(shape, channels, range_):
    """Frames as the Java side lays them out: channel, z, y, x."""
    a = np.stack([smooth(*shape) for _ in range(channels)]) * range_
    b = np.clip(a * 0.95 + RNG.normal(size=a.shape) * 0.04 * range_ + 0.01 * range_, 0, range_)
    a, b = np.round(a), np.round(b)
    ssim = np.mean([structural_similarity(p, q, data_range=range_, **WANG) for p, q in zip(a, b)])
    return dict(size=list(shape[::-1]), channels=channels, range=range_, a=flat(a.astype(int)), b=flat(b.astype(int)),
                l1=float(np.abs(a - b).mean()), mse=float(((a - b) ** 2).mean()), psnr=float(peak_signal_noise_ratio(a, b, data_range=range_)), ssim=float(ssim))


def multi_scale(side):
    """MS-SSIM with scipy's Gaussian filter and torch's average pooling."""
    a = smooth(side, side)
    b = np.clip(0.9 * a + 0.05 * RNG.normal(size=a.shape), 0, 1)
    a, b = np.round(a * 255), np.round(b * 255)
    weights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]
    n = 1
    while n < 5 and side >> n >= 11:
        n += 1
    g = lambda v: ndi.gaussian_filter(v, 1.5, truncate=3.5)
    p, q, value = a, b, 1.0
    for s in range(n):
        c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
        m, k = g(p), g(q)
        cs = (2 * (g(p * q) - m * k) + c2) / (g(p * p) - m * m + g(q * q) - k * k + c2)
        full = cs * (2 * m * k + c1) / (m * m + k * k + c1)
        used = (full if s == n - 1 else cs)[5:-5, 5:-5].mean()
        value *= used ** (weights[s] / sum(weights[:n]))
        p, q = (torch.nn.functional.avg_pool2d(torch.tensor(v)[None, None], 2)[0, 0].numpy() for v in (p, q))
    return dict(side=side, scales=n, a=flat(a.astype(int)), b=flat(b.astype(int)), value=float(value))


def frechet(n, m, d):
    x = RNG.normal(size=(n, d)) @ RNG.normal(size=(d, d))
    y = RNG.normal(size=(m, d)) @ RNG.normal(size=(d, d)) + 0.5
    s, t = np.cov(x.T), np.cov(y.T)
    root = scipy.linalg.sqrtm(s @ t).real
    value = ((x.mean(0) - y.mean(0)) ** 2).sum() + np.trace(s) + np.trace(t) - 2 * np.trace(root)
    return dict(x=x.tolist(), y=y.tolist(), value=float(value))


def boundary():
    """DAVIS' F with scipy's distance transform."""
    truth = np.zeros((40, 50), int)
    predicted = truth.copy()
    yy, xx = np.mgrid[:40, :50]
    truth[(xx - 15) ** 2 + (yy - 15) ** 2 <= 64] = 1
    predicted[(xx - 18) ** 2 + (yy - 16) ** 2 <= 49] = 1
    truth[25:40, 30:45] = 2
    predicted[27:40, 31:50] = 2
    cross = ndi.generate_binary_structure(2, 1)
    out = {}
    for label in (1, 2):
        edges = [(m == label) & ~ndi.binary_erosion(m == label, cross, border_value=1) for m in (predicted, truth)]
        share = lambda e, f: float((ndi.distance_transform_edt(~f)[e] <= 2).mean())
        precision, recall = share(edges[0], edges[1]), share(edges[1], edges[0])
        out[label] = 2 * precision * recall / (precision + recall)
    iou = {i: float(((truth == i) & (predicted == i)).sum() / ((truth == i) | (predicted == i)).sum()) for i in (1, 2)}
    return dict(width=50, height=40, tolerance=2, truth=flat(truth), predicted=flat(predicted), f=out, iou=iou)


def convolution():
    """One layer of 3x3x3 convolution of stride 1, 2, 2 with ReLU, by torch."""
    out = []
    for t, h, w in ((3, 9, 12), (1, 8, 7)):
        x, k = RNG.normal(size=(2, t, h, w)), RNG.normal(size=(3, 2, 3, 3, 3))
        y = torch.nn.functional.conv3d(torch.tensor(x)[None], torch.tensor(k), stride=(1, 2, 2), padding=1).relu()[0].numpy()
        out.append(dict(frames=t, height=h, width=w, x=flat(x), weights=flat(k), y=flat(y)))
    return out


def tracking(checkout):
    """SEG, DET, TRA, LNK by py-ctcmetrics of a small movie with shifts, swaps, splits, false and missing objects."""
    sys.path.insert(0, checkout)
    try:
        import sklearn.metrics  # noqa: F401
    except ImportError:
        def confusion_matrix(a, b):
            names = np.unique(np.concatenate([a, b]))
            m = np.zeros((len(names), len(names)), int)
            np.add.at(m, (np.searchsorted(names, a), np.searchsorted(names, b)), 1)
            return m
        sys.modules['sklearn'] = types.ModuleType('sklearn')
        sys.modules['sklearn.metrics'] = types.ModuleType('sklearn.metrics')
        sys.modules['sklearn.metrics'].confusion_matrix = confusion_matrix
    for package in ('ctc_metrics', 'ctc_metrics.metrics', 'ctc_metrics.metrics.technical', 'ctc_metrics.utils'):
        module = types.ModuleType(package)
        module.__path__ = [os.path.join(checkout, *package.split('.'))]
        sys.modules[package] = module
    from ctc_metrics.metrics.technical.det import det
    from ctc_metrics.metrics.technical.lnk import lnk
    from ctc_metrics.metrics.technical.seg import seg
    from ctc_metrics.metrics.technical.tra import tra
    from ctc_metrics.utils.representations import count_acyclic_graph_correction_operations, match

    frames, size = 8, 40
    truth = np.zeros((frames, size, size), np.uint16)
    for i in range(1, 7):
        y, x, step = RNG.integers(2, 28), 2 + 6 * (i - 1), RNG.integers(0, 3)
        for t in range(frames):
            if i == 3 and t >= 5:
                break
            truth[t, min(size - 5, y + step * t):, x:x + 5][:5] = i
    truth[5:, 2:6, 20:24], truth[5:, 8:12, 20:24] = 7, 8
    parents = {7: 3, 8: 3}
    computed = truth.copy()
    computed[2] = np.roll(truth[2], 1, axis=1)
    computed[3:][truth[3:] == 1] = 2
    computed[3:][truth[3:] == 2] = 1
    computed[4][truth[4] == 5] = 0
    computed[6][(truth[6] == 4) | (truth[6] == 5)] = 4
    xs = np.nonzero((truth[6] == 4) | (truth[6] == 5))
    computed[6, xs[0].min():xs[0].max() + 1, xs[1].min():xs[1].max() + 1] = 4
    computed[1, 34:37, 34:38] = 9
    computed[5:][truth[5:] == 8] = 3
    computed_parents = {9: 0}

    def table(movie, relation):
        return np.array([[i, *(f := np.nonzero((movie == i).any((1, 2)))[0])[[0, -1]], relation.get(i, 0)] for i in np.unique(movie) if i])

    sets = [[], [], [], [], []]
    with tempfile.TemporaryDirectory() as folder:
        for t in range(frames):
            names = [os.path.join(folder, f'{k}{t}.tif') for k in 'rc']
            for name, movie in zip(names, (truth, computed)):
                tifffile.imwrite(name, movie[t])
            for s, part in zip(sets, match(*names)):
                s.append(part)
    o = count_acyclic_graph_correction_operations(table(truth, parents), table(computed, computed_parents), *sets[:4])
    return dict(size=size, truth=[flat(f) for f in truth], computed=[flat(f) for f in computed], parents=parents, computedParents=computed_parents,
                seg=seg(sets[0], sets[4]), det=det(**o), tra=tra(**o)[0], lnk=lnk(**o), ns=int(o['NS']), fn=int(o['FN']), fp=int(o['FP']), ed=int(o['ED']), ea=int(o['EA']), ec=int(o['EC']))


def main():
    checkout, out = sys.argv[1:]
    data = dict(pictures=[picture((18, 23), 1, 255), picture((16, 16), 3, 255), picture((12, 13, 14), 1, 4000)], multiScale=[multi_scale(48), multi_scale(22)],
                frechet=[frechet(40, 30, 5), frechet(300, 200, 12)], boundary=boundary(), convolution=convolution(), tracking=tracking(checkout))
    with open(out, 'w') as f:
        json.dump(data, f, separators=(',', ':'))


main()
