"""中文 and English are both complete: the same sentences with the same facts, in markup that Telegram takes, none idle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor
from typing_extensions import override

from dialogs.core.texts import Texts
from dialogs.shared.words import event_word
from domain.base.events import KINDS
from tests.honesty import tree

LOCALES = Path("dialogs/locales")
LANGUAGES = ("zh", "en")
TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
"""Those that the Bot API takes."""


@dataclass(frozen=True)
class Sentence:
    stem: str
    facts: frozenset[str]
    refers: frozenset[str]
    forms: tuple[str, ...]
    """The literal text with each choice of its variants; a fact stands as ￼."""


class _Facts(Visitor):
    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.refers: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802  the name is fluent's
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802  the name is fluent's
        self.refers.add(node.id.name)


def _forms(pattern: fluent.Pattern) -> list[str]:
    """Every text that the pattern can make; the product stays small because sentences have one or two selections."""
    made = [""]
    for element in pattern.elements:
        match element:
            case fluent.TextElement(value=value):
                pieces = [value or ""]
            case fluent.Placeable(expression=fluent.SelectExpression(variants=variants)):
                pieces = [each for variant in variants for each in _forms(variant.value)]
            case fluent.Placeable(expression=fluent.StringLiteral(value=value)):
                pieces = [value]
            case _:
                pieces = ["\ufffc"]
        made = [head + piece for head in made for piece in pieces]
    return made


@cache
def catalogue(language: str) -> dict[str, Sentence]:
    found: dict[str, Sentence] = {}
    for path in sorted((tree.ROOT / LOCALES / language).rglob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{path.name}: {entry.content}"
            if not isinstance(entry, fluent.Message):
                continue
            name = entry.id.name
            assert name not in found, f"{path.name}: {name} stands in {found[name].stem} too"
            assert entry.value is not None, f"{path.name}: {name} says nothing"
            facts = _Facts()
            facts.visit(entry)
            found[name] = Sentence(
                path.relative_to(tree.ROOT / LOCALES / language).with_suffix("").as_posix(),
                frozenset(facts.facts),
                frozenset(facts.refers),
                tuple(_forms(entry.value)),
            )
    return found


class _Markup(HTMLParser):
    """Collects what Telegram would refuse."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()
        self.wrong += [f"<{tag}> is not closed" for tag in self.open]
        # the parser is a browser's and lenient; Telegram isn't
        rest = re.sub(r"</?[a-z-]+(?: [a-z]+=\"[^\"]*\")?>|<blockquote expandable>|&(?:lt|gt|amp|quot|#\d+);", "", text)
        self.wrong += [f"a bare {each}" for each in "<>&" if each in rest]

    @override
    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")

    @override
    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")


def test_both_languages_have_the_same_sentences() -> None:
    zh, en = (catalogue(language) for language in LANGUAGES)
    assert set(zh) ^ set(en) == set()
    assert {key: (zh[key].stem, en[key].stem) for key in zh if zh[key].stem != en[key].stem} == {}


def test_both_languages_use_the_same_facts() -> None:
    zh, en = (catalogue(language) for language in LANGUAGES)
    assert {key: set(zh[key].facts ^ en[key].facts) for key in zh if key in en and zh[key].facts != en[key].facts} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_markup_that_telegram_takes(language: str) -> None:
    wrong = {
        key: found
        for key, sentence in catalogue(language).items()
        for form in sentence.forms
        if (found := _Markup(form).wrong)
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_refers_to_sentences_that_there_are(language: str) -> None:
    known = catalogue(language)
    assert {key: set(each.refers - known.keys()) for key, each in known.items() if each.refers - known.keys()} == {}


COUNTS = {"count", "rows", "orders", "batches", "imported", "given", "length", "minutes", "left", "checks", "returns"}
"""Facts that may be one."""
UNCOUNTED = {"is", "has", "was", "repeats", "pcs", "others"}
NEVER_ONE = {"refusal-workbook-too-big"}


def _said_of_one(pattern: fluent.Pattern) -> list[str]:
    """Its texts where each count is 1, as ￼ where no choice of the sentence knows of it."""
    made = [""]
    for element in pattern.elements:
        match element:
            case fluent.TextElement(value=value):
                pieces = [value or ""]
            case fluent.Placeable(expression=fluent.SelectExpression(variants=variants)):
                singular = [each for each in variants if _key(each) in ("one", "1")]
                pieces = [each for variant in singular or variants for each in _said_of_one(variant.value)]
            case fluent.Placeable(expression=fluent.VariableReference(id=fluent.Identifier(name=name))):
                pieces = ["\ufffc" if name in COUNTS else "…"]
            case _:
                pieces = ["…"]
        made = [head + piece for head in made for piece in pieces]
    return made


def _key(variant: fluent.Variant) -> str:
    return variant.key.name if isinstance(variant.key, fluent.Identifier) else variant.key.value


def test_english_says_one_row_and_not_one_rows() -> None:
    several = re.compile(r"\ufffc (?:[a-z]+ ){0,2}?([a-z]+s)\b")
    found = {
        entry.id.name: text
        for path in sorted((tree.ROOT / LOCALES / "en").rglob("*.ftl"))
        for entry in FluentParser().parse(path.read_text("utf-8")).body
        if isinstance(entry, fluent.Message) and entry.value is not None and entry.id.name not in NEVER_ONE
        for text in _said_of_one(entry.value)
        if set(several.findall(text)) - UNCOUNTED
    }
    assert found == {}


def test_chinese_is_written_without_shouting() -> None:
    """docs/wording.md: no exclamation marks, no greeting, no 请您输入."""
    loud = re.compile(r"[!！]|请您|您好|尊敬的")
    assert [key for key, each in catalogue("zh").items() if any(map(loud.search, each.forms))] == []


# --- sentences and the code that says them ------------------------------------------------------------------------


def _said() -> Iterator[tuple[Path, ast.AST]]:
    for path in tree.python_files("dialogs", "notifications", "bot"):
        for node in ast.walk(ast.parse((tree.ROOT / path).read_text("utf-8"))):
            yield path, node


def _called(node: ast.AST) -> str | None:
    """The key of `say("key", …)` or `Say("key", …)`."""
    match node:
        case ast.Call(func=ast.Name(id="say" | "Say"), args=[ast.Constant(value=str(key)), *_]):
            return key
        case _:
            return None


def test_every_sentence_that_the_code_says_is_in_the_catalogues() -> None:
    known = catalogue("zh")
    missing = {key: str(path) for path, node in _said() if (key := _called(node)) is not None and key not in known}
    assert missing == {}


def test_every_sentence_is_said_with_the_facts_that_it_uses() -> None:
    known, wrong = catalogue("zh"), {}
    for path, node in _said():
        key = _called(node)
        if key not in known or not isinstance(node, ast.Call) or any(each.arg is None for each in node.keywords):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "say":
            lacking = known[key].facts - {each.arg for each in node.keywords}
            if lacking:
                wrong[key] = f"{path}:{node.lineno} lacks {', '.join(sorted(lacking))}"
    assert wrong == {}


def _pattern(node: ast.AST) -> str | None:
    """Keys as the code makes them: any string, an f-string with its gaps, a form's name in front of its questions."""
    match node:
        case ast.Constant(value=str(text)) if re.fullmatch(r"[a-z][a-z0-9-]*", text):
            return re.escape(text)
        case ast.JoinedStr(values=values):
            fixed = [str(each.value) if isinstance(each, ast.Constant) else None for each in values]
            # a gap with next to nothing around it would excuse every sentence
            telling = sum(len(each) for each in fixed if each is not None) >= 4
            return "".join("[a-z0-9-]+" if each is None else re.escape(each) for each in fixed) if telling else None
        case ast.ClassDef(bases=bases) if any("Form[" in ast.unparse(base) for base in bases):
            return f"{_stem(node)}-.+"
        case _:
            return None


def _stem(form: ast.ClassDef) -> str:
    """What the wording keys of a form begin with: the name in the class's brackets, or the class's own."""
    for keyword in form.keywords:
        if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value).replace("_", "-")
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", form.name).lower()


def test_english_has_no_chinese_marks() -> None:
    """Neither in a sentence nor where names are joined for one."""
    marks = re.compile("[、，。；：（）！？《》]")
    assert [key for key, each in catalogue("en").items() if any(map(marks.search, each.forms))] == []
    joined = [
        str(file) for room in ("dialogs", "notifications") for file in Path(room).rglob("*.py")
        if '"、".join' in file.read_text("utf-8")
    ]  # fmt: skip
    assert joined == []


def test_wide_blanks_part_nothing_in_english() -> None:
    """They set a line in, as in Chinese; between words they leave a hole."""
    lines = {
        f"{file.stem}: {line}"
        for file in (LOCALES / "en").rglob("*.ftl")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "\u3000" in re.sub(r"^(?:\s*(?:[\w-]+ =|\*?\[\w+\]))?\s*\u3000?", "", line)
    }
    assert lines == set()


def test_no_sentence_is_idle() -> None:
    known = catalogue("zh")
    patterns = [re.compile(each) for each in {_pattern(node) for _, node in _said()} if each is not None]
    referred = frozenset().union(*(each.refers for each in known.values()))
    idle = [key for key in known if key not in referred and not any(each.fullmatch(key) for each in patterns)]
    assert idle == []


def test_every_event_of_a_customers_history_has_a_name() -> None:
    import_module("bot.serving.app")  # with it come all kinds of events
    kinds = [kind for kind in KINDS.values() if kind.subject_kind == "customer"]
    assert len(kinds) > 20
    for language in LANGUAGES:
        assert [event_word(kind).key for kind in kinds if event_word(kind).key not in Texts.load().keys(language)] == []
