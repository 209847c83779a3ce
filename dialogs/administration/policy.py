"""渠道政策: the values of the policy's file, which are changed there alone; what differs from the defaults, and the file itself."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Wording, say
from dialogs.core.words import head
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import BACK, HOME, button
from domain.administration import policy_file
from domain.base.bilingual import bilingual, translated
from domain.base.policy import PolicyDifference

LONGEST = 60
"""Characters of a value."""


class PolicyPage(ListPage[PolicyDifference]):
    name = "policy"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[PolicyDifference], int]:
        return ask(policy_file.differs, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        held = ask(policy_file.holds)
        products = sum(len(each.examples) for each in held.product_domains)
        facts: tuple[tuple[str, Wording], ...] = (
            ("policy-vendor", translated(held.vendor)),
            ("contact-us-hotline", held.hotline),
            ("contact-us-mail", held.mail),
            ("policy-zone", held.time_zone),
            (
                "policy-entities",
                say("policy-listed", names=tuple(translated(each.name) for each in held.contract.entities)),
            ),
            ("policy-products", say("policy-so-many", count=len(held.registration.products))),
            ("policy-domains", say("policy-domains-many", count=len(held.product_domains), products=products)),
            (
                "policy-links",
                say("policy-listed", names=tuple(bilingual(each.label, each.english) for each in held.links))
                if held.links
                else "",
            ),
        )
        told = [say("fact", label=say(label), value=value) for label, value in facts if value]
        return (
            say("policy-title"),
            say("policy-hint"),
            *told,
            *((say("policy-differs", count=total),) if total else ()),
        )

    @override
    def row(self, place: int, row: PolicyDifference, args: Args, ask: Ask) -> Sequence[Wording]:
        if row.several is not None:
            return (say("policy-row-several", name=row.name, count=row.several[0], default=row.several[1]),)
        value, default = head(row.value, LONGEST), head(row.default, LONGEST)
        return (say("policy-row", name=row.name, value=value or say("nothing"), default=default or say("nothing")),)

    @override
    def key(self, place: int, row: PolicyDifference, args: Args, ask: Ask) -> Button | None:
        return None

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("policy-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((button("policy-file-key", "file"),), (BACK, HOME))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(policy_file.MakePolicyFile()) if act.verb == "file" else super().act(args, act, ask)

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show(toast=say("policy-file-toast"))
