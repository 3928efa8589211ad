#!/usr/bin/env python3
"""Says whether a short run follows the curve of the committed net, and exits with 1 if not.

    compare_curves.py RUN COMMITTED BAND

Both are curves as progress.py writes them: the step, and the share of what is held out that comes out
right. At the last step of the run the two may differ by BAND.
"""

import sys


def curve_in(path):
    with open(path, encoding="ascii") as lines:
        return {int(step): float(share) for step, share in (line.split() for line in lines)}


def main():
    run, committed, band = curve_in(sys.argv[1]), curve_in(sys.argv[2]), float(sys.argv[3])
    step = max(run)
    expected = committed[step]
    follows = abs(run[step] - expected) <= band
    verdict = "follows" if follows else "LEAVES"
    print(f"train: step {step}: {run[step]:.3f}, the committed net had {expected:.3f}: {verdict} it by +-{band}")
    return 0 if follows else 1


if __name__ == "__main__":
    sys.exit(main())
