#!/usr/bin/python3
"""One sampling step and one training step of Motion Dreamer's network of object space: PyTorch and ours (ObjectNetworkBenchmark).

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_dreamer.py [--threads N]
Needs python3-torch (Debian). That both compute the same is what TorchNetworkTest checks.
"""
import torch

import bench
import bench_network
import flops
import jmh
import make_dreamer_fixtures as twin

TITLE = "One step of Motion Dreamer, object space"
SHIPPED = dict(twin.TINY, frames=16, channels=64, inner=48, heads=4, blocks=2)
WHY = "many small products; normalisation, activation and attention are not in the limit"


def peer(options):
    network, scene = twin.ObjectNetwork(SHIPPED), twin.scene(SHIPPED, 32, 5, 8)
    noisy, timesteps = torch.randn(32, 5, 8, 4), torch.full((32,), 500.0)
    sample = bench_network.without_gradients(lambda: network(noisy, timesteps, scene))
    train = bench_network.training(network, lambda: network(noisy, timesteps, scene)[-1].square().mean())
    return bench_network.steps(sample, train, options), flops.of(network, sample)


def rows(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    before, flop = peer(options)
    ours = jmh.least("ObjectNetworkBenchmark", options, "-jvmArgsAppend", f"-Dai.djl.pytorch.num_threads={options.threads}")
    # PyTorch before and after ours, so that a change of the machine's load counts for both.
    theirs, speed = bench_network.both(before, peer(options)[0]), bench_network.gflops(options)
    return [bench.Row(bench_network.WHAT[step], "32 scenes of 5 objects, 8 frames", ours[(step,)], "ms", f"torch {torch.__version__}", theirs[step],
                      f"{bench_network.LIMIT} ({speed:.0f} GFLOP/s)", flop * times / speed / 1e6, WHY) for step, times in (("sample", 1), ("train", 3))]


if __name__ == "__main__":
    bench.main(rows)
