"""Codes, numbers and addresses that somebody types: made uniform, checked, and what is wrong with them as facts.

Each check gives the uniform text or a `Flaw`; wording is the dialogs'. Nothing is asked from a network: a code that
checks may still be nobody's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

import email_validator
import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType
from stdnum.cn import uscc

HOME = "CN"
"""The country of a phone number without a country code."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a typed text."""


@dataclass(frozen=True, slots=True)
class WrongLength(Flaw):
    given: int
    wanted: int


@dataclass(frozen=True, slots=True)
class WrongCharacter(Flaw):
    """`at` counts from 1. `likely` is what is often meant by it (0 by an O), empty where there's no telling."""

    at: int
    found: str
    likely: str


@dataclass(frozen=True, slots=True)
class WrongCheck(Flaw):
    """The check character at the end doesn't fit: some character is mistyped or two changed places."""


@dataclass(frozen=True, slots=True)
class Scientific(Flaw):
    """9.14403E+17: a spreadsheet took the code for a number and lost its last digits."""


@dataclass(frozen=True, slots=True)
class NotAPhone(Flaw):
    """No number that can be called."""


@dataclass(frozen=True, slots=True)
class NotMobile(Flaw):
    """A number that can be called, but no mobile one."""


@dataclass(frozen=True, slots=True)
class NotAnEmail(Flaw):
    """No address that mail could reach."""


@dataclass(frozen=True, slots=True)
class NotALink(Flaw):
    """No address of the web that a browser could open."""


# --- codes --------------------------------------------------------------------------------------------------------

# GB 32100-2015 leaves out I, O, S, V, Z because they are read wrong; GB 11714 knows all letters.
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_DIGITS = "0123456789"
_ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MISREAD = {"O": "0", "I": "1", "S": "5", "Z": "2", "Q": "0", "L": "1", "B": "8"}


def credit_code(text: str) -> str | Flaw:
    """统一社会信用代码 (GB 32100-2015): authority and kind, six digits of region, organisation code, check character."""
    if _SCIENTIFIC.fullmatch(unicodedata.normalize("NFKC", text).strip()):
        return Scientific()
    code = plain_code(text)
    alphabets = [_CREDIT] * 2 + [_DIGITS] * 6 + [_CREDIT] * 10
    flaw = _shape(code, alphabets)
    if flaw is not None:
        return flaw
    return code if code[-1] == uscc.calc_check_digit(code[:-1]) else WrongCheck()


def organisation_code(text: str) -> str | Flaw:
    """组织机构代码 (GB 11714): eight characters and a check character, without the hyphen between."""
    code = plain_code(text)
    flaw = _shape(code, [_ALNUM] * 8 + [_DIGITS + "X"])
    if flaw is not None:
        return flaw
    return code if code[-1] == _organisation_check(code[:-1]) else WrongCheck()


def organisation_code_of(credit_code: str) -> str:
    """The organisation code inside of a valid 统一社会信用代码: characters 9 to 17."""
    return credit_code[8:17]


_SCIENTIFIC = re.compile(r"\d(?:[.,]\d*)?\s*E\s*\+?\s*\d{1,3}", re.IGNORECASE)
_BETWEEN = frozenset("-‐‑–—―−_/·.,:;'\"()[]{}<>|*#，。、；：“”‘’【】")
"""What people put between or around the characters of a code. Not + and what else may stand for a number."""


def plain_code(text: str) -> str:
    """A code without blanks, hyphens, brackets and invisible characters, in upper case and half width."""
    wide = unicodedata.normalize("NFKC", text).upper()
    return "".join(each for each in wide if not each.isspace() and each not in _BETWEEN and _is_seen(each))


def _is_seen(char: str) -> bool:
    return unicodedata.category(char)[0] != "C"


def _shape(code: str, alphabets: list[str]) -> Flaw | None:
    if len(code) != len(alphabets):
        return WrongLength(len(code), len(alphabets))
    for at, (found, alphabet) in enumerate(zip(code, alphabets, strict=True), 1):
        if found not in alphabet:
            likely = _MISREAD.get(found, "")
            return WrongCharacter(at, found, likely if likely in alphabet else "")
    return None


def _organisation_check(body: str) -> str:
    """GB 11714: weights 3 7 9 10 5 8 4 2, letters count from A = 10, eleven minus the rest of eleven."""
    total = sum(_ALNUM.index(each) * weight for each, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    return {10: "X", 11: "0"}.get(rest := 11 - total % 11, str(rest))


# --- phone and mail -----------------------------------------------------------------------------------------------

# Chinese switchboards: 0755-83765566-801, 0755-83765566转801
_EXTENSION = re.compile(r"(.*\d{7,8})\s*(?:-|#|转|分机|ext\.?)\s*(\d{1,6})", re.IGNORECASE)
_MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def phone(text: str) -> str | Flaw:
    """A number that can be called, as +86 755 8376 5566 (ext. 801); of China where no country code says otherwise."""
    plain = unicodedata.normalize("NFKC", text).strip()
    extended = _EXTENSION.fullmatch(plain)
    number = _number(f"{extended[1]} ext {extended[2]}" if extended else plain)
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL) if number is not None else NotAPhone()


def mobile(text: str) -> str | Flaw:
    """A mobile number as +8613800138000: the form in which Telegram shares it, with a plus sign in front."""
    number = _number(unicodedata.normalize("NFKC", text))
    if number is None:
        return NotAPhone()
    if phonenumbers.number_type(number) not in _MOBILE:
        return NotMobile()
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _number(text: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def email(text: str) -> str | Flaw:
    """An address with its domain in lower case. Letters beyond ASCII before the @ are refused: few servers take them."""
    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        found = email_validator.validate_email(plain, check_deliverability=False, allow_smtputf8=False)
    except email_validator.EmailNotValidError:
        return NotAnEmail()
    return found.normalized


LONGEST_LINK = 500
"""Characters, once what isn't ASCII is written out."""
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")
_IPV4 = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}")
_IN_A_LINK = "!#$%&'()*+,/:;=?@[]~"


def link(text: str) -> str | Flaw:
    """An http(s) address with a host that the world knows, in ASCII. No name and password in it: they would be everybody's,
    and make one host look like another."""
    try:
        parts = urlsplit(unicodedata.normalize("NFC", text).strip())
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except (ValueError, UnicodeError):
        return NotALink()
    if parts.scheme.lower() not in ("http", "https") or "@" in parts.netloc:
        return NotALink()
    if not (_HOST.fullmatch(host) or _IPV4.fullmatch(host)) or any(each.isspace() for each in text.strip()):
        return NotALink()
    place = f"{host}:{port}" if port is not None else host
    rest = (quote(each, safe=_IN_A_LINK) for each in (parts.path, parts.query, parts.fragment))
    found = urlunsplit((parts.scheme.lower(), place, *rest))
    return found if len(found) <= LONGEST_LINK else NotALink()
