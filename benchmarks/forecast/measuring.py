"""Seeds walked, and the table of methods by horizon."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.forecast.channel import generate
from benchmarks.forecast.walking import Walk
from domain.forecast.accuracy import Accuracy, score, total
from domain.forecast.choosing import Method
from domain.forecast.snapshot import blend

FROM, HORIZONS = 12, (1, 2, 3, 6, 12)
CALIBRATED = "校准"
NAMES = (*(each.value for each in Method), CALIBRATED)


def main(args: Sequence[str] = ()) -> None:
    """Prints, by horizon, for each method the medians over seeds of WAPE, gain, |bias|, and in how many it was worse than naive."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast")
    parser.add_argument("first", type=int, nargs="?", default=101, help="seed; default: 101 to 120")
    parser.add_argument("last", type=int, nargs="?", default=120)
    given = parser.parse_args(list(args))
    begun, seeds = time.process_time(), range(given.first, given.last + 1)
    found = [of_seed(seed) for seed in seeds]
    print(f"seeds {given.first}–{given.last}, {time.process_time() - begun:.0f} s of processor")
    print(
        f"{'months ahead':<14}{'method':<18}{'WAPE':>6}{'gain':>9}{'least':>9}{'worse in':>10}{'|bias|':>9}{'bias':>9}"
    )
    for horizon in HORIZONS:
        for name in NAMES:
            mine = [each[name, horizon] for each in found]
            gains = [one.gain(each["naive", horizon]) or 0.0 for one, each in zip(mine, found, strict=True)]
            biases = [each.bias or 0.0 for each in mine]
            print(
                f"{horizon:<14}{name:<18}{median(each.wape or 0 for each in mine):>6.2f}{median(gains):>9.1%}{min(gains):>9.1%}"
                f"{sum(each < 0 for each in gains):>5} of {len(gains):<2}{median(map(abs, biases)):>9.1%}{median(biases):>9.1%}",
                flush=True,
            )


def of_seed(seed: int) -> Mapping[tuple[str, int], Accuracy]:
    """By method and horizon, over all months from 12 on."""
    channel = generate(seed)
    walk = Walk(channel)
    found: dict[tuple[str, int], list[Accuracy]] = {}
    for month in range(FROM, channel.months):
        ordered = walk.ordered(month)
        for horizon in HORIZONS:
            if month - horizon + 1 < 0:
                continue
            frozen, at = walk.snapshots[month - horizon + 1], horizon - 1
            chosen = frozen.methods[at] if frozen.methods else Method.STANDARD
            for name in NAMES:
                method = chosen if name == CALIBRATED else Method(name)
                cells = {cell: blend(said, method, at) for cell, said in frozen.cells.items()}
                found.setdefault((name, horizon), []).append(score(cells, ordered))
    return {key: total(scores) for key, scores in found.items()}
