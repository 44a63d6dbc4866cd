#!/usr/bin/python3
"""What the hierarchical predictor's filters must find, from joint Gaussian distributions written out in full, without a filter.

usage: make_hierarchical_fixtures.py OUT.json     (needs numpy)

A model of motion makes all positions of a track jointly Gaussian. Their covariance matrix is built here from the model's definition;
the log probability, and the expected future, are then plain linear algebra.
"""
import json
import sys

import numpy as np

RNG = np.random.default_rng(7)


def influence(steps, phi, turn):
    """Matrices that turn (v0, m, a, noises) into positions of steps 1..steps, as complex numbers: x + iy."""
    n = steps
    rotation = phi * np.exp(1j * turn)
    v0, m, a = np.zeros(n, complex), np.zeros(n, complex), np.zeros(n, complex)
    w = np.zeros((n, n), complex)
    for k in range(1, n + 1):
        v0[k - 1] = sum(rotation ** j for j in range(1, k + 1))
        m[k - 1] = k
        a[k - 1] = k * (k + 1) / 2
        for j in range(1, k + 1):
            w[k - 1, j - 1] = sum(rotation ** i for i in range(0, k - j + 1))
    return v0, m, a, w


def covariance(steps, model):
    """Of the displacements against the first measured position: n x n, complex for a turning model (one axis for a straight one)."""
    v0, m, a, w = influence(steps, model['persistence'], model['turn'])
    random, drive = model['random'], model['random'] * (1 - model['persistence'] ** 2)
    r = max(model['measurement'] / 2, 1e-4)
    outer = lambda u: np.outer(u, u.conj())
    c = random * outer(v0) + model['steady'] * outer(m) + model['acceleration'] * outer(a) + drive * w @ w.conj().T
    return c + r * np.ones((steps, steps)) + r * np.eye(steps), c + r * np.ones((steps, steps))


def case(model, steps, ahead, dimensions):
    y = np.cumsum(RNG.normal(size=(steps, dimensions)), axis=0)
    full, true = covariance(steps + ahead, model)
    s = full[:steps, :steps]
    data = y[:, :1] + 1j * y[:, 1:2] if model['turn'] else y
    solved = np.linalg.solve(s, data)
    quadratic = float((data.conj() * solved).real.sum())
    logdet = float(np.linalg.slogdet(s)[1]) * dimensions
    future = true[steps:, :steps] @ solved
    now = true[steps - 1:steps, :steps] @ solved
    unpack = lambda z: np.c_[z.real, z.imag] if model['turn'] else z.real
    return dict(model=model, path=np.r_[np.zeros((1, dimensions)), y].tolist(), quadratic=quadratic, logdet=logdet, now=unpack(now)[0].tolist(),
                future=unpack(future).tolist())


def group(model, steps, tracks, dimensions, prior_variance, variances):
    """Coefficients of the field (1, x, y) by generalised least squares, all tracks stacked."""
    terms = 1 + dimensions
    precision, right, out = np.eye(terms) / prior_variance, np.zeros((terms, dimensions)), []
    s = covariance(steps, model)[0].real
    for v in variances[:tracks]:
        place = RNG.normal(size=(steps + 1, dimensions)).cumsum(axis=0) + RNG.normal(size=dimensions) * 5
        path = np.r_[np.zeros((1, dimensions)), RNG.normal(size=(steps, dimensions)).cumsum(axis=0)]
        t = np.c_[np.ones(steps), place[:-1]].cumsum(axis=0)
        precision += t.T @ np.linalg.solve(s, t) / v
        right += t.T @ np.linalg.solve(s, path[1:]) / v
        out.append(dict(place=place.tolist(), path=path.tolist(), variance=v))
    return dict(model=model, tracks=out, priorVariance=prior_variance, coefficients=np.linalg.solve(precision, right).tolist(),
                logdet=float(np.linalg.slogdet(precision)[1]))


def main():
    model = lambda p, turn, steady, a, n: dict(persistence=p, turn=turn, steady=steady, acceleration=a, measurement=n, random=1 - n - steady)
    cases = [case(model(0, 0, 0, 0, 0.1), 5, 3, 2), case(model(0.6, 0, 0.3, 0, 0.2), 9, 4, 3), case(model(0.95, 0, 0.1, 0, 0.4), 12, 8, 2),
             case(model(0.5, 0, 0.6, 1e-2, 0.1), 10, 5, 2), case(model(0.95, 0.25, 0, 0, 0.3), 8, 6, 2), case(model(0.995, -0.1, 0, 0, 0), 20, 8, 2)]
    fields = [group(model(0.6, 0, 0.1, 0, 0.2), 7, 6, 2, 3.0, [1.0, 2.0, 0.5, 4.0, 1.5, 0.7])]
    with open(sys.argv[1], 'w') as f:
        json.dump(dict(cases=cases, fields=fields), f, separators=(',', ':'))


main()
