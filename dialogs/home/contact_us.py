"""联系我们: one's own manager and how he is reached, the vendor's hotline and mail."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page
from dialogs.core.screen import Screen, Wording, say
from dialogs.shared.words import HOME, in_a_line, phone
from domain.base.bilingual import translated
from domain.home import whom_to_ask
from domain.home.whom_to_ask import Contact
from domain.people.records import Account


class ContactUs(Page):
    name = "contact_us"
    aside = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        people = [line for each in ask(whom_to_ask.contacts) for line in _lines(each)]
        vendor = vendor_lines(ask)
        nobody = () if people or vendor else (say("contact-us-nobody"),)
        return Screen((say("contact-us-title"), *people, *vendor, *nobody), ((HOME,),))


def vendor_lines(ask: Ask) -> Sequence[Wording]:
    """Hotline and mail, as far as the vendor has them."""
    vendor = ask(whom_to_ask.vendor)
    told = (("contact-us-hotline", vendor.hotline), ("contact-us-mail", vendor.mail))
    return [say("fact", label=say(label), value=value) for label, value in told if value]


def _lines(contact: Contact) -> Sequence[Wording]:
    who = in_a_line((say("strong", text=contact.account.name), translated(contact.unit)))
    told: list[Wording] = [
        say("fact", label=say(f"contact-us-{contact.office.value}"), value=who),
        _reached(contact.account),
    ]
    if contact.deputy is not None and contact.until is not None:
        told += [say("contact-us-away", until=contact.until, deputy=contact.deputy.name), _reached(contact.deputy)]
    return told


def _reached(account: Account) -> Wording:
    """On the client a tap calls or writes."""
    how = in_a_line((phone(account.phone) if account.phone else "", account.email))
    return say("contact-us-reached", how=how) if how else say("contact-us-unreached", name=account.name)
