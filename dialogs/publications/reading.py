"""资料下载: what is meant for the reader, one of them to be fetched, and for whoever publishes who fetched it."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Heard, Page, Perhaps, Run, Show, Turn
from dialogs.core.screen import Act, Attached, Button, Row, Say, Screen, Wording, say
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import BACK, HOME, button, danger, in_a_line, leafed, opens, page_in, pages
from domain.publications import publishing
from domain.publications import views as publication_views
from domain.publications.records import Publication
from domain.publications.views import PublicationRow, PublicationView

NAMES = 20


class Publications(ListPage[PublicationRow]):
    """What is there now; typing looks for it."""

    name = "publications"
    hint = "publications-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[PublicationRow], int]:
        return ask(publication_views.for_me, text_of(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        text = text_of(args)
        return (say("publications-found", text=text, count=total) if text else say("publications-title", count=total),)

    @override
    def row(self, place: int, row: PublicationRow, args: Args, ask: Ask) -> Sequence[Wording]:
        fetched = say("publication-fetched-mark") if row.fetched else None
        facts = in_a_line((*_facts(row.publication), fetched))
        return (say("publications-row", index=place, title=row.publication.title, facts=facts),)

    @override
    def key(self, place: int, row: PublicationRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "publication", publication=row.publication.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("publications-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        if not ask(publication_views.may_publish):
            return ((HOME,),)
        return ((opens(say("publish-title"), "publish"), opens(say("published-by-me-key"), "published_by_me")), (HOME,))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        return self.sought(args, said, ask)


class PublicationPage(Page):
    """Args: `publication`; `fetched` once it was, then the file is there; `listed`: who fetched it."""

    name = "publication"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(publication_views.publication, _id(args))
        found = view.publication
        fetched = args.get("fetched") is True
        attached = Attached(found.file.sha256, found.file.name, found.file.picture) if found.file and fetched else None
        lines: list[Wording] = [say("strong", text=found.title), in_a_line(_facts(found))]
        lines.append(say("announcement-by", author=view.author, at=found.created_at))
        rows: list[Row] = []
        if not view.current:
            lines.append(say("publication-gone" if found.withdrawn_at is not None else "publication-past"))
        if fetched and found.link:
            rows.append((Button(say("publication-link-key"), url=found.link),))
        elif not fetched and (view.current or view.fetched is not None):
            rows.append((button("publication-fetch-key" if found.file else "publication-open-key", "fetch"),))
        more, watching = self._watched(view, args, ask)
        return Screen((*lines, *more), (*rows, *watching, (BACK, HOME)), attached)

    def _watched(self, view: PublicationView, args: Args, ask: Ask) -> tuple[Sequence[Wording], Sequence[Row]]:
        """For whoever looks after it: how many of how many fetched it, and who; what he does with it."""
        if view.fetched is None:
            return (), ()
        lines: list[Wording] = [say("publication-counts", fetched=view.fetched, audience=view.audience or 0)]
        rows: list[Row] = []
        if args.get("listed") is True:
            page, names, total = leafed(
                args, NAMES, lambda offset: ask(publication_views.fetchers, _id(args), offset, NAMES)
            )
            lines += [
                say("publication-fetcher", who=f"{each.company} {each.name}".strip(), at=each.at) for each in names
            ]
            rows += pages(page, NAMES, total)
        elif view.fetched:
            rows.append((button("publication-fetchers-key", "list"),))
        if view.publication.withdrawn_at is None:
            anew = opens(say("publish-anew-key"), "publish", replaces=view.publication.id)
            sure = args.get("sure") is True
            away = (
                danger("publication-withdraw-sure-key", "withdraw")
                if sure
                else button("publication-withdraw-key", "withdraw")
            )
            rows.append((anew, away))
        return lines, rows

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "fetch":
                return Run(publishing.FetchPublication(publication=_id(args)))
            case "list":
                return Show({"publication": _id(args), "listed": True})
            case "page":
                return Show({**args, "page": page_in(act.args)})
            case "withdraw" if args.get("sure") is True:
                return Run(publishing.WithdrawPublication(publication=_id(args)))
            case "withdraw":
                return Show({"publication": _id(args), "sure": True})
            case _:
                return Show({"publication": _id(args)})

    @override
    def after(self, args: Args, result: Publication, ask: Ask) -> Turn:
        if args.get("sure") is True:
            return Show({"publication": result.id}, toast=say("publication-gone-toast"))
        return Show({"publication": result.id, "fetched": True})


class PublishedByMe(ListPage[Publication]):
    """With what is there no more; an administrator sees everybody's."""

    name = "published_by_me"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Publication], int]:
        return ask(publication_views.by_me, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("published-by-me-title", count=total),)

    @override
    def row(self, place: int, row: Publication, args: Args, ask: Ask) -> Sequence[Wording]:
        gone = None if row.current(ask.today) else say("publication-gone-mark")
        return (say("publications-row", index=place, title=row.title, facts=in_a_line((*_facts(row), gone))),)

    @override
    def key(self, place: int, row: Publication, args: Args, ask: Ask) -> Button:
        return opens(str(place), "publication", publication=row.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("published-by-me-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((opens(say("publish-title"), "publish"),), (BACK, HOME))


def _facts(found: Publication) -> tuple[Wording, ...]:
    what = _size(found.file.name, found.file.size) if found.file is not None else say("publication-link")
    until = say("publication-until", until=found.valid_until) if found.valid_until is not None else ""
    return (what, until)


def _size(name: str, size: int) -> Say:
    ending = name.rpartition(".")[2].upper() if "." in name else ""
    kind = ending if 0 < len(ending) <= 5 else "—"
    return say("publication-file", kind=kind, size=f"{max(size / 1024 / 1024, 0.1):.1f}")


def _id(args: Args) -> int:
    value = args.get("publication")
    return value if isinstance(value, int) else 0
