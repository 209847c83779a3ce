"""Pictures of figures: how long drawing one takes, how large it is, and what the worker's memory grows by.

    make bench ARGS=pictures

The aim: p50 at most 300 ms, under 100 KB. The first one opens the fonts, too.
"""

from __future__ import annotations

import importlib
import resource
import time
from collections.abc import Sequence

AIM, SMALL = 300.0, 100_000
RUNS = 40
NAMES = (
    "深圳市星河联创电子有限公司",
    "佛山市启明电机有限公司",
    "广州天河微电科技股份有限公司",
    "Nordic Trading (Shenzhen) Ltd.",
)


def main(args: Sequence[str] = ()) -> None:
    """Prints the first picture's and the others' milliseconds, their size, and megabytes."""
    before = _megabytes()
    charts = importlib.import_module("notifications.documents.bar_chart")  # here, so that its memory is counted
    print(f"{'picture':<40}{'first ms':>10}{'p50 ms':>9}{'p95 ms':>9}{'KB':>8}")
    for label, groups, series in (("8 customers beside the month before", 8, 2), ("12 months", 12, 1)):
        bars = [
            charts.Bars(
                NAMES[at % len(NAMES)] if groups == 8 else f"2026年{at + 1}月",
                [charts.BarValue(1000.0 * (at + 1) / (one + 1), f"{at + 1}.{one} 万") for one in range(series)],
            )
            for at in range(groups)
        ]
        chart = charts.BarChart(
            title="启明 2026年6月出货 12.4 万片，比上月多 18%",
            about="数量（片）· 按客户",
            series=("2026年6月", "2026年5月")[:series],
            groups=bars,
        )
        times, made = [], b""
        for _ in range(RUNS):
            begun = time.perf_counter()
            made = charts.draw(chart)
            times.append((time.perf_counter() - begun) * 1000)
        first, rest = times[0], sorted(times[1:])
        print(
            f"{label:<40}{first:>10.0f}{rest[len(rest) // 2]:>9.0f}{rest[len(rest) * 95 // 100]:>9.0f}{len(made) / 1000:>8.1f}"
        )
    print(f"aims: p50 {AIM:.0f} ms, {SMALL // 1000} KB; memory grew by {_megabytes() - before:.0f} MB")


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
