"""The kinds of lists that are taken in: their columns, and what these are called in the catalogues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dialogs.core.screen import Say, say
from domain.base import labels
from domain.base.errors import Refusal
from domain.base.policy import Policy
from domain.imports.records import REQUIRED, Column
from domain.imports.rosters import AGENCY_REQUIRED, PERSON_REQUIRED, AgencyColumn, PersonColumn
from domain.lists.matter import Matter
from domain.orders.listing.columns import REQUIRED as ORDER_REQUIRED
from domain.orders.listing.columns import TEMPLATE, OrderColumn

NOTES: Final = tuple(say(f"import-head-{each}") for each in ("column", "sample", "note"))
"""The heading of the sheet that says how a list is filled in."""


@dataclass(frozen=True)
class Header:
    """A kind of list: its columns in the order of the template, and what they are called. `stem` begins the keys of its words
    in the catalogues, `matter` is where the policy has the synonyms; `label` names the columns that
    are called otherwise there."""

    stem: str
    matter: str
    columns: tuple[StrEnum, ...]
    required: Sequence[StrEnum]
    called: StrEnum
    label: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    measured: Mapping[str, int] = field(default_factory=dict)
    yearly: tuple[str, ...] = ()
    codes: tuple[StrEnum, ...] = ()
    lines: tuple[StrEnum, ...] = ()
    positions: tuple[StrEnum, ...] = ()
    template: tuple[StrEnum, ...] = ()
    """The columns of the template, where it hasn't all."""
    placed: tuple[StrEnum, ...] = ()
    """Columns with a place, of which province and district may be columns of their own."""
    choices: tuple[StrEnum, ...] = ()
    """The columns of which the template has a sheet with what there is to choose, in its order."""

    def title(self, column: str) -> Say:
        return say(f"{self.stem}-column-{column.replace('_', '-')}")

    def sample(self, column: str) -> Say:
        return say(f"{self.stem}-sample-{column.replace('_', '-')}")

    @property
    def beside(self) -> tuple[tuple[Say, ...], ...]:
        """The headings of the sheets that the template has beside the list."""
        choices = tuple(self.title(each.value) for each in self.choices)
        return (NOTES, *((choices,) if choices else ()))

    def note(self, column: str) -> Say:
        return say(f"{self.stem}-note-{column.replace('_', '-')}")

    def reading(
        self,
        policy: Policy,
        learned: Mapping[str, str] = MappingProxyType({}),
        *,
        hidden_rows: bool = True,
        hidden_columns: bool = True,
        sheet: str = "",
    ) -> Matter:
        """What the reader has to know. `learned`: what somebody said of headings."""
        words, place = labels.of(policy, self.matter), dict(labels.of(policy, "place"))
        return Matter(
            words={each.value: self._words(words, each.value) for each in self.columns}
            | (place if self.placed else {}),
            required=tuple(each.value for each in self.required),
            called=self.called.value,
            learned=dict(learned),
            measured=dict(self.measured),
            yearly=self.yearly,
            codes=tuple(each.value for each in self.codes),
            lines=tuple(each.value for each in self.lines),
            positions=tuple(each.value for each in self.positions),
            joined={each.value: ("province", "district") for each in self.placed},
            hidden_rows=hidden_rows,
            hidden_columns=hidden_columns,
            sheet=sheet,
        )

    def _words(self, known: Mapping[str, tuple[str, ...]], column: str) -> tuple[str, ...]:
        return tuple(word for label in self.label.get(column, (column,)) for word in known[label])


@dataclass
class HeaderMissing(Refusal):
    """Columns that must be there aren't found in the heading."""

    columns: tuple[Say, ...]


CUSTOMERS = Header(
    stem="import",
    matter="customer",
    columns=tuple(Column),
    required=REQUIRED,
    called=Column.NAME,
    label={Column.CODE: ("credit_code",)},
    measured={Column.VOLUME: 10_000},
    yearly=(Column.VOLUME,),
    codes=(Column.CODE,),
    lines=(Column.BACKGROUND, Column.ALIASES),
    placed=(Column.REGION,),
)

DIRECT = Header(
    stem="import",
    matter="customer",
    columns=(Column.NAME, Column.CODE),
    required=(Column.NAME,),
    called=Column.NAME,
    label={Column.CODE: ("credit_code",)},
    codes=(Column.CODE,),
    positions=(Column.NAME, Column.CODE),
)
"""The vendor's own accounts: often names alone, without a heading."""

AGENCIES = Header(
    stem="agencies-list",
    matter="agency",
    columns=tuple(AgencyColumn),
    required=AGENCY_REQUIRED,
    called=AgencyColumn.NAME,
    label={AgencyColumn.CODE: ("credit_code",), AgencyColumn.PHONE: ("mobile", "phone")},
    codes=(AgencyColumn.CODE,),
    placed=(AgencyColumn.REGION,),
)

PEOPLE = Header(
    stem="people-list", matter="person", columns=tuple(PersonColumn), required=PERSON_REQUIRED, called=PersonColumn.NAME
)

ORDERS = Header(
    stem="orders-list",
    matter="order",
    columns=tuple(OrderColumn),
    required=ORDER_REQUIRED,
    called=OrderColumn.CUSTOMER,
    template=TEMPLATE,
    measured={OrderColumn.QUANTITY: 1},
    codes=(OrderColumn.REFERENCE, OrderColumn.BATCHES),
    choices=(
        *(OrderColumn.CUSTOMER, OrderColumn.CUSTOMER, OrderColumn.PROJECT, OrderColumn.MCU, OrderColumn.MCU),
        *(OrderColumn.UNIT, OrderColumn.TAX, OrderColumn.CURRENCY),
    ),
)


KINDS: Final = (CUSTOMERS, ORDERS, AGENCIES, PEOPLE)
"""That may be taken for each other."""
MARKING: Final = 3
"""Columns that make a kind of list."""


def other_matter(policy: Policy, header: Header, titles: Sequence[str]) -> str:
    """The kind that a list without something required of `header` rather is: empty where nothing says so."""
    mine = _known(policy, header, titles)
    others = {each.matter: _known(policy, each, titles) for each in KINDS if each.matter != header.matter}
    best = max(others, key=lambda each: others[each])
    return best if others[best] >= MARKING and others[best] > mine else ""


def _known(policy: Policy, header: Header, titles: Sequence[str]) -> int:
    words = header.reading(policy).words
    return len({several[0] for each in titles if len(several := labels.fields(words, each)) == 1})


class McuColumn(StrEnum):
    """The vendor's product table, in the order of the template."""

    MODEL = "model"
    SERIES = "series"
    NOTE = "note"


MCUS = Header(
    stem="mcus",
    matter="mcu",
    columns=tuple(McuColumn),
    required=(McuColumn.MODEL,),
    called=McuColumn.MODEL,
    positions=tuple(McuColumn),
)

TYPES: Mapping[str, str] = {
    written: value
    for value, several in {
        "owner": "公司主账户 主账户 负责人 老板 owner",
        "salesperson": "业务员 销售 业务 salesperson sales",
        "engineer": "技术 技术fae fae 工程师 技术支持 engineer",
        "assistant": "助理 商务助理 assistant",
        "manager": "渠道经理 经理 manager channelmanager",
    }.items()
    for written in several.split()
}
"""Account types as people write them."""


def account_type(cell: str) -> str:
    """The type's value; what isn't known stays as it was written."""
    return TYPES.get(labels.read(cell).plain, cell)
