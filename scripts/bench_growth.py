#!/usr/bin/python3
"""How the time of every stage grows with objects, pixels, frames and channels (GrowthBenchmark), one varied at a time: exponents for
docs/benchmarks.md, and the curves in docs/benchmarks/growth.png.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_growth.py [--quick]
Needs python3-numpy and python3-matplotlib (Debian).
"""
import os

import matplotlib
import numpy as np

import bench
import jmh

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

FIGURE = os.path.join(jmh.ROOT, "docs", "benchmarks", "growth.png")
STAGES = {"decompose": "decomposing", "track": "measuring tracks", "velocity": "velocity", "hierarchical": "hierarchical", "composite": "compositing"}
# What is varied, how far, at what other sizes, and what a step of the sweep multiplies.
SWEEPS = {"objects": ([10, 100, 1000, 10000, 100000], ("-p", "side=2048"), 1),
          "pixels": ([256, 512, 1024, 2048], ("-p", "objects=100"), 2),
          "frames": ([2, 4, 8, 16, 32], ("-p", "side=512", "-p", "objects=1000"), 1),
          "channels": ([1, 2, 4, 8], ("-p", "side=1024"), 1)}
LINEAR = 1.15


def sweep(what, options):
    """Sizes, and by stage the times in ms at each."""
    values, others, power = SWEEPS[what]
    values = values[:3] if options.quick else values
    parameter = "side" if what == "pixels" else what
    rows = jmh.rows("GrowthBenchmark", options, "-prof", "org.motionlayers.ProcessorTime", "-p", parameter + "=" + ",".join(map(str, values)), *others)
    found = {}
    for (stage, *_), row in rows.items():
        found[(stage, int(row["params"][parameter]))] = min(t for fork in row["secondaryMetrics"]["processor"]["rawData"] for t in fork)
    return [v ** power for v in values], {stage: [found[(stage, v)] for v in values] for stage in STAGES}


def exponents(sizes, times):
    """Of the whole sweep, and of its last step, where constant costs count least."""
    steps = np.diff(np.log(times)) / np.diff(np.log(sizes))
    return np.polyfit(np.log(sizes), np.log(times), 1)[0], steps[-1]


def draw(found):
    figure, axes = pyplot.subplots(1, len(found), figsize=(12, 3.2), sharey=True, layout="constrained")
    for axis, (what, (sizes, times)) in zip(axes, found.items()):
        for stage, name in STAGES.items():
            axis.loglog(sizes, times[stage], "o-", markersize=3, linewidth=1, label=name)
        middle = np.exp(np.mean([np.log(t[-1]) for t in times.values()]))
        axis.loglog(sizes, middle * np.array(sizes) / sizes[-1], ":", color="grey", linewidth=1, label="linear")
        axis.set_xlabel(what)
        axis.grid(alpha=.3)
    axes[0].set_ylabel("processor time, ms")
    axes[-1].legend(fontsize=7)
    os.makedirs(os.path.dirname(FIGURE), exist_ok=True)
    figure.savefig(FIGURE, dpi=80)


def text(options):
    """Lines of the page; draws the figure."""
    found = {what: sweep(what, options) for what in SWEEPS}
    if not options.quick:
        draw(found)
    lines = ["![Time of every stage against objects, pixels, frames and channels](benchmarks/growth.png)", "",
             "Time grows as size^e: e over the whole sweep, and in brackets over its last step, where what does not grow counts least; then the time at the largest size. "
             "Frames are observed and as many predicted; hierarchical fits its models to them.", "", "| | " + " | ".join(
                 f"{what}, {sizes[0]:,} to {sizes[-1]:,}" for what, (sizes, _) in found.items()) + " |", "|---" * (len(found) + 1) + "|"]
    for stage, name in STAGES.items():
        cells = []
        for sizes, times in found.values():
            whole, last = exponents(sizes, times[stage])
            cells.append(f"{whole:.2f} ({last:.2f}), {bench.number(times[stage][-1])} ms" + (" **superlinear**" if last > LINEAR else ""))
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


if __name__ == "__main__":
    given = bench.arguments()
    print("\n".join(text(bench.Options(given.quick, given.threads))))
