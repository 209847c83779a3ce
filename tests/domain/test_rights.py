"""Every role × every action × whose record it is, against the table of rights in docs/people.md."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

from domain.base.errors import NotAllowed
from domain.base.rights import EVERYTHING, Action, Belongs, demand, may, reach

ROLES = ("owner", "salesperson", "engineer", "assistant", "manager", "administrator")
ME, COLLEAGUE, STRANGER = 1, 2, 3
MY_AGENCY, OTHER_AGENCY = 10, 11
MY_UNIT, OTHER_UNIT = 20, 21
RECORDS = {
    "own": Belongs(frozenset({ME}), MY_AGENCY, MY_UNIT),
    "agency": Belongs(frozenset({COLLEAGUE}), MY_AGENCY, MY_UNIT),
    "unit": Belongs(frozenset({STRANGER}), OTHER_AGENCY, MY_UNIT),
    "all": Belongs(frozenset({STRANGER}), OTHER_AGENCY, OTHER_UNIT),
}
"""A record of one's own, of a colleague, of another agency in the unit, of somebody elsewhere: each scope's farthest."""
WIDE = ("-", *RECORDS)


def table() -> dict[tuple[str, str], str]:
    told = (Path(__file__).parents[2] / "docs/people.md").read_text("utf-8").splitlines()
    begin = told.index(f"| action | {' | '.join(ROLES)} |")
    lines = takewhile(lambda line: line.startswith("|"), told[begin + 2 :])
    rows = [
        dict(zip(("action", *ROLES), (cell.strip(" `") for cell in line.strip("|").split("|")), strict=True))
        for line in lines
    ]
    return {(row["action"], role): row[role] for row in rows for role in ROLES}


TABLE = table()


@dataclass(frozen=True)
class Somebody:
    """An account, as the rights table sees it."""

    roles: frozenset[str]
    active: bool = True
    former: bool = False
    id: int = ME

    @property
    def agency_id(self) -> int | None:
        return None if self.roles & {"manager", "administrator"} else MY_AGENCY

    @property
    def unit_id(self) -> int | None:
        return MY_UNIT if "manager" in self.roles else None


def test_the_table_names_every_action_and_no_other() -> None:
    assert {action for action, _ in TABLE} == {action.value for action in Action}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", Action)
def test_what_a_role_may_do_and_how_far(action: Action, role: str) -> None:
    actor, held = Somebody(frozenset({role})), WIDE.index(TABLE[action.value, role])
    assert may(actor, action) == (held > 0)
    for far, (whose, record) in enumerate(RECORDS.items(), 1):
        assert may(actor, action, record) == (far <= held), f"a record of scope {whose}"


@pytest.mark.parametrize("action", Action)
def test_a_list_shows_exactly_what_may_be_done(action: Action) -> None:
    for role in ROLES:
        actor = Somebody(frozenset({role}))
        if not may(actor, action):
            with pytest.raises(NotAllowed):
                reach(actor, action)
            continue
        for record in RECORDS.values():
            assert reach(actor, action).covers(record) == may(actor, action, record)


@pytest.mark.parametrize("action", Action)
def test_who_is_not_active_may_nothing(action: Action) -> None:
    for role in ROLES:
        with pytest.raises(NotAllowed):
            demand(Somebody(frozenset({role}), active=False), action)


@pytest.mark.parametrize("action", Action)
def test_a_manager_who_is_administrator_too_has_the_wider_right(action: Action) -> None:
    both = Somebody(frozenset({"manager", "administrator"}))
    wider = max(WIDE.index(TABLE[action.value, role]) for role in ("manager", "administrator"))
    assert may(both, action) == (wider > 0)
    assert may(both, action, RECORDS["all"]) == (wider == WIDE.index("all"))


def test_everything_covers_everything() -> None:
    assert all(EVERYTHING.covers(record) for record in RECORDS.values())
