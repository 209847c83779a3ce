"""How people come to their accounts: invitations by one-time link, and leaving (docs/people.md).

Nobody types a password into a chat. A link carries a random token, kept only as a hash; opening it shows what it is
for, and only 确认加入 uses it up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from domain.base.bilingual import translated
from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import Action, Belongs, demand, may
from domain.base.work import Work
from domain.people import coverage, heads
from domain.people.callings import demand_number_free
from domain.people.records import AGENCY_TYPES, WITH_US, Account, AccountState, AccountType, Agency, Invitation


@dataclass(frozen=True, kw_only=True)
class Invite:
    """The command behind the form 邀请. A vendor's person has a unit, an agency's person an agency."""

    name: str
    type: AccountType
    email: str
    phone: str = ""
    agency: int | None = None
    unit: int | None = None
    administrator: bool = False
    employee_number: str | None = None


@dataclass(frozen=True, kw_only=True)
class InviteAgain:
    """A new link into an account that exists: for a lost phone, or a link that ran out."""

    account: int


@dataclass(frozen=True, kw_only=True)
class Join:
    """Use a link up. Only the token's hash travels: the token itself is never kept, not even in a conversation."""

    token_hash: str
    chat: int


@dataclass(frozen=True, kw_only=True)
class UndoJoin:
    """撤销: the wrong person opened the link."""

    invitation: int


@dataclass(frozen=True, slots=True)
class InvitationLink:
    """The only place where the token is readable: it goes into one message and nowhere else."""

    account: Account
    token: str


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a link is for, before it is used."""

    account: Account
    company: str


@dataclass
class InvitationInvalid(Refusal):
    """Used, expired, revoked or never made: the asker learns only that it doesn't open anything."""


@dataclass
class AgencyClosed(Refusal):
    """Nobody is invited into an agency that isn't approved yet, or has ended."""

    agency: str


@dataclass(frozen=True, kw_only=True)
class PersonInvited(Event, subject="account"):
    account: int
    by: int | None
    again: bool


@dataclass(frozen=True, kw_only=True)
class PersonJoined(Event, subject="account"):
    account: int
    invitation: int
    invited_by: int | None


@dataclass(frozen=True, kw_only=True)
class BindingEnded(Event, subject="account"):
    """The old chat learns that the account is no longer linked to it, and why: `renewed` (somebody made a new link),
    `rebound` (it was opened in another chat), `left` (the account was deactivated)."""

    account: int
    chat: int
    why: str = "rebound"


@dataclass(frozen=True, kw_only=True)
class JoinUndone(Event, subject="account"):
    account: int
    chat: int | None


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def invite(work: Work, command: Invite) -> InvitationLink:
    """Make an account and a link into it. Raises `NotAllowed`, `EmployeeNumberTaken`."""
    agency_id, unit_id = _place(work, command)
    number = (command.employee_number or "").upper() if agency_id is None else ""
    demand_number_free(work, number, None)
    account = work.people.add_account(
        name=command.name,
        type=command.type,
        email=command.email,
        phone=command.phone,
        administrator=command.administrator,
        agency_id=agency_id,
        unit_id=unit_id,
        employee_number=number,
    )
    return _link(work, account, again=False)


def invite_first_administrator(work: Work, name: str) -> InvitationLink:
    """From the command line only: whoever can write the database may do this."""
    account = work.people.add_account(name=name, type=AccountType.MANAGER, administrator=True)
    return _link(work, account, again=False)


def invite_enrolled(work: Work, account_id: int) -> InvitationLink | None:
    """A link for somebody who came in with a list, from the command line only; older ones end. None: he has joined, or
    left, meanwhile."""
    account = work.people.account(account_id)
    if account.state is not AccountState.INVITED:
        return None
    work.people.revoke_invitations(account.id, work.now)
    return _link(work, account, again=False)


def invite_again(work: Work, command: InviteAgain) -> InvitationLink:
    """A new link ends the old binding at once. Raises `NotAllowed`, `NotFound`."""
    account = work.people.account(command.account)
    demand_manage(work, account)
    if account.state is AccountState.LEFT:
        raise NotFound("account")
    if account.agency_id is not None:
        demand_open(work.people.agency(account.agency_id))
    if account.chat_id is not None:
        work.people.bind(account.id, None, AccountState.INVITED)
        work.events.record(BindingEnded(account=account.id, chat=account.chat_id, why="renewed"))
    work.people.revoke_invitations(account.id, work.now)
    return _link(work, account, again=True)


def preview(work: Work, token_hash: str) -> Welcome:
    """What the link is for; uses nothing up. Raises `InvitationInvalid`."""
    account = work.people.account(_valid(work, token_hash).account_id)
    return Welcome(account, company_of(work, account))


def join(work: Work, command: Join) -> Account:
    """Use the link up: the account is linked to this chat user. Raises `InvitationInvalid`."""
    invitation = _valid(work, command.token_hash, lock=True)
    before = work.people.account(invitation.account_id).chat_id
    if before is not None and before != command.chat:
        work.events.record(BindingEnded(account=invitation.account_id, chat=before, why="rebound"))
    work.people.use_invitation(invitation.id, work.now)
    work.people.bind(invitation.account_id, command.chat, AccountState.ACTIVE)
    account = work.people.account(invitation.account_id)
    work.events.record(PersonJoined(account=account.id, invitation=invitation.id, invited_by=invitation.invited_by))
    if account.type is AccountType.MANAGER and account.unit_id is not None:
        unit = work.people.unit(account.unit_id)
        if heads.head(work, unit) is None:
            heads.appoint(work, unit, account.id)
    return account


def undo_join(work: Work, command: UndoJoin) -> Account:
    """The link went to the wrong person. Who came by a later link isn't meant. Raises `NotAllowed`, `NotFound`."""
    invitation = work.people.invitation(command.invitation)
    account = work.people.account(invitation.account_id)
    demand_manage(work, account)
    if account.chat_id is None or work.people.joined_by(account.id) != invitation.id:
        raise NotFound("invitation")
    work.people.bind(account.id, None, AccountState.INVITED)
    work.events.record(JoinUndone(account=account.id, chat=account.chat_id))
    return work.people.account(account.id)


@dataclass(frozen=True, slots=True)
class Former:
    """Whose account the chat had last. `left`: it was deactivated, else it is bound elsewhere, or to be bound anew."""

    name: str
    company: str
    left: bool


def former(work: Work) -> Former | None:
    """For somebody who has no account in this chat any more."""
    account = work.people.last_of_chat(work.chat_id)
    if account is None or account.chat_id == work.chat_id:
        return None
    return Former(account.name, company_of(work, account), account.state is AccountState.LEFT)


@dataclass(frozen=True, slots=True)
class Face:
    """Who sits in an account's chat, as the messenger calls him. `elsewhere`: the same chat holds an account of another
    agency, or of an agency at all where this one is the vendor's; of which isn't told."""

    name: str
    username: str | None
    elsewhere: bool


def face(work: Work, account_id: int) -> Face | None:
    """For whoever manages the person; None while nobody has joined. Raises `NotAllowed`, `NotFound`."""
    account = work.people.account(account_id)
    demand_manage(work, account)
    if account.chat_id is None:
        return None
    name, username = work.people.called_in_chat(account.chat_id)
    others = [each.agency_id for each in work.people.accounts_of_chat(account.chat_id) if each.id != account.id]
    return Face(name, username, any(each is not None and each != account.agency_id for each in others))


def company_of(work: Work, account: Account) -> str:
    """The agency's name, or the vendor's for its own people."""
    return (
        work.people.agency(account.agency_id).called
        if account.agency_id is not None
        else translated(work.policy.vendor)
    )


def demand_manage(work: Work, account: Account) -> None:
    """Whether the actor may manage this person. Raises `NotAllowed`."""
    if account.administrator:
        demand(work.actor, Action.GRANT_ADMINISTRATOR)
    if account.agency_id is not None:
        agency = work.people.agency(account.agency_id)
        action = Action.MANAGE_OWNERS if account.type is AccountType.OWNER else Action.MANAGE_AGENCY_PEOPLE
        demand(work.actor, action, Belongs(frozenset(), agency.id, agency.unit_id))
    else:
        demand(work.actor, Action.MANAGE_VENDOR_PEOPLE, Belongs(frozenset(), None, account.unit_id))


def may_manage(work: Work, account: Account) -> bool:
    """Whether `demand_manage` lets the actor."""
    try:
        demand_manage(work, account)
    except NotAllowed:
        return False
    return True


def invited_into(work: Work, agency_id: int) -> Agency:
    """The agency that the actor invites people into. Raises `NotAllowed`, `NotFound`, `AgencyClosed`."""
    agency = work.people.agency(agency_id)
    if not agency_types(work, agency.id):
        raise NotAllowed(Action.MANAGE_AGENCY_PEOPLE.value)
    demand_open(agency)
    return agency


def agency_types(work: Work, agency_id: int) -> tuple[AccountType, ...]:
    """The account types that the actor may invite into this agency."""
    agency = work.people.agency(agency_id)
    belongs = Belongs(frozenset(), agency.id, agency.unit_id)
    owners = may(work.actor, Action.MANAGE_OWNERS, belongs)
    people = may(work.actor, Action.MANAGE_AGENCY_PEOPLE, belongs)
    return tuple(each for each in AGENCY_TYPES if (owners if each is AccountType.OWNER else people))


def _place(work: Work, command: Invite) -> tuple[int | None, int | None]:
    """Where the invited person belongs, after the rights table agreed."""
    if command.administrator:
        demand(work.actor, Action.GRANT_ADMINISTRATOR)
    if command.type is AccountType.MANAGER:
        unit_id = coverage.there(work, command.unit).id if command.unit is not None else None
        if unit_id is None and not command.administrator:
            raise NotFound("unit")
        demand(work.actor, Action.MANAGE_VENDOR_PEOPLE, Belongs(frozenset(), None, unit_id))
        return None, unit_id
    agency = work.people.agency(command.agency if command.agency is not None else work.actor.agency_id or 0)
    action = Action.MANAGE_OWNERS if command.type is AccountType.OWNER else Action.MANAGE_AGENCY_PEOPLE
    demand(work.actor, action, Belongs(frozenset(), agency.id, agency.unit_id))
    demand_open(agency)
    return agency.id, None


def demand_open(agency: Agency) -> None:
    if agency.state not in WITH_US:
        raise AgencyClosed(agency.called)


def _link(work: Work, account: Account, *, again: bool) -> InvitationLink:
    token = work.secret()
    by = work.account.id if work.account is not None else None
    work.people.add_invitation(
        account_id=account.id,
        token_hash=hashed(token),
        invited_by=by,
        created_at=work.now,
        expires_at=work.now + timedelta(hours=work.policy.people.invitation_hours),
    )
    work.events.record(PersonInvited(account=account.id, by=by, again=again))
    return InvitationLink(account, token)


def _valid(work: Work, token_hash: str, *, lock: bool = False) -> Invitation:
    invitation = work.people.invitation_by_hash(token_hash, lock=lock)
    if invitation is None or not invitation.open_at(work.now):
        raise InvitationInvalid
    if work.people.account(invitation.account_id).state is AccountState.LEFT:
        raise InvitationInvalid
    return invitation
