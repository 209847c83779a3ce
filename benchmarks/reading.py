"""`python -m benchmarks.reading`: what a line of an order by message costs, beside ten thousand customers and beside a few.

The messages are those of the tests; the many customers are the benchmark's own, each with two projects of the same models, in
front of the few whom the messages mean. Processor time, medians of several rounds.
"""

from __future__ import annotations

import csv
import statistics
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.follow_ups import some_names
from bot.cli.orders import catalogue_of
from domain.orders.reading import Catalogue, KnownCustomer, KnownProject, read

TABLES = Path(__file__).parents[1] / "tests" / "domain" / "orders"
TODAY = date(2026, 3, 11)
MANY, ROUNDS = 10_000, 5
MODELS = ("BAT32G135", "BAT32G139", "HC32F005", "STM32F103", "N32G031")


def main(_args: Sequence[str] = ()) -> None:
    """Prints milliseconds of the processor a line: mean, median, p99 and the dearest."""
    messages = list(_messages())
    few = catalogue_of((TABLES / "catalogue.json").read_text(encoding="utf-8"))
    begun = time.process_time()
    many = Catalogue([*few.customers, *_others()])
    built = time.process_time() - begun
    print(f"{len(messages)} messages; a catalogue of {len(many.customers):,} customers made in {built:.1f} s")
    print(f"{'milliseconds a line':<28}{'mean':>8}{'p50':>8}{'p99':>8}{'most':>8}")
    for label, catalogue in ((f"{len(few.customers)} customers", few), (f"{len(many.customers):,} customers", many)):
        costs = sorted(_costs(messages, catalogue))
        figures = (statistics.fmean(costs), costs[len(costs) // 2], costs[len(costs) * 99 // 100], costs[-1])
        print(f"{label:<28}" + "".join(f"{each:>8.2f}" for each in figures))


def _costs(messages: Sequence[str], catalogue: Catalogue) -> Iterator[float]:
    for message in messages:
        rounds = []
        for _ in range(ROUNDS):
            begun = time.process_time()
            read(message, catalogue, TODAY)
            rounds.append(time.process_time() - begun)
        yield statistics.median(rounds) * 1000 / max(1, len(message.splitlines()))


def _messages() -> Iterator[str]:
    for table in sorted(TABLES.glob("lines*.tsv")):
        lines = table.read_text(encoding="utf-8").splitlines()
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["message"].replace("\\n", "\n").replace("\\t", "\t")


def _others() -> Iterator[KnownCustomer]:
    for number, name in enumerate(some_names(MANY)):
        model = MODELS[number % len(MODELS)]
        yield KnownCustomer(
            name, (), (KnownProject(f"主控板{number % 7}", model), KnownProject("遥控器", MODELS[number % 3]))
        )


if __name__ == "__main__":
    main()
