"""人员管理: who works here, invitations by one-time link; for the vendor also its units."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Heard, Open, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, say
from dialogs.leaving.handing_over import things
from dialogs.shared.words import BACK, HOME, button, numbered, opens, page_in, pages, phone, type_of
from domain.base import searching
from domain.base.rights import Action, may
from domain.home import views
from domain.leaving import handing_over, staffing
from domain.people import correcting_persons, joining
from domain.people import views as people_views
from domain.people.records import WITH_US, Account, AccountState, Agency

A_PAGE = 6


class People(Page):
    """The entry: an agency's owner sees his people, the vendor's people choose what to look at."""

    name = "people"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        me = ask(views.me).account
        if me.agency_id is not None:
            agency, people = ask(people_views.people_of_agency, None)
            file = opens(say("own-agency-key"), "agency")
            return _people(people, args, say("people-title"), (*_inviting(agency), file))
        rows: list[Row] = []
        if may(me, Action.MANAGE_AGENCIES):
            rows.append((opens(say("agencies-entry"), "agencies"), opens(say("vendor-entry"), "vendor_people")))
        if may(me, Action.SET_DEPUTY):
            rows.append((opens(say("deputies-entry"), "deputies"),))
        if may(me, Action.MANAGE_UNITS):
            rows.append((opens(say("units-entry"), "units"),))
        return Screen((say("people-title"), say("people-vendor-hint")), (*rows, (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({**args, "page": page_in(act.args)})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        own = ask(views.me).account.agency_id is not None
        return _named(ask(people_views.people_of_agency, None)[1], said) if own else None


class VendorPeople(Page):
    """The vendor's own people: managers of the reader's unit, or everybody for an administrator."""

    name = "vendor_people"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        invite = (opens(say("invite-manager-key"), "invite_manager"),)
        return _people(ask(people_views.vendor_people), args, say("vendor-title"), invite)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({**args, "page": page_in(act.args)})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return _named(ask(people_views.vendor_people), said)


class AgencyPeople(Page):
    """An agency's people, for its manager."""

    name = "agency_people"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        agency, people = ask(people_views.people_of_agency, _id(args, "agency"))
        return _people(people, args, say("agency-title", name=agency.name), _inviting(agency))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({**args, "page": page_in(act.args)})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return _named(ask(people_views.people_of_agency, _id(args, "agency"))[1], said)


def _named(people: Sequence[Account], said: Heard) -> Turn | None:
    """The one whose name is written; else it is for whoever understands it."""
    asked = searching.words(said.line) if isinstance(said, Typed) else ()
    found = [
        each for each in people if asked and each.state is not AccountState.LEFT and searching.fits(each.name, asked)
    ]
    return Open("person", {"account": found[0].id}) if len(found) == 1 else None


class Person(Page):
    """One person, by default the reader himself: his data, a new link (which ends the old binding at once), what he holds."""

    name = "person"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        account, managed = _whose(args, ask)
        lines: list[Wording] = [
            say("strong", text=account.name),
            say("person-line", type=type_of(account), state=say(f"account-{account.state.value}")),
        ]
        known = (
            ("employee-number", account.employee_number),
            ("email", account.email),
            ("phone", phone(account.phone) if account.phone else ""),
        )
        lines += [say("fact", label=say(f"correct-person-{label}"), value=value) for label, value in known if value]
        if managed:
            lines += [*_face(account, ask), *_holds(account, ask)]
        if args.get("sure") is True:
            lines.append(say("person-again-warning"))
            return Screen(
                tuple(lines), ((button("person-again-sure", "again_sure"),), (button("keep-key", "keep"), HOME))
            )
        return Screen(tuple(lines), (*_acts(account, ask, managed=managed), (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        account_id = int(_whose(args, ask)[0].id)
        match act.verb:
            case "again":
                bound = ask(people_views.person, account_id).state is AccountState.ACTIVE
                return Show({**args, "sure": True}) if bound else Run(joining.InviteAgain(account=account_id))
            case "again_sure":
                return Run(joining.InviteAgain(account=account_id))
            case "administrator":
                given = ask(people_views.person, account_id).administrator
                return Run(staffing.SetAdministrator(account=account_id, administrator=not given))
            case _:
                return Show({"account": account_id})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        whose: Args = {"account": int(_whose(args, ask)[0].id)}
        if isinstance(result, bool):
            return Show(whose, toast=say("agency-state-set"))
        return Show(whose, notice=(say("link-follows"),))


class Joined(Page):
    """Pushed to the inviter: who joined, with 撤销."""

    name = "joined"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        account = ask(people_views.person, _id(args, "account"))
        if account.state is not AccountState.ACTIVE:
            key = "joined-left" if account.state is AccountState.LEFT else "joined-undone"
            return Screen((say(key, name=account.name),), ((HOME,),))
        line = say("joined-line", name=account.name, type=type_of(account))
        return Screen((line, *_face(account, ask)), ((button("joined-undo", "undo"), HOME),))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(joining.UndoJoin(invitation=_id(args, "invitation")))


def _whose(args: Args, ask: Ask) -> tuple[Account, bool]:
    """And whether the reader manages him."""
    account = ask(people_views.person, _id(args, "account") or ask(views.reader).id)
    return account, ask(people_views.manages, account.id)


def _face(account: Account, ask: Ask) -> tuple[Wording, ...]:
    """Who that is in the messenger, so that a link in the wrong hands is noticed."""
    face = ask(joining.face, account.id)
    if face is None:
        return ()
    called = f"{face.name} @{face.username}" if face.username else face.name
    line = say("fact", label=say("joined-face"), value=called or say("nothing"))
    return (line, say("joined-elsewhere")) if face.elsewhere else (line,)


def _holds(account: Account, ask: Ask) -> tuple[Wording, ...]:
    """What a colleague could be given."""
    if not ask(handing_over.may_hand_over, account.id):
        return ()
    _, held = ask(handing_over.holding, account.id)
    return (say("hand-over-holds", what=things(held.customers, held.reports)),)


def _people(people: Sequence[Account], args: Args, title: Wording, above: Row) -> Screen:
    page = min(page_in(args), max(0, (len(people) - 1) // A_PAGE))
    shown = people[page * A_PAGE : (page + 1) * A_PAGE]
    lines: list[Wording] = [title]
    numbers = []
    for place, account in enumerate(shown, page * A_PAGE + 1):
        state = say(f"account-{account.state.value}")
        lines.append(say("people-row", index=place, name=account.name, type=type_of(account), state=state))
        numbers.append(opens(str(place), "person", account=account.id))
    return Screen(tuple(lines), (above, *numbered(numbers), *pages(page, A_PAGE, len(people)), (BACK, HOME)))


def _acts(account: Account, ask: Ask, *, managed: bool) -> tuple[Row, ...]:
    """What the reader may do about this person; about himself only his data, and a new link."""
    if account.state is AccountState.LEFT:
        return ()
    rows: list[Row] = []
    if ask(correcting_persons.may_correct, account):
        rows.append((opens(say("correct-person-key"), "correct_person", account=account.id),))
    if not managed:
        return tuple(rows)
    rows.append((button("person-again", "again"),))
    if account.id == ask(views.reader).id:
        return tuple(rows)
    if ask(handing_over.may_hand_over, account.id):
        rows.append((opens(say("hand-over-key"), "hand_over", account=account.id),))
    row: list[Button] = []
    if ask(staffing.types_for, account.id):
        row.append(opens(say("change-type-key"), "change_type", account=account.id))
    if account.unit_id is not None and ask(staffing.can_grant):
        row.append(button("administrator-take" if account.administrator else "administrator-give", "administrator"))
    row.append(opens(say("deactivate-key"), "deactivate", account=account.id))
    return (*rows, tuple(row))


def _inviting(agency: Agency) -> Row:
    """Nobody is invited into an agency that isn't with us."""
    return (opens(say("invite-key"), "invite_person", agency=agency.id),) if agency.state in WITH_US else ()


def _id(args: Args, name: str) -> int:
    value: Json = args.get(name)
    return value if isinstance(value, int) else 0
