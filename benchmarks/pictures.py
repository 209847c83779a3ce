"""Pictures of figures: how long drawing one takes, how large it is, and what the worker's memory grows by.

    make bench ARGS=pictures
    python -m benchmarks.pictures --save tests/pictures

The aim: p50 at most 300 ms, under 100 KB. The first one opens the fonts, too.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

AIM, SMALL = 300.0, 100_000
RUNS = 40
CUSTOMERS = (
    ("惠州市朗月照明科技有限公司", 124_000, 105_000),
    ("东莞市白桦电动工具有限公司", 88_000, 96_000),
    ("东莞市晨曦家电有限公司", 61_000, 52_000),
    ("深圳市海棠智能家居有限公司", 40_500, 43_000),
    ("广州市青禾储能技术有限公司", 30_000, 18_000),
    ("佛山市启明电机有限公司", 24_000, 0),
    ("Nordic Trading (Shenzhen) Co., Ltd.", 16_500, 14_000),
)
MONTHS = (
    (21, 24),
    (22, 30),
    (47, 36),
    (48, 42),
    (49, 48),
    (74, 54),
    (75, 60),
    (76, 66),
    (101, 72),
    (102, 78),
    (103, 84),
)


def main(args: Sequence[str] = ()) -> None:
    """Prints the first picture's and the others' milliseconds, their size, and megabytes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pictures")
    parser.add_argument("--save", type=Path, help="a folder for the pictures")
    given = parser.parse_args(list(args))
    before = _megabytes()
    charts = importlib.import_module("notifications.documents.bar_chart")  # here, so that its memory is counted
    print(f"{'picture':<24}{'first ms':>10}{'p50 ms':>9}{'p95 ms':>9}{'KB':>8}")
    for label, chart in _charts(charts):
        times, made = [], b""
        for _ in range(RUNS):
            begun = time.perf_counter()
            made = charts.draw(chart)
            times.append((time.perf_counter() - begun) * 1000)
        first, rest = times[0], sorted(times[1:])
        p50, p95 = (rest[len(rest) * share // 100] for share in (50, 95))
        print(f"{label:<24}{first:>10.0f}{p50:>9.0f}{p95:>9.0f}{len(made) / 1000:>8.1f}")
        if given.save is not None:
            (given.save / f"{label}.png").write_bytes(made)
    print(f"aims: p50 {AIM:.0f} ms, {SMALL // 1000} KB; memory grew by {_megabytes() - before:.0f} MB")


def _charts(charts: ModuleType) -> Iterator[tuple[str, Any]]:
    def value(size: int) -> Any:
        return charts.BarValue(size, f"{size / 10_000:g} 万" if size >= 10_000 else f"{size:,}")

    yield (
        "figures-customers",
        charts.BarChart(
            title="2026年6月出货 40.2 万片，比上月多 13%",
            about="数量（片）· 按客户",
            series=("2026年6月", "2026年5月"),
            groups=[charts.Bars(name, [value(now), value(then)]) for name, now, then in CUSTOMERS],
            foot=("其余 3 项共 1.8 万片",),
        ),
    )
    yield (
        "figures-months",
        charts.BarChart(
            title="2026年出货 71.8 万片，比上年同期多 21%",
            about="数量（片）· 按月",
            series=("当期", "去年同期"),
            groups=[
                charts.Bars(f"2026年{at}月", [value(now * 1000), value(then * 1000)])
                for at, (now, then) in enumerate(MONTHS, 1)
            ],
        ),
    )


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
