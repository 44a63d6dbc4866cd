#!/usr/bin/env python3
"""Forecasts of two classic predictors on small tracks: what org.motionlayers.predict.BaselinePredictorsTest compares with.

usage: make_predictor_fixtures.py > forecasts.csv        (needs numpy)

The tracks are random walks with a drift, 3 objects, 7 frames, 2D and 3D; object 1 is missing in frame 3, object 2 appears in frame 5.
  velocity  straight line by least squares through the last 4 unbroken frames (fewer where fewer exist), read at h
  kalman    constant-velocity Kalman filter, white acceleration 0.5 px/frame^2, measurement 1 px, start v = 0 with 5 px/frame,
            over the unbroken frames up to the last one
Rows: track,dimensions,frame,object,x,y[,z] and velocity|kalman,dimensions,h,object,x,y[,z] (positions in pixels).
"""
import numpy as np

FRAMES, OBJECTS = 7, 3


def line(x, h):
    t = np.arange(1 - len(x), 1)
    c, *_ = np.linalg.lstsq(np.c_[np.ones(len(x)), t], x, rcond=None)
    return c[0] + c[1] * h


def kalman(x, h, sa=0.5, sz=1.0, sv=5.0):
    F = np.array([[1, 1], [0, 1.]])
    Q = sa**2 * np.array([[.25, .5], [.5, 1.]])
    H = np.array([[1., 0]])
    X = np.zeros((2, x.shape[1]))
    X[0] = x[0]
    P = np.diag([sz**2, sv**2])
    for z in x[1:]:
        X = F @ X
        P = F @ P @ F.T + Q
        K = P @ H.T / ((H @ P @ H.T)[0, 0] + sz**2)
        X = X + K @ (z - X[0])[None]
        P = P - K @ H @ P
    return X[0] + h * X[1]


def row(*values):
    print(','.join(v if isinstance(v, str) else f'{v:.12g}' for v in values))


for dimensions in (2, 3):
    random = np.random.default_rng(dimensions)
    steps = random.normal(0, 1, (FRAMES, OBJECTS, dimensions)) + np.array([2., -1., .5])[:dimensions]
    x = np.cumsum(steps, 0) + 40
    first = {0: 0, 1: 4, 2: 5}
    for t in range(FRAMES):
        for i in range(OBJECTS):
            if not (i == 1 and t == 3) and not (i == 2 and t < 5):
                row('track', dimensions, t, i, *x[t, i])
    for h in (1, 2, 4, 8):
        for i in range(OBJECTS):
            seen = x[first[i]:, i]
            row('velocity', dimensions, h, i, *line(seen[-4:], h))
            row('kalman', dimensions, h, i, *kalman(seen, h))
