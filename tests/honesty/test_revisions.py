"""Migrations are one line, numbered as they follow each other: two that follow the same one leave no way for anybody."""

from __future__ import annotations

import re

from tests.honesty import tree

VERSIONS = tree.ROOT / "storage" / "migrations" / "versions"


def test_each_migration_follows_the_one_before_it() -> None:
    names = sorted(each.stem for each in VERSIONS.glob("[0-9]*.py"))
    follows = {
        name: re.findall(
            r'^down_revision = (?:"(.*)"|None)', (VERSIONS / f"{name}.py").read_text("utf-8"), re.MULTILINE
        )
        for name in names
    }
    assert follows == {name: [before] for name, before in zip(names, ["", *names], strict=False)}
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
