#!/usr/bin/python3
"""Linking two frames of touching squares that moved (LinkingBenchmark): beside jgrapht's Kuhn-Munkres on all pairs and one pass over the pixels.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_linking.py
"""
import bench
import jmh

TITLE = "Linking labels from frame to frame"


def rows(options):
    ours = jmh.least("LinkingBenchmark", options)
    found = []
    for side in ("16", "32", "128"):
        peer = ("Kuhn-Munkres of jgrapht on all pairs", ours[("kuhnMunkres", side)]) if side == "16" else ("", None)
        found.append(bench.Row("link two frames", f"{int(side) ** 2} squares of 32 x 32", ours[("link", side)], "ms", *peer, "one pass over both label images",
                               ours[("plainPass", side)], "regions, overlaps and distances of neighbours are not in the limit"))
    return found


if __name__ == "__main__":
    bench.main(rows)
