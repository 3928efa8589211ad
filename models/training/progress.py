"""A training run that can be broken off and gone on with."""

import argparse
import math
import pathlib
import time

import torch


def arguments(about, steps):
    parser = argparse.ArgumentParser(description=about.split("\n")[0])
    parser.add_argument("data", type=pathlib.Path, help="what draw_examples wrote; the state goes there too")
    parser.add_argument("out", type=pathlib.Path, help="the net, as ONNX")
    parser.add_argument("--steps", type=int, default=steps)
    parser.add_argument("--until", type=int, default=10**9, help="end after so many of them, to be gone on with")
    parser.add_argument("--minutes", type=float, default=1e9, help="end then, to be gone on with")
    return parser.parse_args()


class Run:
    def __init__(self, net, state_file, peak_rate, chosen):
        self.net = net
        self.state_file = state_file
        self.curve_file = state_file.with_suffix(".curve")
        self.steps = chosen.steps
        self.until = min(chosen.steps, chosen.until)
        self.end = time.time() + 60 * chosen.minutes
        self.peak_rate = peak_rate
        self.step = 0
        self.losses = []
        self.begun = time.time()
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        # A processor without AVX-512 only pretends to have bfloat16, fourteen times as slowly. (What
        # torch was built for is told too; it is this line that tells of this processor.)
        self.half = self.device == "cuda" or "CPU capability usage: AVX512" in torch.__config__.show()
        net.to(self.device)
        self.optimiser = torch.optim.AdamW(net.parameters(), lr=peak_rate, weight_decay=0.02)
        if state_file.exists():
            state = torch.load(state_file, map_location=self.device)
            net.load_state_dict(state["net"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.step = state["step"]
        else:
            self.curve_file.unlink(missing_ok=True)

    def done(self):
        return self.step >= self.until

    def goes_on(self):
        return not self.done() and time.time() < self.end

    def on_device(self, batch):
        return batch.to(self.device).contiguous(memory_format=torch.channels_last)

    def autocast(self):
        return torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.half)

    def rate(self):
        """Up in 300 steps, then down along half a cosine."""
        share = self.step / self.steps
        return self.peak_rate * min(1, self.step / 300) * (0.5 + 0.5 * math.cos(math.pi * share) + 0.004)

    def learn(self, loss):
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimiser.step()
        self.step += 1
        self.losses.append(loss.item())

    def report(self, share, what):
        """`share` of what is held out comes out right; a line of the curve."""
        with open(self.curve_file, "a", encoding="ascii") as curve:
            print(self.step, f"{share:.3f}", sep="\t", file=curve)
        mean = sum(self.losses) / max(1, len(self.losses))
        minutes = (time.time() - self.begun) / 60
        print(f"step {self.step} of {self.steps}, {minutes:.1f} min, loss {mean:.4f}, {what}", flush=True)
        self.losses.clear()

    def save(self):
        """Whole or not at all, so that a run broken off while saving can be gone on with."""
        beside = self.state_file.with_suffix(".new")
        state = {"net": self.net.state_dict(), "optimiser": self.optimiser.state_dict(), "step": self.step}
        torch.save(state, beside)
        beside.replace(self.state_file)
