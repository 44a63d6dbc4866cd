#!/usr/bin/python3
"""LaMD as it is shipped, 16 frames of 64 x 64: encoding and decoding a clip and a step of training of the autoencoder (AutoencoderNetBenchmark),
one denoising call and a step of training of the generator by class (GeneratorNetworkBenchmark), beside the same in PyTorch.

Run after `mvn test-compile`:  /usr/bin/python3 scripts/bench_lamd.py [--threads N]
Needs python3-torch (Debian). That both compute the same is what TorchAutoencoderTest and TorchGeneratorTest check.
"""
import json
import os

import torch
from torch import nn

import bench
import bench_network
import flops
import jmh
import make_lamd_fixtures
import make_lamd_generator_fixtures
from bench_network import training, without_gradients

TITLE = "Latent motion diffusion"
CLIPS, LATENTS, REPEATS = 4, 32, 8
WHY = "normalisation, activation, attention and warping are not in the limit; ours and the peer call the same kernels"


def config(name):
    with open(os.path.join(jmh.ROOT, "models", name, "config.json")) as file:
        return json.load(file)


def autoencoder():
    """Calls by what they are called in AutoencoderNetBenchmark, with their multiply-adds."""
    c = config("lamd-autoencoder")
    network = make_lamd_fixtures.Autoencoder(c)
    clips = torch.rand(CLIPS, c["channels"], c["frames"], c["side"], c["side"])
    one, first, coarse = clips[:1], 2 * clips[:1, :, 0] - 1, c["side"] // 2 ** (len(c["image"]) - 1)
    latent = torch.randn(1, c["latent"], c["latentframes"], coarse, coarse)

    def loss():
        frame = 2 * clips[:, :, 0] - 1
        mean = 8 * network.motion(2 * clips - 1).chunk(2, 1)[0]
        return ((network.video(mean, network.image(frame), frame) + 1) / 2).square().mean()

    encode, decode = without_gradients(lambda: network.motion(2 * one - 1)), without_gradients(lambda: network.video(latent, network.image(first), first))
    return {"encode": (encode, flops.of(network, encode)), "decode": (decode, flops.of(network, decode)),
            "train": (training(network, loss), 3 * flops.of(network, without_gradients(loss)))}


class ByClass(nn.Module):
    """The generator without sentences, as it is shipped."""

    def __init__(self, c):
        super().__init__()
        d, content = c["latent"][0], c["content"]
        self.unet = make_lamd_generator_fixtures.UNet(d + c["planes"], d, c)
        self.content = nn.Linear(content, c["token"]) if content != c["token"] else nn.Identity()
        self.planes = nn.Conv2d(content, c["planes"], 1)
        self.kind = nn.Linear(len(c["classes"].split()) + 1, c["token"], bias=False)

    def forward(self, x, timesteps, content, classes):
        one_hot = nn.functional.one_hot(classes, self.kind.in_features).float()
        tokens = [self.content(content.flatten(2).transpose(1, 2)), self.kind(one_hot)]
        return self.unet(torch.cat([x, self.planes(content)], 1), timesteps, torch.cat(tokens, 1))


def generator():
    """Calls by what they are called in GeneratorNetworkBenchmark, with their multiply-adds."""
    c = config("lamd-generator-class")
    network = ByClass(c)

    def forward(count):
        x, content = torch.rand(count, *c["latent"]), torch.zeros(count, c["content"], *c["latent"][1:])
        return network(x, torch.full((count,), 500.0), content, torch.ones(count, 1, dtype=torch.long))

    sample = without_gradients(lambda: forward(1))
    return {"sample": (sample, flops.of(network, sample)),
            "train": (training(network, lambda: forward(LATENTS).square().mean()), 3 * flops.of(network, without_gradients(lambda: forward(LATENTS))))}


PARTS = (("AutoencoderNetBenchmark", autoencoder, {"encode": ("encode a clip", "16 frames of 64 x 64"), "decode": ("decode a clip", "16 frames of 64 x 64"), "train": (
    "autoencoder, one training step", f"{CLIPS} clips, all frames")}),
         ("GeneratorNetworkBenchmark", generator, {"sample": ("one denoising call", "a latent of 3 x 16 x 16"), "train": ("generator, one training step", f"{LATENTS} latents")}))


def rows(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    found = []
    for benchmark, peer, names in PARTS:
        calls = peer()
        before = {name: bench.least_ms(call, options, REPEATS) for name, (call, _) in calls.items()}
        ours = jmh.least(benchmark, options, "-jvmArgsAppend", f"-Dai.djl.pytorch.num_threads={options.threads}")
        # PyTorch before and after ours, so that a change of the machine's load counts for both.
        theirs = bench_network.both(before, {name: bench.least_ms(call, options, REPEATS) for name, (call, _) in calls.items()})
        speed = bench_network.gflops(options)
        for name, (operation, size) in names.items():
            found.append(bench.Row(operation, size, ours[(name,)], "ms", f"torch {torch.__version__}", theirs[name], f"{bench_network.LIMIT} ({speed:.0f} GFLOP/s)",
                                   calls[name][1] / speed / 1e6, WHY))
    return found


if __name__ == "__main__":
    bench.main(rows)
