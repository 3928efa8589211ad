#!/usr/bin/env python3
"""Trains the localiser of credit codes and writes it as ONNX.

    draw_examples pages DATA 8000 2 && draw_examples pages DATA/held_out 300 900002
    train_localiser.py DATA OUT.onnx [--steps N] [--minutes M]

Ends after --minutes and goes on from DATA/localiser.state when called again; done after --steps. The
same data and steps give the same net on the same machine and number of threads.
"""

import time

import numpy as np
import torch
from torch import nn

from progress import Run, arguments

SIDE = 640  # of a drawn page
PART = 448  # of it is learnt from at a time, so that codes stand anywhere
BATCH = 12
PEAK_RATE = 4e-3


def convolution(inputs, outputs, size, stride=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Localiser(nn.Module):
    """A page in, at a quarter of its size how likely each place is part of a code; plain 3 x 3
    convolutions, which OpenCV runs faster than separable ones of fewer weights."""

    def __init__(self):
        super().__init__()
        self.quarter = nn.Sequential(convolution(1, 8, 3, 2), convolution(8, 16, 3, 2))
        self.eighth = nn.Sequential(convolution(16, 32, 3, 2), convolution(32, 32, 3))
        self.sixteenth = nn.Sequential(
            convolution(32, 48, 3, 2), convolution(48, 48, 3), convolution(48, 48, 3), convolution(48, 48, 3)
        )
        self.to_eighth = convolution(48, 32, 1)
        self.merge = convolution(32, 32, 3)
        self.to_quarter = convolution(32, 16, 1)
        self.heat = nn.Conv2d(16, 1, 3, 1, 1)
        self.enlarge = nn.Upsample(scale_factor=2, mode="nearest")

    def forward(self, page):
        quarter = self.quarter(page)
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        eighth = self.merge(eighth + self.enlarge(self.to_eighth(sixteenth)))
        return self.heat(torch.relu(quarter + self.enlarge(self.to_quarter(eighth))))


class Pages:
    """What draw_examples wrote, as far as it has come."""

    def __init__(self, folder):
        self.pixels_file = folder / "pages.pixels"
        self.heat_file = folder / "pages.heat"
        self.map()

    def map(self):
        count = min(
            self.pixels_file.stat().st_size // SIDE**2, self.heat_file.stat().st_size // (SIDE // 4) ** 2
        )
        self.count = count
        self.pixels = np.memmap(self.pixels_file, np.uint8, "r", shape=(count, SIDE, SIDE))
        self.heat = np.memmap(self.heat_file, np.uint8, "r", shape=(count, SIDE // 4, SIDE // 4))


def normalised(picture):
    picture = picture.astype(np.float32)
    return (picture - picture.mean()) / (picture.std() + 10)


def corner_of(heat, random):
    """Of a part that holds the code, three times in four."""
    rows, columns = np.nonzero(heat > 100)
    last = SIDE - PART
    if len(rows) and random.random() < 0.75:
        x = 4 * columns.mean() - random.integers(60, PART - 60)
        y = 4 * rows.mean() - random.integers(40, PART - 40)
    else:
        x, y = random.integers(0, last + 1, 2)
    return int(np.clip(x, 0, last)) // 4 * 4, int(np.clip(y, 0, last)) // 4 * 4


def batch_of(pages, random):
    parts, heats = [], []
    for page in random.integers(0, pages.count, BATCH):
        x, y = corner_of(pages.heat[page], random)
        part = pages.pixels[page, y : y + PART, x : x + PART]
        heat = pages.heat[page, y // 4 : (y + PART) // 4, x // 4 : (x + PART) // 4]
        turns = random.integers(4)
        parts.append(np.rot90(normalised(part), turns))
        heats.append(np.rot90(heat, turns) > 100)
    return torch.from_numpy(np.stack(parts))[:, None], torch.from_numpy(np.stack(heats))[:, None].float()


def loss_of(answers, codes):
    """Pixel by pixel, a code's seven times; and how far the two areas overlap."""
    each = nn.functional.binary_cross_entropy_with_logits(answers, codes, reduction="none")
    heat = answers.sigmoid()
    overlap = (2 * (heat * codes).sum() + 1) / ((heat * heat).sum() + (codes * codes).sum() + 1)
    return 3 * (each * (1 + 6 * codes)).mean() + 1 - overlap


def found_share(net, pages):
    """Codes of which three fifths of the area are warm, and the share of warmth elsewhere."""
    net.eval()
    found = codes = warm = astray = 0
    with torch.no_grad():
        for page in range(pages.count):
            picture = torch.from_numpy(normalised(pages.pixels[page]))[None, None]
            heat = (net(picture)[0, 0].sigmoid() > 0.5).numpy()
            code = pages.heat[page] > 100
            warm += heat.sum()
            astray += (heat & ~code).sum()
            if code.sum() > 8:
                codes += 1
                found += (heat & code).sum() > 0.6 * code.sum()
    net.train()
    return found, codes, astray / max(1, warm)


def export(net, path):
    net.eval()
    moving = {2: "height", 3: "width"}
    torch.onnx.export(
        net, torch.randn(1, 1, 448, 640), path, opset_version=11,
        input_names=["page"], output_names=["heat"], dynamic_axes={"page": moving, "heat": moving},
    )


def main():
    chosen = arguments(__doc__, steps=7000)
    torch.manual_seed(0)
    net = Localiser().to(memory_format=torch.channels_last)
    run = Run(net, chosen.data / "localiser.state", chosen.steps, PEAK_RATE)
    pages, held_out = Pages(chosen.data), Pages(chosen.data / "held_out")
    end = time.time() + 60 * chosen.minutes
    while not run.done() and time.time() < end:
        parts, codes = batch_of(pages, np.random.default_rng([3, run.step]))
        with run.autocast():
            answers = net(run.on_device(parts))
        run.learn(loss_of(answers.float().cpu(), codes))
        if run.step % 500 == 0 or run.done():
            pages.map()
            found, all_codes, astray = found_share(net.cpu(), held_out)
            run.report(f"found {found} of {all_codes} held out, {astray:.2f} of the warmth astray")
            net.to(run.device)
            run.save()
    run.save()
    export(net.cpu(), chosen.out)


if __name__ == "__main__":
    main()
