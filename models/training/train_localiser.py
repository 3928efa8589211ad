#!/usr/bin/env python3
"""Trains the localiser of credit codes and writes it as ONNX.

    draw_examples pages DATA 16000 2 && draw_examples pages DATA/held_out 300 900002
    train_localiser.py DATA OUT.onnx [--steps N] [--until N] [--minutes M]

Ends after --until steps or --minutes and goes on from DATA/localiser.state when called again; done after --steps. The
same data and steps give the same net on the same machine and number of threads.
"""

import numpy as np
import torch
from torch import nn

from examples import Examples
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
    convolutions, which OpenCV runs faster than separable ones of fewer weights. Fine scales are
    narrow, since their pixels cost; the coarse ones, which see what surrounds a line, are nearly
    free."""

    def __init__(self):
        super().__init__()
        self.quarter = nn.Sequential(convolution(1, 8, 3, 2), convolution(8, 16, 3, 2))
        self.eighth = convolution(16, 24, 3, 2)
        self.sixteenth = nn.Sequential(convolution(24, 48, 3, 2), convolution(48, 48, 3))
        self.thirty_second = nn.Sequential(
            convolution(48, 64, 3, 2), convolution(64, 64, 3), convolution(64, 64, 3)
        )
        self.to_sixteenth = convolution(64, 48, 1)
        self.merge_sixteenth = convolution(48, 48, 3)
        self.to_eighth = convolution(48, 24, 1)
        self.merge_eighth = convolution(24, 24, 3)
        self.to_quarter = convolution(24, 16, 1)
        self.heat = nn.Conv2d(16, 1, 1)
        self.enlarge = nn.Upsample(scale_factor=2, mode="nearest")

    def forward(self, page):
        quarter = self.quarter(page)
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        coarse = self.to_sixteenth(self.thirty_second(sixteenth))
        sixteenth = self.merge_sixteenth(sixteenth + self.enlarge(coarse))
        eighth = self.merge_eighth(eighth + self.enlarge(self.to_eighth(sixteenth)))
        return self.heat(torch.relu(quarter + self.enlarge(self.to_quarter(eighth))))


def pages_in(folder):
    return Examples(folder, {"pages.pixels": (SIDE, SIDE), "pages.heat": (SIDE // 4, SIDE // 4)})


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
    pixels, heat = pages.arrays
    parts, codes = [], []
    for page in random.integers(0, pages.count, BATCH):
        x, y = corner_of(heat[page], random)
        part = pixels[page, y : y + PART, x : x + PART]
        code = heat[page, y // 4 : (y + PART) // 4, x // 4 : (x + PART) // 4]
        turns = random.integers(4)
        parts.append(np.rot90(normalised(part), turns))
        codes.append(np.rot90(code, turns) > 100)
    return torch.from_numpy(np.stack(parts))[:, None], torch.from_numpy(np.stack(codes))[:, None].float()


def loss_of(answers, codes):
    """Pixel by pixel, a code's seven times; and how far the two areas overlap."""
    each = nn.functional.binary_cross_entropy_with_logits(answers, codes, reduction="none")
    heat = answers.sigmoid()
    overlap = (2 * (heat * codes).sum() + 1) / ((heat * heat).sum() + (codes * codes).sum() + 1)
    return 3 * (each * (1 + 6 * codes)).mean() + 1 - overlap


def found_share(net, pages):
    """Codes of which three fifths of the area are warm, and the share of warmth elsewhere."""
    net.eval()
    found = codes = warm_area = astray = 0
    with torch.no_grad():
        for pixels, heat in zip(*pages.arrays):
            picture = torch.from_numpy(normalised(pixels))[None, None]
            warm = (net(picture)[0, 0].sigmoid() > 0.5).numpy()
            code = heat > 100
            warm_area += warm.sum()
            astray += (warm & ~code).sum()
            if code.sum() > 8:
                codes += 1
                found += (warm & code).sum() > 0.6 * code.sum()
    net.train()
    return found, codes, astray / max(1, warm_area)


def export(net, path):
    net.eval()
    moving = {2: "height", 3: "width"}
    torch.onnx.export(
        net, torch.randn(1, 1, 448, 640), path, opset_version=11,
        input_names=["page"], output_names=["heat"], dynamic_axes={"page": moving, "heat": moving},
    )


def main():
    chosen = arguments(__doc__, steps=10000)
    torch.manual_seed(0)
    net = Localiser().to(memory_format=torch.channels_last)
    run = Run(net, chosen.data / "localiser.state", PEAK_RATE, chosen)
    pages, held_out = pages_in(chosen.data), pages_in(chosen.data / "held_out")
    while run.goes_on():
        parts, codes = batch_of(pages, np.random.default_rng([3, run.step]))
        with run.autocast():
            answers = net(run.on_device(parts))
        run.learn(loss_of(answers.float().cpu(), codes))
        if run.step % 500 == 0 or run.done():
            pages.map()
            found, all_codes, astray = found_share(net.cpu(), held_out)
            run.report(
                found / all_codes, f"found {found} of {all_codes} held out, {astray:.2f} of the warmth astray"
            )
            net.to(run.device)
            run.save()
    run.save()
    export(net.cpu(), chosen.out)


if __name__ == "__main__":
    main()
