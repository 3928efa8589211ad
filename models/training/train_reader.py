#!/usr/bin/env python3
"""Trains the reader of credit code lines and writes it as ONNX.

    draw_examples lines DATA 48000 1 && draw_examples lines DATA/held_out 2000 900001
    train_reader.py DATA OUT.onnx [--steps N] [--until N] [--minutes M]

Ends after --until steps or --minutes and goes on from DATA/reader.state when called again; done after --steps. The
same data and steps give the same net on the same machine and number of threads.
"""

import numpy as np
import torch
from torch import nn

from examples import Examples
from progress import Run, arguments

ROWS, COLUMNS, CLASSES = 32, 320, 38  # as in pipeline/credit_code/line_net.hpp
BLANK = 0
BATCH = 64
PEAK_RATE = 3e-3


def convolution(inputs, outputs, size, stride=1, padding=None):
    if padding is None:
        padding = size // 2 if isinstance(size, int) else (size[0] // 2, size[1] // 2)
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Reader(nn.Module):
    """32 x 320 in, one row of 80 steps out; nothing but convolutions, which OpenCV runs fast."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            convolution(1, 24, 3, 2),
            convolution(24, 24, 3),
            convolution(24, 48, 3, 2),
            convolution(48, 48, 3),
            convolution(48, 88, 3, (2, 1)),
            convolution(88, 88, 3),
            convolution(88, 128, (4, 1), 1, 0),
            convolution(128, 128, (1, 5)),
            convolution(128, 128, (1, 5)),
            nn.Conv2d(128, CLASSES, 1),
        )

    def forward(self, lines):
        return self.layers(lines)


def lines_in(folder):
    return Examples(folder, {"lines.pixels": (ROWS, COLUMNS), "lines.classes": (32,)})


def normalised(pictures):
    mean = pictures.mean((1, 2), keepdims=True)
    deviation = pictures.std((1, 2), keepdims=True)
    return torch.from_numpy((pictures - mean) / (deviation + 8))[:, None]


def disturbed(picture, random):
    """Each time a line comes round it stands elsewhere, under other noise."""
    shift = random.integers(-5, 6)
    picture = np.roll(picture, shift, 1)
    if shift > 0:
        picture[:, :shift] = picture[:, shift : shift + 1]
    elif shift < 0:
        picture[:, shift:] = picture[:, shift - 1 : shift]
    if random.random() < 0.3:
        picture = np.roll(picture, random.choice([-1, 1]), 0)
    if random.random() < 0.3:
        picture = picture + random.normal(0, random.uniform(0, 8), picture.shape)
    if random.random() < 0.15:  # a smear across
        width = random.integers(2, 10)
        x = random.integers(0, COLUMNS - width)
        picture[:, x : x + width] = picture[:, x : x + width] * 0.5 + random.uniform(0, 255) * 0.5
    return picture.astype(np.float32)


def batch_of(lines, random):
    pixels, classes = lines.arrays
    chosen = random.integers(0, lines.count, BATCH)
    pictures = np.stack([disturbed(pixels[i].astype(np.float32), random) for i in chosen])
    rows = classes[chosen]
    lengths = torch.from_numpy(rows[:, 0].astype(np.int64))
    targets = np.concatenate([row[1 : 1 + row[0]] for row in rows]).astype(np.int64)
    return normalised(pictures), torch.from_numpy(targets), lengths


def read(answers):
    """The likeliest class of each step, repeats and blanks gone."""
    texts = []
    for steps in answers.argmax(1)[:, 0].tolist():
        text, previous = [], BLANK
        for step in steps:
            if step not in (BLANK, previous):
                text.append(step)
            previous = step
        texts.append(text)
    return texts


def exact_share(net, lines):
    pixels, classes = lines.arrays
    net.eval()
    right = 0
    with torch.no_grad():
        for begin in range(0, lines.count, 100):
            rows = classes[begin : begin + 100]
            answers = net(normalised(pixels[begin : begin + 100].astype(np.float32)))
            for text, row in zip(read(answers), rows):
                right += text == row[1 : 1 + row[0]].tolist()
    net.train()
    return right / lines.count


def export(net, path):
    net.eval()
    torch.onnx.export(
        net, torch.randn(1, 1, ROWS, COLUMNS), path, opset_version=11,
        input_names=["line"], output_names=["steps"],
    )


def main():
    chosen = arguments(__doc__, steps=12000)
    torch.manual_seed(0)
    net = Reader().to(memory_format=torch.channels_last)
    run = Run(net, chosen.data / "reader.state", PEAK_RATE, chosen)
    lines, held_out = lines_in(chosen.data), lines_in(chosen.data / "held_out")
    loss_of = nn.CTCLoss(blank=BLANK, zero_infinity=True)
    while run.goes_on():
        pictures, classes, lengths = batch_of(lines, np.random.default_rng([7, run.step]))
        with run.autocast():
            answers = net(run.on_device(pictures))
        steps = answers.float()[:, :, 0].permute(2, 0, 1).log_softmax(2).cpu()
        widths = torch.full((len(lengths),), steps.shape[0])
        run.learn(loss_of(steps, classes, widths, lengths))
        if run.step % 500 == 0 or run.done():
            lines.map()
            exact = exact_share(net.cpu(), held_out)
            run.report(exact, f"exact {exact:.3f} of {held_out.count} held out")
            net.to(run.device)
            run.save()
    run.save()
    export(net.cpu(), chosen.out)


if __name__ == "__main__":
    main()
