"""Codes, numbers and addresses that somebody types: made uniform, checked, and what is wrong with them as facts.

Each check gives the uniform text or a `Flaw`; wording is the dialogs'. Nothing is asked from a network: a code that
checks may still be nobody's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit, urlunsplit

import email_validator
import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType
from stdnum.cn import ric, uscc

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
class IdentityCard(Flaw):
    """A person's identity-card number (GB 11643): nobody's business here. It is neither kept nor repeated."""


@dataclass(frozen=True, slots=True)
class NotAPhone(Flaw):
    """No number that can be called."""


@dataclass(frozen=True, slots=True)
class SeveralPhones(Flaw):
    """More numbers than one, of which nobody picks."""


@dataclass(frozen=True, slots=True)
class Whereabouts(Flaw):
    """A number that a slip made of a Chinese one, or Taiwan's without a break behind the area code: `likely` is that one."""

    likely: str


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
    if _identity_card(code):
        return IdentityCard()
    flaw = _shape(code, alphabets)
    if flaw is not None:
        return flaw
    return code if code[-1] == uscc.calc_check_digit(code[:-1]) else WrongCheck()


def issued_code(text: str) -> str | Flaw:
    """As `credit_code`, and one that its holder insists upon although the check character is off: a few such were really
    issued."""
    found = credit_code(text)
    return plain_code(text) if isinstance(found, WrongCheck) else found


_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)


def _identity_card(code: str) -> bool:
    """A province, a day of birth and a check character; hardly a credit code has all three. One with a slip in it is still
    somebody's, unless it is a good credit code. The old ones had fifteen digits and no check character."""
    if code[:2] not in _PROVINCES:
        return False
    if len(code) == 15:
        return code.isdecimal() and _born(f"19{code[6:12]}")
    if len(code) != 18 or not code[:17].isdecimal() or not _born(code[6:14]):
        return False
    return bool(ric.is_valid(code)) or not uscc.is_valid(code)


def _born(digits: str) -> bool:
    try:
        return 1900 <= datetime.strptime(digits, "%Y%m%d").year <= 2099  # noqa: DTZ007  (a day has no zone)
    except ValueError:
        return False


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

_MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
_EXTENDED = re.compile(
    r"(.*\d)\s*[,，(]?\s*(?:转接?(?:分机)?|分机号?|内线|#|\*|ext(?:ension)?\.?|x)\s*[:：.]?\s*(\d{1,6})\s*\)?",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:联系电话|联系方式|手机号码?|手机|电话号码|电话|座机|固话|固定电话|telephone|tel|phone|mobile|mob|cell|[tmp](?=\s*[.:：\s]))"
    r"\s*[.:：]*\s*(?=[+(\d])",
    re.IGNORECASE,
)
"""电话：, Tel.: what only says that a number follows."""
_HYPHENED = re.compile(
    r"(.*\d)\s*-\s*\(?(\d{1,6})\)?|(.*\d)\s*\((\d{1,6})\)|(.*\d)\s*[,;]\s*(\d{2,4})|(\(?0.*\d)\s+(\d{2,4})"
)
"""Chinese switchboards: 0755-83765566-801, 0755-83765566(801), 0755-83765566 801, and as a phone dials it, with a pause:
0755-83765566,801."""
_ABROAD = re.compile(r"\+?\(?(\d{1,3})\)?[-\s]+\(?\d.*")
"""A country's code that stands by itself: 852-9123 4567."""
_NEIGHBOURS = frozenset({"HK", "MO", "TW", "SG", "MY", "TH", "VN", "JP", "KR"})
"""Whose numbers are written with the country's code and without a plus sign: 85291234567."""
_TAIWAN_MOBILE = re.compile(r"09\d{2}-?\s?\d{3}-?\s?\d{3}")
_TAIWAN_AREA = r"(?:0[2-8]|037|049|08[29])"
_TAIWAN_LINE = re.compile(rf"(?:\({_TAIWAN_AREA}\)|{_TAIWAN_AREA}[-\s])[-\s]*\d[-\s\d]*")
"""02-2345-6789: a break behind an area code that Taiwan has, and no Chinese town."""
_MESSENGER = r"(?:企业微信|微信号?|薇信|威信|企微|钉钉|wechat|weixin|whatsapp|line|wx|vx|v信)"
_SAME = r"(?:同号码?|同步|同手机号?|同电话|同一?个?号|一样|相同|都是|同)"
ALSO_THERE = (
    rf"(?:(?:此号|本号|也是|亦是|即是?|兼|可加|请加|加|是|and|also|as|on)?\s*{_MESSENGER}\s*(?:号码?)?\s*{_SAME}?"
    rf"|(?:same\s*(?:as|on)|also|{_SAME}|手机)\s*{_MESSENGER}(?:号码?)?|[vw]\s*{_SAME}|{_SAME}\s*[vw]|同号)"
)
_WHOSE = (
    r"(?:(?![不非无没停错旧原前])[\u4e00-\u9fff]){1,6}(?:工程师|工|总监?|经理|先生|女士|小姐|老师|主任|主管|厂长|部长|科长|师傅|老板|采购|助理)"
    r"|(?:mrs?|ms)\.?\s*[a-z]{2,20}"
)
"""李工, 王经理: a number's owner by his title. A bare name may be anything, 停用 as well."""
_BESIDE = re.compile(
    rf"(?P<owner>\(?(?:{_WHOSE})\)?)\s*[:：,，、/]*\s*(?P<owned>[+(\d].*\d\)?)"
    rf"|(?P<theirs>.*\d\)?)\s*[(\[,，/、]*\s*(?P<named>{_WHOSE})\s*[)\].。!]*"
    rf"|(?P<before>\(?(?:(?:联系|移动)?(?:手机号?码?|电话|tel|phone|mobile)\s*[/、及和(&]?\s*{ALSO_THERE}"
    rf"|{_MESSENGER}\s*{_SAME}|{_SAME}\s*{_MESSENGER})\)?\s*[:：.,，/]*)\s*(?P<front>[+(\d].*\d\)?)"
    rf"|(?P<back>.*\d\)?)\s*[(\[,，/、;。.]*\s*(?P<behind>{ALSO_THERE})\s*[)\].。!]*",
    re.IGNORECASE,
)
"""138 0013 8000（微信同号）: that somebody is found there by another way, too. 微信 138… alone may be no telephone."""
_BETWEEN_PHONES = re.compile(r"[/、,，;；|\n]|\s(?=[+(]?[01])|或|和")
LONGEST_PHONE = 40
"""Characters of a text that may be a phone number."""


def phone(text: str) -> str | Flaw:
    """A number that can be called, in the one form in which it is kept: +8675583765566, with an extension
    +8675583765566;ext=801 (RFC 3966). Of China where no country's code says otherwise."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) > LONGEST_PHONE:
        return NotAPhone()
    plain, _ = _apart(plain)
    found = _called(plain)
    if found is None:
        return _no_phone(plain)
    number, extension = found
    called = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return f"{called};ext={extension}" if extension else called


def beside_phone(text: str) -> str:
    """微信同号, 李工 and the like, which stand beside a number and aren't kept; empty where there is nothing."""
    return _apart(unicodedata.normalize("NFKC", text).strip())[1]


def _apart(plain: str) -> tuple[str, str]:
    """The number as it is written, and what was said of it; a title in front says nothing."""
    plain = _TITLED.sub("", plain, count=1) if _TITLED.match(plain) else plain
    found = _BESIDE.fullmatch(plain)
    if found is None:
        return plain, ""
    number = found["front"] or found["back"] or found["owned"] or found["theirs"]
    said = found["before"] or found["behind"] or found["owner"] or found["named"]
    return (_TITLED.sub("", number, count=1) if _TITLED.match(number) else number), said.strip(" :：.,，/()")


def _no_phone(plain: str) -> Flaw:
    if sum(_called(each.strip()) is not None for each in _BETWEEN_PHONES.split(plain)) > 1:
        return SeveralPhones()
    taiwan = _valid(plain, "TW") if plain.isdecimal() and plain.startswith("0") else None
    if taiwan is None:
        return NotAPhone()
    return Whereabouts(phonenumbers.format_number(taiwan, PhoneNumberFormat.INTERNATIONAL))


def mobile(text: str) -> str | Flaw:
    """A mobile number in the same form; it has no extension."""
    found = phone(text)
    if isinstance(found, Flaw):
        return found
    number = _number(found)
    return found if number is not None and phonenumbers.number_type(number) in _MOBILE else NotMobile()


@dataclass(frozen=True, slots=True)
class ReadableNumber:
    """A kept number as people read it: 138 0013 8000, 0755-8376 5566, abroad +852 9123 4567."""

    number: str
    extension: str = ""


def written(kept: str) -> ReadableNumber:
    """How a number is shown; a text that is none, left by an earlier version, as it is."""
    found = _called(kept)
    if found is None:
        return ReadableNumber(kept)
    number, extension = found
    if phonenumbers.region_code_for_number(number) != HOME:
        return ReadableNumber(phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL), extension)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    return ReadableNumber(national.replace(" ", "-", 1) if national.startswith("0") else national, extension)


def plain_phone(text: str) -> str:
    """The form in which a number is kept; what can't be called stays as it is."""
    found = phone(text) if text else text
    return text if isinstance(found, Flaw) else found


def phone_digits(kept: str) -> str:
    """What a number is found by: its digits with the country's code, and as they are dialled at home."""
    found = _called(kept)
    if found is None:
        return kept
    home = phonenumbers.format_number(found[0], PhoneNumberFormat.NATIONAL)
    return " ".join("".join(filter(str.isdigit, each)) for each in (kept, home))


def _called(plain: str) -> tuple[PhoneNumber, str] | None:
    """The number and its extension."""
    extended = _EXTENDED.fullmatch(plain.replace(";ext=", " ext "))
    if extended is not None:
        number = _number(extended[1])
        return None if number is None else (number, extended[2])
    if (number := _number(plain)) is not None:
        return number, ""
    if (hyphened := _HYPHENED.fullmatch(plain)) is None:
        return None
    called, extension = (each for each in hyphened.groups() if each is not None)
    return None if (number := _number(called)) is None else (number, extension)


def _number(text: str) -> PhoneNumber | None:
    if any(each.isalpha() for each in text):  # no 1-800-FLOWERS: a name with digits in it is no number
        return None
    if (number := _valid(text, HOME)) is not None:
        return number
    digits = "".join(filter(str.isdigit, text))
    if _TAIWAN_MOBILE.fullmatch(text.strip()) or _TAIWAN_LINE.fullmatch(text.strip()):
        return _valid(text, "TW")
    if text.lstrip().startswith(("+", "0")):
        return None
    abroad = _valid(f"+{digits}", HOME)
    if abroad is None:
        return None
    apart = _ABROAD.fullmatch(text.strip())
    told = apart is not None and apart[1] == str(abroad.country_code)
    return abroad if told or phonenumbers.region_code_for_number(abroad) in _NEIGHBOURS else None


def _valid(text: str, region: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) and not number.extension else None


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
