"""The rooms stay small, and what stands once isn't written anew beside it."""

from __future__ import annotations

import re

from tests.honesty import tree

LONGEST = 400


def test_no_module_is_longer_than_one_can_keep_in_mind() -> None:
    """Migrations are history and stay as they are."""
    modules = [path for path in tree.python_files(*tree.PRODUCT) if "migrations" not in path.parts]
    lines = {str(path): len((tree.text(path) or "").splitlines()) for path in modules}
    assert {path: count for path, count in lines.items() if count > LONGEST} == {}


def test_the_button_that_leads_back_stands_once() -> None:
    again = re.compile(r"""say\("back-key"\), [aA]ct\("close"\)|button\("back-key", "close"\)""")
    found = [str(path) for path in tree.python_files("dialogs") if again.search(tree.text(path) or "")]
    assert found == ["dialogs/shared/words.py"]


def test_no_dialog_reaches_through_its_form_into_the_step() -> None:
    """A rule has `self.ask`, `self.at`, `self.items(…)` …: what is bound to what is the core's."""
    found = [
        str(path)
        for path in tree.python_files("dialogs")
        if path.parts[1] != "core" and re.search(r"\.bound\b", tree.text(path) or "")
    ]
    assert found == []
