#!/usr/bin/env python3
"""Trains the reader of credit code lines and writes it as ONNX.

    draw_examples lines DATA 90000 1 && draw_examples lines DATA/held_out 2000 900001
    train_reader.py DATA OUT.onnx [--steps N] [--minutes M]

Ends after --minutes and goes on from DATA/reader.state when called again; done after --steps. The
same data and steps give the same net on the same machine and number of threads.
"""

import time

import numpy as np
import torch
from torch import nn

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


class Lines:
    """What draw_examples wrote, as far as it has come."""

    def __init__(self, folder):
        self.pixels_file = folder / "lines.pixels"
        self.classes_file = folder / "lines.classes"
        self.map()

    def map(self):
        count = min(
            self.pixels_file.stat().st_size // (ROWS * COLUMNS),
            self.classes_file.stat().st_size // 32,
        )
        self.count = count
        self.pixels = np.memmap(self.pixels_file, np.uint8, "r", shape=(count, ROWS, COLUMNS))
        self.classes = np.memmap(self.classes_file, np.uint8, "r", shape=(count, 32))


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
    chosen = random.integers(0, lines.count, BATCH)
    pictures = np.stack([disturbed(lines.pixels[i].astype(np.float32), random) for i in chosen])
    rows = lines.classes[chosen]
    lengths = torch.from_numpy(rows[:, 0].astype(np.int64))
    classes = np.concatenate([row[1 : 1 + row[0]] for row in rows]).astype(np.int64)
    return normalised(pictures), torch.from_numpy(classes), lengths


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
    net.eval()
    right = 0
    with torch.no_grad():
        for begin in range(0, lines.count, 100):
            rows = lines.classes[begin : begin + 100]
            answers = net(normalised(lines.pixels[begin : begin + 100].astype(np.float32)))
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
    run = Run(net, chosen.data / "reader.state", chosen.steps, PEAK_RATE)
    lines, held_out = Lines(chosen.data), Lines(chosen.data / "held_out")
    loss_of = nn.CTCLoss(blank=BLANK, zero_infinity=True)
    end = time.time() + 60 * chosen.minutes
    while not run.done() and time.time() < end:
        pictures, classes, lengths = batch_of(lines, np.random.default_rng([7, run.step]))
        with run.autocast():
            answers = net(run.on_device(pictures))
        steps = answers.float()[:, :, 0].permute(2, 0, 1).log_softmax(2).cpu()
        widths = torch.full((len(lengths),), steps.shape[0])
        run.learn(loss_of(steps, classes, widths, lengths))
        if run.step % 500 == 0 or run.done():
            lines.map()
            run.report(f"exact {exact_share(net.cpu(), held_out):.3f} of {held_out.count} held out")
            net.to(run.device)
            run.save()
    run.save()
    export(net.cpu(), chosen.out)


if __name__ == "__main__":
    main()
