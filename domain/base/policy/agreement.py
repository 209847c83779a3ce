"""The agreement that a contract is printed as: its text by language, with named fields, and the companies that sign it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from string import Formatter
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, model_validator

from domain.base import identifiers
from domain.base.policy.values import Name, PolicySection

FIELDS: Final = (
    *("number", "version", "year", "begins", "ends"),
    *("vendor", "company", "agency"),
    *("entity", "type", "level", "manager", "distributor"),
)
"""What a text may name in braces (docs/policy.md says what each stands for)."""
HEADING: Final = "#"
_WIDE: Final = "｛｝"
Language = Literal["zh", "en"]


def _named(name: str) -> str:
    return f"{{{name}}}"


def _unknown(name: str) -> str:
    close = get_close_matches(name.strip(), FIELDS, n=1)
    hint = f"did you mean {_named(close[0])}?" if close else f"there are {', '.join(map(_named, FIELDS))}"
    return f"there is no field {_named(name)}; {hint}"


def _with_known_fields(text: str) -> str:
    if not text.strip():
        raise ValueError("there is no text")
    if found := [char for char in _WIDE if char in text]:
        raise ValueError(f"a field stands in {{ and }}, not in {found[0]}")
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:  # a brace without its other half
        raise ValueError("a brace stands alone; a field is written {number}, a brace itself {{ or }}") from error
    named = [
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in parts
        if name is not None
    ]
    if mistakes := [_unknown(each) for each in dict.fromkeys(named) if each not in FIELDS]:
        raise ValueError("; ".join(mistakes))
    return text


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    heading: bool = False


class Agreement(PolicySection):
    """The text in one language: a paragraph a line, a heading behind `#`, fields in braces."""

    language: Language
    title: Name
    text: Annotated[str, Field(strict=True, min_length=1, max_length=100_000), AfterValidator(_with_known_fields)]

    def filled(self, fields: Mapping[str, str]) -> Iterator[Paragraph]:
        """`fields` has a value for each of `FIELDS`; a value is taken as it is, whatever braces or signs are in it."""
        for line in filter(None, map(str.strip, self.text.splitlines())):
            text = line.lstrip(HEADING).strip().format_map(fields)
            yield Paragraph(text, heading=line.startswith(HEADING))


def prevailing(agreements: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    """One a language, the Chinese one among them: it prevails."""
    languages = [each.language for each in agreements]
    if twice := [each for each in languages if languages.count(each) > 1]:
        raise ValueError(f"there are two texts in {twice[0]}")
    if "zh" not in languages:
        raise ValueError('the Chinese text (language = "zh") is needed: it is the one that prevails')
    return agreements


class ContractingCompany(PolicySection):
    """出票单位(合同签约方): the vendor's side of a contract. In a file its name alone will do; what isn't given isn't
    printed."""

    name: Name
    credit_code: str = ""
    address: Annotated[str, Field(strict=True, max_length=120)] = ""
    representative: Annotated[str, Field(strict=True, max_length=60)] = ""
    phone: Annotated[str, Field(strict=True, max_length=40)] = ""

    @model_validator(mode="before")
    @classmethod
    def _a_name_alone(cls, given: Any) -> Any:
        return {"name": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _a_good_code(self) -> ContractingCompany:
        if self.credit_code and isinstance(identifiers.issued_code(self.credit_code), identifiers.Flaw):
            raise ValueError(f"{self.credit_code} is no 统一社会信用代码")
        return self
