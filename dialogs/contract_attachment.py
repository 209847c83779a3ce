"""附件 of a contract: a document of a type the policy knows, as files, photos or links, several pages each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Asking, Field, Heard, Hearing, Misread, Offer, Option, Took
from dialogs.core.files import Files, stored_from_json
from dialogs.core.filling import Filling
from dialogs.core.form import Form
from dialogs.core.kinds import Text
from dialogs.core.said import Sent, Stored
from dialogs.core.screen import Json, Say, Wording, say
from domain import contract_views, identifiers
from domain.contracts import Attachment, Content, Link
from domain.identifiers import Flaw

MOST_PAGES, MOST = 20, 30
TYPES = ("image/", "application/pdf", "application/msword", "application/vnd.", "application/x-ole-storage")


class Pages(Field[tuple[Content | Link, ...]]):
    """Files, photos and links, in the order of the pages."""

    kind = "files"

    def __init__(self) -> None:
        super().__init__()
        self._files = Files(at_most=MOST_PAGES, types=TYPES)

    @override
    def load(self, value: Json) -> tuple[Content | Link, ...]:
        if not isinstance(value, list) or not value:
            raise TypeError(value)
        return tuple(_page(each) for each in value)

    @override
    def dump(self, value: tuple[Content | Link, ...]) -> Json:
        return [
            {"link": each.link, "name": each.link}
            if isinstance(each, Link)
            else {"sha256": each.sha256, "type": each.type, "size": each.size, "name": each.name}
            for each in value
        ]

    @override
    def show(self, value: Json) -> Wording:
        return self._files.show(value)

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        return self._files.heard(said, asking) if isinstance(said, Sent) else super().heard(said, asking)

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


def _page(value: Json) -> Content | Link:
    if isinstance(value, dict) and "link" in value:
        return Link(link=str(value["link"]))
    file = stored_from_json(value)
    return Content(sha256=file.sha256, type=file.type, size=file.size, name=file.name)


class ContractAttachment(Form[Attachment], name="contract_attachment"):
    kind = Choice()
    pages = Pages()
    name = Text(max_length=60).optional()
    description = Text(max_length=200).optional()

    @kind.options
    def kinds(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(each, each) for each in ask(contract_views.policy).documents)

    @override
    def called(self) -> Wording | None:
        count = len(self.pages)
        return say("contract-attachment-called", kind=self.kind, count=count)


# --- a file that says itself what it is --------------------------------------------------------------------------------


def taken(file: Stored, caption: str, kinds: Sequence[str], filling: Filling, *, wanted: bool) -> dict[str, Json] | Say:
    """The answers that a file brings whose caption or name is a document's type: a new document, or one more page of it.

    `wanted`: attachments are what is being asked for, so one without a type is taken, too. Empty where it isn't taken.
    """
    if not file.type.startswith(TYPES):
        return say("core-file-type", name=file.name, type=file.type)
    kind = _kind_in(caption, kinds) or _kind_in(file.name, kinds)
    if kind is None and not wanted:
        return {}
    page: Json = {"sha256": file.sha256, "type": file.type, "size": file.size, "name": file.name}
    for key in filling.items.get("attachments", ()):
        path = f"attachments[{key}]"
        if kind is not None and (known := filling.answers.get(f"{path}.kind")) is not None and known.value == kind:
            return {f"{path}.pages": [*_present(filling, path), page]}
    path = f"attachments[k{filling.count + 1}]"
    made: dict[str, Json] = {f"{path}.pages": [page], f"{path}.name": None, f"{path}.description": None}
    return {f"{path}.kind": kind, **made} if kind is not None else made


def _present(filling: Filling, path: str) -> list[Json]:
    answer = filling.answers.get(f"{path}.pages")
    return answer.value if answer is not None and isinstance(answer.value, list) else []


def _kind_in(text: str, kinds: Sequence[str]) -> str | None:
    """The longest type whose name stands in the text: 非正式合同 before 正式合同."""
    return max((each for each in kinds if each in text), key=len, default=None)
