#!/usr/bin/python3
"""All benchmarks: ours, the peer and the limit of the machine in one table, docs/benchmarks.md.

    scripts/bench.sh [--quick] [--threads N] [NAME ...]

NAME is that of a script bench_NAME.py; without one all are run. A script that was run replaces its own rows in docs/benchmarks.json, which
the page is made of; with --quick nothing is written. Every bench_NAME.py has a function rows(options), and runs alone as well.
"""
import argparse
import dataclasses
import datetime
import glob
import importlib
import json
import os
import platform
import resource
import subprocess
import sys
import time

import jmh

KEPT = os.path.join(jmh.ROOT, "docs", "benchmarks.json")
PAGE = os.path.join(jmh.ROOT, "docs", "benchmarks.md")
# The way of the data.
ORDER = ("start", "tiff", "linking", "regionprops", "inpaint", "perobject", "composite", "splat", "network", "sampler", "dreamer", "lamd")
LOW_SHARE = 0.7


@dataclasses.dataclass
class Options:
    quick: bool = False
    threads: int = 1


@dataclasses.dataclass
class Row:
    """One measurement: least processor times, all in the same unit."""
    operation: str
    size: str
    ours: float
    unit: str
    peer: str = ""
    theirs: float = None
    limit: str = ""
    bound: float = None
    # why it is far from the limit, or what else is worth knowing
    remark: str = ""

    @property
    def ratio(self):
        return self.theirs / self.ours if self.theirs else None

    @property
    def share(self):
        return self.bound / self.ours if self.bound else None

    def text(self):
        peer = f" | {self.peer} {number(self.theirs)} {self.unit}, {number(self.ratio)} x" if self.theirs else ""
        limit = f" | {self.limit} {number(self.bound)} {self.unit}, {self.share:.0%} of the limit" if self.bound else ""
        return f"{self.operation}, {self.size}: {number(self.ours)} {self.unit}{peer}{limit}" + (f" | {self.remark}" if self.remark else "")

    def cells(self):
        return [self.operation, self.size, f"{number(self.ours)} {self.unit}", f"{self.peer}: {number(self.theirs)} {self.unit}" if self.theirs else "-",
                f"{number(self.ratio)} x" if self.theirs else "-", f"{self.limit}: {number(self.bound)} {self.unit}" if self.bound else "-",
                f"{self.share:.0%}" if self.bound else "-", self.remark]


def number(value):
    """Three figures."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def processor_time():
    """Seconds on a processor of this process and of those that it started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def least_ms(call, options, repeats=7):
    """The least processor time of some calls in ms, after one that is not counted."""
    call()
    times = []
    for _ in range(2 if options.quick else repeats):
        start = processor_time()
        call()
        times.append(1000 * (processor_time() - start))
    return min(times)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="which; all without one")
    parser.add_argument("--quick", action="store_true", help="few iterations; nothing is written")
    parser.add_argument("--threads", type=int, default=1, help="threads of PyTorch, ours and the peer's (default 1)")
    return parser.parse_args()


def main(rows):
    """What a bench_NAME.py does when it is run alone."""
    given = arguments()
    for row in rows(Options(given.quick, given.threads)):
        print(row.text())


def machine():
    """Processor, cores, memory, Java, Python."""
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), platform.processor())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    java = subprocess.run(["java", "-version"], stderr=subprocess.PIPE, text=True).stderr.splitlines()[0].replace('"', "")
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {java}, Python {platform.python_version()}"


def kept():
    if not os.path.exists(KEPT):
        return {}
    with open(KEPT) as file:
        return json.load(file)


def table(rows):
    lines = ["| operation | size | ours | peer | ratio | limit | share | remark |", "|---|---|---|---|---|---|---|---|"]
    return lines + ["| " + " | ".join(row.cells()) + " |" for row in rows]


def page(all_kept):
    """docs/benchmarks.md of what is kept."""
    lines = ["# Benchmarks", "", "Made by `scripts/bench.sh`. Every figure is the least processor time of all iterations, all threads together: the machine is shared, and other work on it would "
             "lengthen a clock's time, but hardly this one. Ours, the peer and the limit of a row were measured in one run, one after the other, with one thread where the command "
             "does not say otherwise. `ratio` is how many times as long the peer takes, `share` the limit's time divided by ours.", ""]
    for name in [n for n in ORDER if n in all_kept]:
        entry = all_kept[name]
        lines += [f"## {entry['title']}", "", f"`{entry['command']}`, {entry['date']}, load {entry['load']}; {entry['machine']}.", ""]
        lines += table([Row(**row) for row in entry["rows"]]) + [""]
    if "growth" in all_kept:
        entry = all_kept["growth"]
        lines += ["## Growth", "", f"`{entry['command']}`, {entry['date']}, load {entry['load']}; {entry['machine']}.", "", *entry["text"], ""]
    profiles = os.path.join(jmh.ROOT, "docs", "benchmarks", "profiles.md")
    if os.path.exists(profiles):
        with open(profiles) as file:
            lines += [file.read().rstrip(), ""]
    with open(PAGE, "w") as file:
        file.write("\n".join(lines))


def names():
    return sorted(os.path.basename(path)[len("bench_"):-len(".py")] for path in glob.glob(os.path.join(jmh.ROOT, "scripts", "bench_*.py")))


def run(name, options):
    """Runs one script; returns what is kept of it."""
    module = importlib.import_module("bench_" + name)
    load = f"{os.getloadavg()[0]:.1f}"
    entry = {"title": module.TITLE, "command": f"scripts/bench.sh --threads {options.threads} {name}", "date": datetime.date.today().isoformat(), "machine": machine(),
             "load": load}
    if name == "growth":
        entry["text"] = module.text(options)
        print("\n".join(entry["text"]))
        return entry
    rows = module.rows(options)
    for row in rows:
        print(row.text(), flush=True)
    low = [row.operation for row in rows if row.bound and row.share < LOW_SHARE and not row.remark]
    if low:
        print(f"{name}: under {LOW_SHARE:.0%} of the limit and not explained: {', '.join(low)}", file=sys.stderr)
    entry["rows"] = [dataclasses.asdict(row) for row in rows]
    return entry


def suite():
    given = arguments()
    options = Options(given.quick, given.threads)
    unknown = set(given.names) - set(names())
    if unknown:
        raise SystemExit(f"bench: {', '.join(sorted(unknown))}: not one of {', '.join(names())}")
    for name in given.names or names():
        print(f"-- {name}", flush=True)
        entry = run(name, options)
        if not options.quick:
            all_kept = kept()
            all_kept[name] = entry
            with open(KEPT, "w") as file:
                json.dump(all_kept, file, indent=1)
            page(all_kept)


if __name__ == "__main__":
    suite()
