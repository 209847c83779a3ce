"""A message cut into its labelled pieces, whatever it was copied from: `label：value` a line, several on one line behind
commas, `【label】value`, numbered lists, one blank instead of a colon, a table out of Excel with a heading row or with
labels beside the values.

Nothing is read twice and nothing is left out: the pieces' places in the text are apart from each other, and between them
stand only marks that separate. What carries no label is a piece without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogs.core.cut_tables import PREFIX, TAB, How, Known, Piece, columns, of_table, span

LONGEST = 60
"""Characters of a label."""

_LINE = re.compile(r"[^\n]*")
_OPENING, _CLOSING = "【[［〔「『〖《", "】]］〕」』〗》"
_BRACKETED = re.compile(
    rf"[{re.escape(_OPENING)}](?P<inside>[^{re.escape(_OPENING + _CLOSING)}]{{1,200}})[{re.escape(_CLOSING)}]\s*[：:=＝]?\s*"
)
_MARKS = "：:=＝∶﹕︰ː꞉"
"""A colon, and what stands for one on some keyboard or in some font."""
_MARKED = re.compile(rf"(?P<label>[^\n\t{_MARKS}]{{1,60}}?)\s*[{_MARKS}]\s*")
_WIDE = re.compile(rf"(?P<label>[^\n\t{_MARKS}]{{1,60}}?)(?:\u3000| {{2}})\s*")
_TIES = re.compile(r"\s*(?:[-=]+>|→|➡|—{1,2}|[-–|｜]|是|为)\s*")
"""区域-深圳, 区域→深圳, 区域是深圳: no mark of a label by itself."""
_FOREIGN = re.compile(rf"[A-Za-z][A-Za-z .'/_-]{{0,40}}[{_MARKS}]")
"""The other half of a label in two languages, of which only one is known."""
_GLUED = re.compile(r"(?P<label>[^\W\d_]{2,20})(?=[+(（]?[\d０-９][\d０-９ ()（）+-]{5,})")
"""电话13800138000: a word and a long number."""
_BLANK = re.compile(r"[ \u3000]+")
_BREAK = re.compile(rf"[，,；;。|｜][ \u3000]*|[ \u3000]+|(?=[{re.escape(_OPENING)}])")
_SEPARATES = "，,；;|｜ \u3000"
_DIVIDER = re.compile(r"[\s\-–—―_=~*·.|+:─━═┄┈＿－]*")
"""A line that only divides."""
_QUOTED = re.compile(r"([\"'“])(?P<inside>[^\"'“”]*)[\"'”]")
_SAID = re.compile(rf"[^\n{_MARKS}]{{1,40}}[{_MARKS}]\s*")
"""李明：客户名称：…: who said it."""


def cut(text: str, known: Known, free: Known = lambda label: False) -> list[Piece]:
    """`known` tells labels; `free` those whose answer may be anything, commas and blanks included."""
    text = _unwrapped(text)
    pieces: list[Piece] = []
    table: list[tuple[int, int]] = []
    parts = TAB
    lines = [each for each in _lines(text) if not _DIVIDER.fullmatch(text, *each)]
    if (by_turns := _by_turns(text, lines, known)) is not None:
        return by_turns
    for place, (start, end) in enumerate([*lines, (len(text), len(text))]):
        if table and not parts.search(text, start, end):
            pieces += of_table(text, table, known, parts)
            table = []
        if not table:
            parts = columns(text, lines[place : place + 2], known)
        if parts.search(text, start, end):
            table.append((start, end))
        elif text[start:end].strip():
            pieces += _of_line(text, start, end, known, free)
    return _with_values_below(pieces)


def _unwrapped(text: str) -> str:
    """Without the brackets around all of it, or around what WeChat quotes: every character keeps its place."""
    bare, whole = text.strip(), list(text)
    first, last = len(text) - len(text.lstrip()), len(text.rstrip()) - 1
    close = text.find("」") if bare.startswith("「") else last if bare.startswith("{") and bare.endswith("}") else -1
    if close > first and (bare.startswith("{") or "\n" in text[first:close]):
        whole[first] = whole[close] = " "
    return "".join(whole)


def _by_turns(text: str, lines: list[tuple[int, int]], known: Known) -> list[Piece] | None:
    """A label in a line, its value in the next: where all of them stand so."""
    spans = [span(text, *each) for each in lines]
    said = [text[start:end] for start, end in spans]
    if len(said) < 4 or len(said) % 2 or any(known(each) == bool(place % 2) for place, each in enumerate(said)):
        return None
    return [
        Piece(said[at].rstrip(_MARKS + _SEPARATES), said[at + 1], spans[at][0], spans[at + 1][1])
        for at in range(0, len(said), 2)
    ]


def _with_values_below(pieces: list[Piece]) -> list[Piece]:
    """`电话：` with the number in the line below; where other labels have theirs beside them, an empty one is just empty."""
    labelled = [each for each in pieces if each.label and not each.row and each.how == "mark"]
    beside = any(each.value for each in labelled)
    found: list[Piece] = []
    for each in pieces:
        above = found[-1] if found else None
        if (
            above is not None
            and above in labelled
            and not above.value
            and not (each.label or each.row)
            and (not beside or _NUMBER.fullmatch(each.value))
        ):
            found[-1] = replace(above, value=each.value, end=each.end)
        else:
            found.append(each)
    return found


_NUMBER = re.compile(r"[+(（]?[\d０-９][\d０-９ ,.()（）+-]*\D{0,6}")


def unnumbered(line: str) -> str:
    """Without the running number or mark that it begins with."""
    found = PREFIX.match(line)
    return line[found.end() :] or line if found is not None else line


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines as Excel means them: a cell with a line break in it is copied between quotation marks."""
    begun: int | None = None
    for found in _LINE.finditer(text):
        start, end = found.span()
        if begun is None and not text[start:end].strip():
            continue
        first = start if begun is None else begun
        quotes = text.count('"', first, end)
        if quotes % 2 and '\t"' in text[first:end] and _closes(text, end):
            begun = first
            continue
        begun = None
        yield first, end


def _closes(text: str, at: int) -> bool:
    """Whether the quotation that is open ends before a cell does or the text is over."""
    found = text.find('"', at)
    return found >= 0 and text[found + 1 : found + 2] in ("", "\t", "\n", "\r", '"')


# --- a line -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Start:
    """A label and where it stands; `value` is where its answer begins, `closing` where a bracket around both ends."""

    label: str
    at: int
    value: int
    how: How = "mark"
    closing: int | None = None


def _of_line(text: str, start: int, end: int, known: Known, free: Known) -> Iterator[Piece]:
    starts = _starts(text, start, end, known, free)
    if not starts:
        yield _whole(text, start, end)
        return
    if before := text[start : starts[0].at].strip(_SEPARATES):
        yield Piece("", before, *span(text, start, starts[0].at))
    for this, following in zip(starts, [*starts[1:], None], strict=True):
        stop = end if following is None else following.at
        value = text[this.value : stop if this.closing is None else this.closing]
        behind = "" if this.closing is None else text[this.closing + 1 : stop]
        value = value.strip().rstrip(_SEPARATES) if free(this.label) else value.strip().strip(_SEPARATES)
        if behind.strip(_SEPARATES):
            value = f"{value} {behind.strip(_SEPARATES)}"
        if (quoted := _QUOTED.fullmatch(value)) is not None:
            value = quoted["inside"]
        yield Piece(this.label, value, *span(text, this.at, stop), this.how)


def _whole(text: str, start: int, end: int) -> Piece:
    """A line of which no label is known; what looks like one is told apart."""
    prefix = PREFIX.match(text, start, end)
    at = prefix.end() if prefix is not None else start
    bracketed = _BRACKETED.match(text, at, end)
    if bracketed is not None:
        return Piece(bracketed["inside"].strip(), text[bracketed.end() : end].strip(), *span(text, start, end))
    marked = _MARKED.match(text, at, end)
    if marked is not None and marked["label"].strip():
        return Piece(marked["label"].strip(), text[marked.end() : end].strip(), *span(text, start, end))
    return Piece("", text[start:end].strip(), *span(text, start, end))


def _starts(text: str, start: int, end: int, known: Known, free: Known) -> list[_Start]:
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    begun = _numbered(text, first, end, known, blank=True) or _at(text, first, end, known, blank=True)
    if begun is None and (said := _SAID.match(text, first, end)) is not None:
        begun = _at(text, said.end(), end, known, blank=False)
    found = [] if begun is None else [begun]
    at = first if begun is None else begun.value
    while (broken := _BREAK.search(text, at, end)) is not None:
        at = broken.end()
        comma = broken[0].strip() != ""
        loose = not found or not free(found[-1].label)
        blank = loose and (comma or (bool(found) and found[0].how == "blank"))
        each = _numbered(text, at, end, known, blank=blank) or _at(text, at, end, known, blank=blank)
        if each is not None:
            found.append(each)
            at = each.value
        elif not broken[0]:
            at += 1
    return found


def _numbered(text: str, at: int, end: int, known: Known, *, blank: bool) -> _Start | None:
    prefix = PREFIX.match(text, at, end)
    found = _at(text, prefix.end(), end, known, blank=blank) if prefix is not None else None
    return None if found is None else replace(found, at=at)


def _at(text: str, at: int, end: int, known: Known, *, blank: bool) -> _Start | None:
    """The label that begins here, if one does."""
    bracketed = _BRACKETED.match(text, at, end)
    if bracketed is not None:
        inside = bracketed["inside"]
        if known(inside):
            return _Start(inside.strip(), at, bracketed.end())
        parted = _MARKED.match(inside)
        if parted is not None and known(parted["label"]):
            shift = bracketed.start("inside")
            return _Start(parted["label"].strip(), at, shift + parted.end(), "mark", bracketed.end("inside"))
        return None
    for kind in (_MARKED, _WIDE):
        parted = kind.match(text, at, end)
        if parted is None:
            continue
        for label in (parted["label"], parted["label"].rstrip(" 是为")):
            if known(label):
                return _Start(label.strip(), at, parted.end())
    glued = _GLUED.match(text, at, end)
    if glued is not None and known(glued["label"]):
        return _Start(glued["label"].strip(), at, glued.end("label"), "blank")
    return _loose(text, at, end, known) if blank else None


def _loose(text: str, at: int, end: int, known: Known) -> _Start | None:
    """A label with a stroke, a word or a blank behind it: none of them tells by itself where it ends."""
    tied = _tied(text, at, end, known)
    if tied is not None:
        return tied
    longest: _Start | None = None
    for gap in _BLANK.finditer(text, at, min(end, at + LONGEST)):
        label = text[at : gap.start()]
        if known(label) and text[gap.end() : end].strip() and not _FOREIGN.match(text, gap.end(), end):
            longest = _Start(label.strip(), at, gap.end(), "blank")
    return longest


def _tied(text: str, at: int, end: int, known: Known) -> _Start | None:
    """The shortest label that is known, with a stroke or a word behind it."""
    for gap in _TIES.finditer(text, at, min(end, at + LONGEST)):
        label = text[at : gap.start()]
        if known(label) and text[gap.end() : end].strip():
            return _Start(label.strip(), at, gap.end(), "blank")
    return None


# --- a table out of Excel -----------------------------------------------------------------------------------------
