"""The job that takes a list of orders in: read → foreseen → asked → logged → result file.

Rows that can come in are written by customer and day into a plan, which lies in the content store; the checkpoint says how far
into it we are, so that a killed job goes on where it was. Wording: `orders-list-…` in the catalogues.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dialogs.core.refusals import say_refusal
from dialogs.core.screen import wording_to_json
from domain.base.work import Work
from domain.orders import knowing
from domain.orders.listing import asking, logging_days, undoing
from domain.orders.listing.columns import OrderColumn
from domain.orders.listing.holding import INCLUDED, Hold
from domain.orders.listing.records import (
    Context,
    CustomerDay,
    LateOrdersCounted,
    OrderRowFate,
    OrderRowOutcome,
    OrdersBrought,
    OrdersTakenBack,
    ToldRow,
)
from domain.orders.listing.undoing import UndoneOrders
from domain.orders.standing import Days
from domain.products.mcus import model_key
from notifications.jobs.foreseeing_orders import foresee, sent_on
from notifications.jobs.list_header import ORDERS
from notifications.jobs.lists import read_in
from notifications.jobs.order_list_files import result_file
from notifications.jobs.working import Task

BATCH: Final = 10
"""Rows a transaction: those who serve people wait no longer than for so many. Twice as many cost a fifteenth less."""


def import_orders(task: Task) -> Mapping[str, object]:
    """The kind of job."""
    if "rows" not in task.checkpoint:
        read_in(task, ORDERS, "foresee", _models)
    if "foreseen" not in task.checkpoint:
        foresee(task)
        task.rest(task.checkpoint["foreseen"])
    _take(task)
    if task.checkpoint["phase"] == "tell":
        job = int(task.job.id)
        task.commit(lambda work: _tell(work, job), checkpoint={**task.checkpoint, "phase": "result"})
    return _outcome(task)


def _models(work: Work) -> Mapping[str, tuple[str, ...]]:
    """By which a column of models is told from one of packages or numbers."""
    written = (project.mcu for each in knowing.catalogue(work).customers for project in each.projects)
    models = {model for each in written for model in model_key(each).split(",")}
    return {OrderColumn.MCU.value: tuple(sorted(models - {""}))}


def _tell(work: Work, job: int) -> None:
    work.events.record(OrdersBrought(job=job, agency=work.actor.agency_id or 0))


# --- logging ----------------------------------------------------------------------------------------------------------


def _take(task: Task) -> None:
    if task.checkpoint["phase"] != "take":
        return
    job = int(task.job.id)
    context = Context(job, sent_on(task), str(task.args.get("name", "")))
    if not task.checkpoint.get("offset"):
        _learn(task)
    while True:
        days, offset = _days(task, int(task.checkpoint.get("offset", 0)))
        if not days:
            break
        task.commit(
            lambda work, days=days: _take_in(work, context, days),  # type: ignore[misc]
            done=task.job.done + sum(len(each.rows) for each in days),
            checkpoint={**task.checkpoint, "offset": offset},
        )
    task.note(checkpoint={**task.checkpoint, "phase": "tell"})


def _learn(task: Task) -> None:
    """What somebody answered, once."""
    answered, net = _answered(task), task.checkpoint["foreseen"].get("net", ())
    tax = task.args.get("held", {}).get(Hold.NET)
    if task.checkpoint.get("learned") or not (answered or (net and tax)):
        return

    def step(work: Work) -> None:
        asking.learn(work, answered)
        for customer in net if tax else ():
            work.orders.keep_tax_answer(work.actor.agency_id or 0, customer, added=tax != INCLUDED)

    task.commit(step, checkpoint={**task.checkpoint, "learned": True})


def _answered(task: Task) -> dict[str, tuple[str, int]]:
    """Names of customers that somebody answered for, as they are written."""
    return {
        key: (typed, customer)
        for key, customer in task.args.get("names", {}).items()
        if customer and (typed := task.args.get("typed", {}).get(key))
    }


def _days(task: Task, offset: int) -> tuple[list[CustomerDay], int]:
    """The next days of customers and the place behind them."""
    days: list[CustomerDay] = []
    if not task.checkpoint["plan"]:
        return days, offset
    with task.path(str(task.checkpoint["plan"])).open("rb") as file:
        file.seek(offset)
        while sum(len(each.rows) for each in days) < BATCH and (line := file.readline()):
            days.append(CustomerDay.of(json.loads(line)))
        return days, file.tell()


def _take_in(work: Work, context: Context, days: Sequence[CustomerDay]) -> None:
    asked = [(each.customer, each.day) for each in days]
    work.customers.several({each.customer for each in days}, lock=True)  # two lists of the same rows take turns
    standing = Days(work.orders.of_days(work.actor.agency_id or 0, asked), work.policy.orders.batches)
    fates = [fate for each in logging_days.take(work, context, days, standing) if (fate := _fate(each))]
    work.order_lists.keep(context.job, fates)


def _fate(outcome: OrderRowOutcome) -> ToldRow | None:
    """What there is to tell of it."""
    if outcome.known is not None:
        return ToldRow(outcome.row, OrderRowFate.KNOWN, outcome.known.id, {"order": outcome.known.number})
    if outcome.refusal is not None:
        return ToldRow(outcome.row, OrderRowFate.REFUSED, None, {"why": wording_to_json(say_refusal(outcome.refusal))})
    if outcome.waits:
        return ToldRow(outcome.row, OrderRowFate.WAITS)
    if outcome.corrected and outcome.order is not None:
        return ToldRow(outcome.row, OrderRowFate.CORRECTED, outcome.order.id, {"order": outcome.order.number})
    if outcome.returned and outcome.order is not None:
        against = outcome.against.number if outcome.against is not None else ""
        return ToldRow(outcome.row, OrderRowFate.LOGGED, None, {"order": outcome.order.number, "against": against})
    return None


def _outcome(task: Task) -> Mapping[str, object]:
    job, foreseen = int(task.job.id), task.checkpoint["foreseen"]
    tally, brought = task.read(lambda work: (work.order_lists.tally(job), work.order_lists.brought(job)))
    fates = OrderRowFate.KNOWN, OrderRowFate.REFUSED, OrderRowFate.CORRECTED, OrderRowFate.WAITS
    known, refused, corrected, waits = (tally.get(each, 0) for each in fates)
    counts = {
        "rows": foreseen["imported"] + foreseen.get("waits", 0) - known - refused - corrected - waits,
        "waits": waits,
        "corrected": corrected,
        "orders": brought.orders,
        "late": brought.late,
        "returns": tally.get(OrderRowFate.LOGGED, 0),
        "known": foreseen["known"] + known,
        "refused": foreseen["refused"] + refused,
        "left": foreseen["left"],
        "held": foreseen.get("held", 0),
    }
    if not any(counts[each] for each in ("known", "refused", "left", "held", "returns", "corrected", "waits")):
        return counts
    return {**counts, "file": result_file(task, "orders-list-result", str(task.checkpoint["look"]), job)}


# --- afterwards -------------------------------------------------------------------------------------------------------


COUNTS: Final = ("taken_back", "kept", "drafts")


def take_back_orders(task: Task) -> Mapping[str, object]:
    """The kind of job that takes a list back."""
    told = _through(task, undoing.undo)
    job = int(task.args["import"])
    corrected = task.commit(lambda work: _taken_back(work, job, told))
    return {**told, "corrected": corrected}


def _taken_back(work: Work, job: int, told: Mapping[str, int]) -> int:
    """How many rows corrected orders that were there before: these stay as they are, and that is told."""
    work.jobs.add_to_result(job, {**told, "late": work.order_lists.brought(job).late})
    counts = {"count": told["taken_back"], "kept": told["kept"], "drafts": told["drafts"]}
    work.events.record(OrdersTakenBack(job=job, **counts))
    return work.order_lists.tally(job).get(OrderRowFate.CORRECTED, 0)


def count_late_orders(task: Task) -> Mapping[str, object]:
    """The kind of job by which the owner lets late orders of a list count."""
    told = _through(task, undoing.count_late)
    job = int(task.args["import"])
    task.commit(lambda work: _late_counted(work, job, told["taken_back"]))
    return told


def _late_counted(work: Work, job: int, count: int) -> None:
    work.jobs.add_to_result(job, {"late": work.order_lists.brought(job).late})
    work.events.record(LateOrdersCounted(job=job, count=count))


def _through(task: Task, act: Callable[[Work, int, int | None, int], UndoneOrders]) -> dict[str, int]:
    job = int(task.args["import"])
    while True:
        at = {"below": None, **dict.fromkeys(COUNTS, 0), **(task.checkpoint or {})}
        undone = task.commit(lambda work, at=at: act(work, job, at["below"], BATCH))  # type: ignore[misc]
        if undone.below is None:
            return {key: int(at[key]) for key in COUNTS}
        so_far = {key: at[key] + getattr(undone, key) for key in COUNTS}
        task.note(done=so_far["taken_back"] + so_far["kept"], checkpoint={"below": undone.below, **so_far})
