"""Reading a policy from TOML, with the place of every mistake."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from domain.base.policy.model import Policy

Place = tuple[str | int, ...]


class PolicyError(Exception):
    """A policy file that can't be used; `mistakes` are whole sentences, one a mistake, in the order of the file."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


def defaults_text() -> str:
    """The packaged file: the defaults and what each value means."""
    return files("domain").joinpath("data", "policy.toml").read_text("utf-8")


@cache
def default() -> Policy:
    return parse("")


def load(path: Path | None) -> Policy:
    """The policy of a file laid over the defaults; None is the defaults. Raises `PolicyError`."""
    if path is None:
        return default()
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise PolicyError([f"{path}: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise PolicyError([f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8"]) from error
    return parse(text, str(path), path.parent)


def parse(text: str, name: str = "policy", folder: Path | None = None) -> Policy:
    """A policy from the text of a file; `name` is what mistakes call it, in `folder` lie the files that it names. Raises
    `PolicyError`."""
    # Windows editors put a mark in front that TOML doesn't know
    text = text.removeprefix("\ufeff")
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError([f"{name}: not TOML: {error}"]) from error
    try:
        return Policy.model_validate(_laid_over(tomllib.loads(defaults_text()), given), context={"folder": folder})
    except ValidationError as error:
        found = sorted((_line(text, each["loc"]) or 0, _sentence(each)) for each in error.errors())
        raise PolicyError([f"{name}{f', line {line}' if line else ''}: {what}" for line, what in found]) from error


def _laid_over(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, object]:
    """Tables are joined key by key, anything else takes the place of what was there; so does a paper, whose English text
    would say something else than the Chinese one."""
    joined = dict(base)
    for key, value in over.items():
        below = joined.get(key)
        if isinstance(below, dict) and isinstance(value, dict) and not {"text", "file"} & value.keys():
            joined[key] = _laid_over(below, value)
        else:
            joined[key] = value
    return joined


def _sentence(error: ErrorDetails) -> str:
    place = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in error["loc"]).lstrip(".")
    match error["type"]:
        case "extra_forbidden":
            return f"{place}: there is no such value{_suggestion(error['loc'])}"
        case "missing":
            return f"{place}: is missing"
        case "value_error":
            return f"{place or 'policy'}: {error['msg'].removeprefix('Value error, ')}"
        case "model_type":
            return f"{place}: must be a table, not {error['input']!r}"
        case _:
            said = error["msg"][0].lower() + error["msg"][1:]
            return f"{place}: {said}, not {error['input']!r}"


def _suggestion(place: Place) -> str:
    """What the writer may have meant, among the names that are known at this place."""
    known = _names_at(place[:-1])
    close = get_close_matches(str(place[-1]), known, n=1)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; known are {', '.join(sorted(known))}" if known else ""


def _names_at(place: Place) -> list[str]:
    """The names of the values of the model that stands at a place; lists and unions are looked into."""
    model: type[BaseModel] = Policy
    for step in place:
        if isinstance(step, int):
            continue
        field = next((info for name, info in model.model_fields.items() if step in (name, info.alias)), None)
        inner = _model_in(field.annotation) if field is not None else None
        if inner is None:
            return []
        model = inner
    return [info.alias or name for name, info in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(each) for each in getattr(annotation, "__args__", ()))
    return next((each for each in inner if each is not None), None)


def _line(text: str, place: Place) -> int | None:
    """The line where a place stands, or else the nearest table around it; None where the file doesn't speak of it.

    `tomllib` keeps no positions, so the lines are read once more: a header opens a table, a repeated `[[header]]`
    counts, a key belongs to the table it stands in.
    """
    best: tuple[int, int] | None = None
    table: Place = ()
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*(\[\[?)\s*([\w.]+)\s*\]", line):
            table = tuple(header[2].split("."))
            if header[1] == "[[":
                counts[header[2]] = counts.get(header[2], -1) + 1
                table = (*table, counts[header[2]])
            here = table
        elif key := re.match(r"\s*([\w.]+)\s*=", line):
            here = (*table, *key[1].split("."))
        else:
            continue
        if place and here[: len(place)] == place:
            return number
        if here == place[: len(here)] and (best is None or len(here) > best[0]):
            best = (len(here), number)
    return best[1] if best is not None else None
