#!/usr/bin/python3
"""What a sampler itself costs a step (SamplerBenchmark), beside one copy of the sample, and as a share of the calls of the networks that it
samples (ObjectNetworkBenchmark, GeneratorNetworkBenchmark), measured in the same run.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_sampler.py [--threads N]
"""
import bench
import jmh

TITLE = "Samplers"
WHAT = {"196608": "6 x 8 x 64 x 64 values", "5120": "32 scenes of 5 objects, 8 frames", "768": "a latent of 3 x 16 x 16"}
KINDS = {"DDPM": "draws a Gaussian number a value", "DDIM": "mixes sample and prediction", "DPM_SOLVER": "mixes sample and two predictions",
         "EULER": "mixes sample and prediction"}


def rows(options):
    threads = ("-jvmArgsAppend", f"-Dai.djl.pytorch.num_threads={options.threads}")
    calls = {"5120": ("object space", jmh.least("ObjectNetworkBenchmark.sample", options, *threads)[("sample",)]),
             "768": ("the generator", jmh.least("GeneratorNetworkBenchmark.sample", options, *threads)[("sample",)])}
    ours = jmh.least("SamplerBenchmark", options)
    found = []
    for size, what in WHAT.items():
        for kind, why in KINDS.items():
            us = 1000 * ours[("step", kind, size)]
            share = f"; {us / 10 / calls[size][1]:.2g} % of a call of {calls[size][0]}, {bench.number(calls[size][1])} ms" if size in calls else ""
            found.append(bench.Row(f"one step of {kind.replace('_', '-')}", what, us, "us", "", None, "copy of the sample", 1000 * ours[("limitOfMemory", kind, size)], why + share))
    return found


if __name__ == "__main__":
    bench.main(rows)
