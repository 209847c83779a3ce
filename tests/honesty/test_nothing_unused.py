"""What the product defines, the product uses; the tests' use doesn't count. What is found by its decorator or by a framework's
name is in use, too; the few others stand here with their reason."""

from __future__ import annotations

from functools import cache

from vulture import Vulture

from tests.honesty.tree import PRODUCT, ROOT, in_one_worker, python_files

pytestmark = in_one_worker  # who is unused is found out once
BY_DECORATOR = [
    "@hears*",  # events find their hearers
    "@*.command*",  # the command line
    "@*.callback*",
    "@event.listens_for*",
    "@*validator*",
    "@override",  # somebody else's name, who calls it by that
    *(
        f"@*.{rule}"
        for rule in ("check", "confirmed", "lacks", "least", "options", "propose", "relevant", "skipped", "suggest")
    ),  # of a field
]
KINDS = {"class", "function", "method", "property", "import", "unreachable_code"}
"""Fields of records aren't looked at: many are only kept, shown by their name or written into a file."""
KEPT = {
    "FluentType": "named in a cast",
    "press": "the sandbox's client is for whoever tests a bot with it",
}
"""Name and why it stays."""


@cache
def unused() -> dict[str, str]:
    found = Vulture(ignore_names=["__call__"], ignore_decorators=BY_DECORATOR)
    found.scavenge([ROOT / path for path in python_files(*PRODUCT) if "migrations" not in path.parts])
    return {
        each.name: f"{each.filename.relative_to(ROOT)}:{each.first_lineno}"
        for each in found.get_unused_code(min_confidence=60)
        if each.typ in KINDS
    }


def test_whatever_is_defined_is_used() -> None:
    assert {name: where for name, where in unused().items() if name not in KEPT} == {}


def test_what_is_kept_is_still_there_and_still_without_a_user() -> None:
    assert set(KEPT) <= set(unused())
