"""Orders for a file, in portions, as its reader may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from domain.base.json_values import JsonObject
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.orders import views
from domain.orders.records import Delivery, OrderState, Wanted
from domain.orders.views import OrderView

KIND = "export_orders"
EVERYTHING = Wanted()
PORTION = 200


@dataclass(frozen=True, kw_only=True)
class ExportOrders:
    """The file comes when it is ready. `only` narrows it as a list is narrowed."""

    only: Wanted = EVERYTHING


@dataclass(frozen=True, slots=True)
class ExportedOrder:
    view: OrderView
    deliveries: tuple[tuple[Delivery, str], ...]
    """Each with who told of it."""


def ask(work: Work, command: ExportOrders) -> Job:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_ORDERS)
    only = {name: _plain(value) for name, value in asdict(command.only).items() if value and name in _NARROWING}
    return job_control.put(work, KIND, only, key=job_control.key_of(work, KIND, only))


_NARROWING = ("customer_id", "project_id", "model", "batch", "author_id", "since", "until", "states")


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(str(each.value) for each in value)
        case _:
            return value


def narrowed(args: JsonObject) -> Wanted:
    """What a job's args say."""
    days = {name: date.fromisoformat(args[name]) for name in ("since", "until") if args.get(name)}
    states = {"states": frozenset(map(OrderState, args["states"]))} if args.get("states") else {}
    return Wanted(**{**args, **days, **states})


def count(work: Work, only: Wanted) -> int:
    """Raises `NotAllowed`."""
    return views.count(work, only)


def portion(work: Work, only: Wanted, after: int) -> Sequence[ExportedOrder]:
    """The next ones behind an order, by id; none at the end. Raises `NotAllowed`."""
    return [
        ExportedOrder(
            view,
            tuple((each, work.people.account(each.author_id).name) for each in work.orders.deliveries(view.order.id)),
        )
        for view in views.portion(work, only, after, PORTION)
    ]
