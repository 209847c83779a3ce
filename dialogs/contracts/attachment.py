"""附件 of a contract: a document of a type the policy knows, as files, photos or links, several pages each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from typing_extensions import override

from dialogs.contracts.policy_words import offered
from dialogs.core import words
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.days import Date
from dialogs.core.field import Asking, Field, Heard, Hearing, Misread, Offer, Option, Took, answering, attempt
from dialogs.core.file_names import named
from dialogs.core.files import Files, not_of_these, stored_from_json
from dialogs.core.filling import Filling
from dialogs.core.form import Form
from dialogs.core.inputs import Stored, Uploaded
from dialogs.core.kinds import Text
from dialogs.core.screen import Json, Say, Wording, say
from dialogs.core.verdicts import Anew
from domain.base import identifiers
from domain.base.identifiers import Flaw
from domain.base.policy.people import ContractPolicy
from domain.contracts import views as contract_views
from domain.contracts.records import Attachment, Content, LinkedPage

MOST_PAGES, MOST = 20, 30
TYPES = ("image/", "application/pdf", "application/msword", "application/vnd.", "application/x-ole-storage")


class Pages(Field[tuple[Content | LinkedPage, ...]]):
    """Files, photos and links, in the order of the pages."""

    kind = "files"

    def __init__(self) -> None:
        super().__init__()
        self._files = Files(at_most=MOST_PAGES, types=TYPES)

    @override
    def load(self, value: Json) -> tuple[Content | LinkedPage, ...]:
        if not isinstance(value, list) or not value:
            raise TypeError(value)
        return tuple(_page(each) for each in value)

    @override
    def dump(self, value: object) -> Json:
        assert isinstance(value, Iterable)
        return [
            {"link": each.link, "name": each.link}
            if isinstance(each, LinkedPage)
            else {"sha256": each.sha256, "type": each.type, "size": each.size, "name": each.name}
            for each in value
        ]

    @override
    def show(self, value: Json) -> Wording:
        return self._files.show(value)

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        return self._files.heard(said, asking) if isinstance(said, Uploaded) else super().heard(said, asking)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        link = identifiers.link(text)
        if isinstance(link, Flaw):
            return Misread(say("contract-attachment-no-link"))
        present = asking.value if isinstance(asking.value, list) else []
        return Took([*present, {"link": link, "name": link}], stay=True)

    @override
    def offer(self, asking: Asking) -> Offer:
        return self._files.offer(asking)

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        return self._files.tapped(do, args, asking)


def _page(value: Json) -> Content | LinkedPage:
    if isinstance(value, dict) and "link" in value:
        return LinkedPage(link=str(value["link"]))
    file = stored_from_json(value)
    return Content(sha256=file.sha256, type=file.type, size=file.size, name=file.name)


NO_END = frozenset(
    {"长期", "长期有效", "永久", "永久有效", "无固定期限", "不限", "long term", "permanent", "no expiry"}
)
"""What a licence says that doesn't run out."""


_ALWAYS = Took(None, say("contract-valid-always"))


class ValidUntil(Date):
    """The last valid day as the document has it; of one that doesn't run out there is none."""

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return _ALWAYS if words.bare(text) in NO_END else super().typed(text, asking)

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        return _ALWAYS if do == "always" else super().tapped(do, args, asking)

    @override
    def offer(self, asking: Asking) -> Offer:
        """Today and tomorrow are no such day: it is typed, or found in the calendar, or there is none."""
        offer = super().offer(asking)
        always = answering(say("contract-valid-always"), "always")
        return offer if asking.view else Offer(((offer.rows[-1][-1], always),), offer.lines)


class ContractAttachment(Form[Attachment], name="contract_attachment"):
    kind = Choice()
    pages = Pages()
    valid_until = ValidUntil(lean="future", earliest=0).optional()
    name = Text(max_length=60).optional()
    description = Text(max_length=200).optional()

    @kind.options
    def kinds(self, ask: Ask) -> tuple[Option, ...]:
        return offered(policy := ask(contract_views.policy), policy.documents)

    @valid_until.relevant
    def runs_out(self, ask: Ask) -> bool:
        return self.kind in ask(contract_views.policy).expiring

    @override
    def called(self) -> Wording | None:
        """By its type; until that is chosen, by its file. The same file among others is said."""
        pages = self.pages
        kind = attempt(lambda: self.kind)
        if kind is None:
            return named(name_of(pages[0]))
        policy = self.ask(contract_views.policy)
        own = said(policy.words.told(kind), len(pages), attempt(lambda: self.valid_until), self.today)
        filling, path = self.filling, self.prefix[:-1]
        others = (
            other
            for each in pages
            if isinstance(each, Content) and (other := _holder(filling, each.sha256, but=path)) is not None
        )
        other = next(others, None)
        return (
            own
            if other is None
            else say("contract-attachment-same", called=own, other=_kind_of(filling, other, policy))
        )


def said(kind: str, pages: int, until: date | None, today: date | None = None) -> Say:
    """A document in a few words; `today`: with a mark where its last day has passed."""
    told = say("contract-attachment-called", kind=kind, count=pages)
    if until is None:
        return told
    passed = today is not None and until < today
    return say("contract-attachment-expired" if passed else "contract-attachment-until", called=told, until=until)


# --- a file that says itself what it is --------------------------------------------------------------------------------


def taken(
    file: Stored,
    caption: str,
    policy: ContractPolicy,
    filling: Filling,
    *,
    wanted: bool,
    carried: Collection[str] = (),
) -> dict[str, Json] | Anew | Say:
    """The answers that a file brings whose caption or name is a document's type: a new document, or one more page of it,
    with its last valid day where that is told there.

    `wanted`: attachments are what is being asked for, so one without a type is taken, too. `carried`: the contents that
    were there before, by hash; a document that has nothing else gives way to the file, and its last day is asked for anew.
    Empty where it isn't taken.
    """
    if not file.type.startswith(TYPES):
        return not_of_these(file, TYPES)
    kind = _kind_told(file, caption, policy)
    if kind is None and not wanted:
        return {}
    known = _holder(filling, file.sha256)
    if known is not None and kind in (None, kind_at(filling, known)):
        return say("contract-attachment-twice", name=named(file.name), kind=_kind_of(filling, known, policy))
    page: Json = {"sha256": file.sha256, "type": file.type, "size": file.size, "name": file.name}
    for key in filling.items.get("attachments", ()):
        path = f"attachments[{key}]"
        if kind is not None and kind_at(filling, path) == kind:
            given = {
                f"{path}.pages": [*pages_at(filling, path), page],
                **_end(path, kind, caption, file, policy),
            }
            return _in_its_place(given, path, kind, page, policy) if _is_carried(filling, path, carried) else given
    path = f"attachments[k{filling.count + 1}]"
    made: dict[str, Json] = {f"{path}.pages": [page], f"{path}.name": None, f"{path}.description": None}
    if kind is None:
        return made
    return {f"{path}.kind": kind, **made, **_end(path, kind, caption, file, policy)}


def names_another(file: Stored, caption: str, policy: ContractPolicy, filling: Filling, at: str) -> bool:
    """Whether its caption or name is another type than that of the document whose pages are asked for `at`."""
    asked, kind = kind_at(filling, at.rpartition(".")[0]), _kind_told(file, caption, policy)
    return asked is not None and kind not in (None, asked)


def _kind_told(file: Stored, caption: str, policy: ContractPolicy) -> str | None:
    called = {name.casefold(): kind for kind in policy.documents for name in policy.words.called(kind)}
    return _kind_in(caption.casefold(), called) or _kind_in(file.name.casefold(), called)


def _is_carried(filling: Filling, path: str, carried: Collection[str]) -> bool:
    pages = pages_at(filling, path)
    return bool(pages) and all(isinstance(each, dict) and each.get("sha256") in carried for each in pages)


def _in_its_place(given: dict[str, Json], path: str, kind: str, page: Json, policy: ContractPolicy) -> Anew:
    """Of what runs out and doesn't say when, the day is asked for: the one that was there was the old document's."""
    replaced, end = {**given, f"{path}.pages": [page]}, f"{path}.valid_until"
    return Anew(replaced, (end,) if kind in policy.expiring and end not in given else ())


_UNTIL = re.compile(r"(?:有效|到期|截止|valid|until|expire)(.*)", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"(?<!\d)(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})(?!\d)")


def _end(path: str, kind: str, caption: str, file: Stored, policy: ContractPolicy) -> dict[str, Json]:
    """The last of the days behind 有效期, also one that has passed: that is named wherever the document is. Without one it
    is asked for."""
    said = next(filter(None, map(_UNTIL.search, (caption, file.name))), None)
    days = _DAY.findall(said[1]) if said is not None and kind in policy.expiring else []
    try:
        found = date(*map(int, days[-1])) if days else None
    except ValueError:
        return {}
    return {f"{path}.valid_until": found.isoformat()} if found is not None else {}


def is_untyped(given: Mapping[str, Json]) -> bool:
    """Whether what was taken is a new document of which nobody knows the type yet."""
    new, typed = (any(path.endswith(end) for path in given) for end in (".name", ".kind"))
    return new and not typed


def name_of(page: Content | LinkedPage) -> str:
    return page.link if isinstance(page, LinkedPage) else page.name


def _holder(filling: Filling, sha256: str, *, but: str = "") -> str | None:
    """The document that has such a page already."""
    paths = (f"attachments[{key}]" for key in filling.items.get("attachments", ()))
    return next(
        (
            path
            for path in paths
            if path != but
            and any(isinstance(each, dict) and each.get("sha256") == sha256 for each in pages_at(filling, path))
        ),
        None,
    )


def kind_at(filling: Filling, path: str) -> Json:
    """The type of a document, by its path; None while it isn't chosen."""
    answer = filling.answers.get(f"{path}.kind")
    return answer.value if answer is not None else None


def _kind_of(filling: Filling, path: str, policy: ContractPolicy) -> Wording:
    kind, first = kind_at(filling, path), next(iter(pages_at(filling, path)), None)
    if kind is not None:
        return policy.words.told(str(kind))
    return words.quoted(str(first.get("name"))) if isinstance(first, dict) else say("core-unnamed")


def pages_at(filling: Filling, path: str) -> list[Json]:
    """Those of a document, by its path."""
    answer = filling.answers.get(f"{path}.pages")
    return answer.value if answer is not None and isinstance(answer.value, list) else []


_COPY = re.compile(
    r"复印件|扫描件|影印件|原件|副本|正本|正面|反面|背面|盖章|第?\d+[页张]?|\.\w{2,4}$|[\s_\-—()（）【】.·]+"
)
"""What a name says beside the document's."""
SHORTEST = 3


def _kind_in(text: str, called: Mapping[str, str]) -> str | None:
    """The longest type whose name stands in the text: 非正式合同 before 正式合同. Else the one that is named in part:
    法人身份证正面, or 身份证, where only one has that in its name."""
    whole = [each for each in called if each in text]
    if whole:
        return called[max(whole, key=len)]
    plain = _COPY.sub("", text)
    cores = {each: _COPY.sub("", each) for each in called}
    inside = [each for each, core in cores.items() if core and core in plain]
    if inside:
        return called[max(inside, key=len)]
    around = {called[each] for each, core in cores.items() if len(plain) >= SHORTEST and plain in core}
    return around.pop() if len(around) == 1 else None
