"""The forms ask what the vendor wants asked: `tests/seed_fields.tsv` is its list, form by form, label by label.

Where two questions of a form would be called alike (邮政编码), `shown` is what tells them apart on screens; a paste
understands both.
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date
from functools import cache
from typing import Any

import pytest

import dialogs
from dialogs.core.ask import AskTable
from dialogs.core.choices import Many
from dialogs.core.field import Asking, Look, Option
from dialogs.core.form import Form
from dialogs.core.labels import labels
from dialogs.core.texts import Reader, Texts, plain
from domain.base import policy
from domain.base.labels import of, words
from tests.honesty import tree

BEYOND = {
    ("project", "节点时间"): "节点 is a kind, a date or month, and a few words: three questions",
    ("project", "节点说明"): "the same",
    ("follow_up", "协助技术"): "salespeople write, engineers help: both are recorded",
    (
        "report_customer",
        "客户联系人",
    ): "asked of nobody: it stands at the summary, and is the customer's from the approval on",
    ("follow_up", "下次拜访"): "asked of nobody: it stands at the summary, and reminds",
    ("log_order", "合同号"): "different contract numbers separate orders",
    ("order_line", "每批数量"): "with more batches than an order holds the quantity of each is asked",
    (
        "order_line",
        "单价(元,含税)",
    ): "policy has it required, optional or none: the optional question is one of its own",
    ("contract_attachment", "有效期至"): "documents that run out are reminded of",
    **dict.fromkeys(
        ((form, "回复审批人") for form in ("report_customer", "register_agency", "contract")),
        "asked of nobody; whoever mends a returned form may add a line to whoever returned it",
    ),
}
"""Questions that the list hasn't by themselves, and why they are asked."""

COMES_BY_ITSELF = {
    ("log_order", "客户"): "chosen before the form is opened",
    ("order_line", "MCU型号"): "the project's",
    ("order_line", "产品领域"): "the project's",
}
"""What is listed, and nobody is asked by this form."""

NEVER_BOTH = {("order_line", "单价(元,含税)")}
"""Two questions of one label, of which policy asks one at most."""

TO_COME = frozenset({"announcement"})
"""Forms that other issues bring, or bring to the letter."""

Asked = Counter[tuple[str, bool]]
"""Label and whether it is required; a label may stand twice."""


@cache
def listed() -> dict[str, Asked]:
    found: dict[str, Asked] = {}
    with (tree.ROOT / "tests" / "seed_fields.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            label = row["shown"] or row["label"]
            found.setdefault(row["form"], Counter())[plainly(label), row["required"] == "yes"] += 1
    return found


def plainly(label: str) -> str:
    """`总出货量（万/年）` and `总出货量(万/年)` are one label."""
    return "".join(unicodedata.normalize("NFKC", label).split())


def declared() -> Iterator[type[Form[Any]]]:
    """Every form that a module of `dialogs` declares."""
    for module in pkgutil.walk_packages(dialogs.__path__, "dialogs."):
        for each in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(each, type)
                and issubclass(each, Form)
                and each is not Form
                and each.__module__ == module.name
            ):
                yield each


@cache
def asked() -> dict[str, Asked]:
    texts, reader = Texts.load(), Reader("zh", date(2026, 11, 22), UTC)
    return {
        form.declared.name: Counter(
            (plainly(plain(texts.render(form.declared.label(field), reader))), field.required)
            for field in form.declared.fields.values()
            if field.asked
        )
        for form in declared()
    }


def test_the_transcription_is_whole() -> None:
    assert {form: sum(fields.values()) for form, fields in listed().items()} == {
        "invite_person": 4,
        "announcement": 6,
        "register_agency": 15,
        "contract": 67,
        "contract_industry": 2,
        "contract_customer": 2,
        "contract_attachment": 4,
        "report_customer": 11,
        "follow_up": 2,
        "project": 7,
        "log_order": 3,
        "order_line": 6,
    }


def test_no_two_questions_of_a_form_are_called_alike() -> None:
    twice = {
        (form, label)
        for form, fields in asked().items()
        for label, count in Counter(label for label, _ in fields.elements()).items()
        if count > 1
    }
    assert twice == NEVER_BOTH


def test_a_paste_understands_the_label_that_is_listed_and_the_one_that_is_shown() -> None:
    texts, known = Texts.load(), policy.load(None)
    forms = {each.declared.name: each for each in declared()}
    ask = AskTable(date(2026, 11, 22), {words: lambda matter: of(known, matter)})
    with (tree.ROOT / "tests" / "seed_fields.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            form = forms.get(row["form"])
            if form is None or row["form"] in TO_COME or (row["form"], row["label"]) in COMES_BY_ITSELF:
                continue
            shown = labels(form, texts.everywhere, ask).meant(row["shown"] or row["label"])
            listed = labels(form, texts.everywhere, ask).meant(row["label"])
            assert shown is not None, row
            assert listed is not None, row
            assert {each.field.name for each in shown.several} & {each.field.name for each in listed.several}, row


@pytest.mark.parametrize("form", sorted(listed()))
def test_a_form_that_stands_asks_what_is_listed(form: str) -> None:
    if form in TO_COME and form not in asked():
        return
    missing = [label for label, _ in (listed()[form] - asked()[form]).elements()]
    assert [label for label in missing if (form, label) not in COMES_BY_ITSELF] == []
    assert [label for label, _ in asked()[form] - listed()[form] if (form, label) not in BEYOND] == []


def many() -> list[Any]:
    """Every question of which several options can be ticked."""
    found = [
        pytest.param(field, id=f"{form.declared.name}.{name}")
        for form in sorted(set(declared()), key=lambda each: each.declared.name)
        for name, field in form.declared.fields.items()
        if isinstance(field, Many)
    ]
    assert len(found) >= 6
    return found


@pytest.mark.parametrize("field", many())
def test_a_second_tap_undoes_a_tick(field: Many[Any]) -> None:
    options = (Option("1", "one"), Option("2", "two"))

    def tapped(view: dict[str, Any], key: str) -> dict[str, Any]:
        asking = Asking(date(2026, 11, 22), lambda wording: (str(wording),), lambda: options, view=view)
        heard = field.tapped("pick", {"key": key}, asking)
        assert isinstance(heard, Look)
        return dict(heard.view)

    one = tapped({}, "1")
    both = tapped(one, "2")
    assert (one["ticks"], both["ticks"]) == (["1"], ["1", "2"])
    assert tapped(both, "1")["ticks"] == ["2"]
    assert tapped(one, "1")["ticks"] == []


def ticking() -> list[Any]:
    """Every page that ticks what it shows."""
    texts = [(each, each.read_text(encoding="utf-8")) for each in (tree.ROOT / "dialogs").rglob("*.py")]
    return sorted(path.stem for path, text in texts if 'case "tick"' in text)


def test_there_is_one_page_with_ticks_of_its_own() -> None:
    """Its second tap is told by `tests/scenarios/approvals/test_deciding_several.py`; another page brings its story along."""
    assert ticking() == ["decide_several"]
