"""发布资料: the document, for whom, until when."""

from __future__ import annotations

from collections.abc import Mapping

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Many
from dialogs.core.days import Date
from dialogs.core.field import Option
from dialogs.core.file_names import unnamed
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.screen import Screen, Wording, say
from dialogs.publications.content import FileOrLink
from dialogs.shared.words import HOME, opens
from domain.announcements import announcing
from domain.base.bilingual import translated
from domain.people.records import AccountType
from domain.publications import publishing
from domain.publications import views as publication_views
from domain.publications.records import Publication


class Publish(Form[publishing.Publish], name="publish", submit="publish-submit-key"):
    """With `replaces` a new version of one that stands, for the same people."""

    replaces: source[int | None] = source("replaces")
    content = FileOrLink()
    heading = Text(max_length=60)
    types = Many(
        tuple(Option(each.value, say(f"type-{each.value}")) for each in AccountType), load=AccountType
    ).optional(say("announce-everybody"))
    units = Many(load=int).optional(say("announce-everybody"))
    agencies = Many(load=int).optional(say("announce-everybody"))
    valid_until = Date(lean="future", earliest=0).optional(say("publication-endless"))

    @override
    def prefill(self, ask: Ask) -> Mapping[str, object]:
        if self.replaces is None:
            return {}
        before = ask(publication_views.to_replace, self.replaces)
        to = before.audience
        offered = {unit.id for unit in ask(announcing.units)}
        units = [each for each in to.units if each in offered]
        known = {"types": list(to.types), "units": units, "agencies": list(to.agencies)}
        return {"heading": before.title, **{name: value for name, value in known.items() if value}}

    @heading.propose
    def by_its_file(self) -> str | None:
        """What the file is called, without its ending."""
        if isinstance(self.content, str) or unnamed(self.content.name):
            return None
        return self.content.name.rpartition(".")[0][:60] or None

    @units.options
    def my_units(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(unit.id), translated(unit.name)) for unit in ask(announcing.units))

    @units.relevant
    def several(self, ask: Ask) -> bool:
        return len(ask(announcing.units)) > 1

    @agencies.options
    def my_agencies(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(agency.id), agency.called, find=agency.name) for agency in ask(announcing.agencies))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        if self.replaces is None:
            ask(announcing.units)  # who may not publish learns it before he is asked anything
            return ()
        return (say("publish-replaces", title=ask(publication_views.to_replace, self.replaces).title),)

    @override
    def called(self) -> Wording | None:
        return self.heading

    @override
    def build(self, values: dict[str, object]) -> publishing.Publish:
        return publishing.Publish(
            heading=self.heading,
            content=self.content,
            types=self.types or (),
            units=self.units or (),
            agencies=self.agencies or (),
            valid_until=self.valid_until,
            replaces=self.replaces,
        )

    @override
    def done(self, result: Publication, ask: Ask) -> Screen:
        audience = ask(publication_views.publication, result.id).audience or 0
        lines = [say("published", count=audience), say("strong", text=result.title)]
        if audience and ask(announcing.waits):
            lines.append(say("announced-later"))
        return Screen(tuple(lines), ((opens(say("look-key"), "publication", publication=result.id), HOME),))
