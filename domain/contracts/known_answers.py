"""What a contract need not ask: what is known of the agency, what it said when it registered, what the contract before said."""

from __future__ import annotations

import re
from collections.abc import Mapping

from domain.base.identifiers import organisation_code_of
from domain.base.work import Work
from domain.contracts.records import Contract, ContractState, Json
from domain.people.records import Agency
from domain.registration.records import Company

OF_ONE_YEAR = ("accepts_letter", "fiscal_year", "distributor", "distributor_contact")
"""What belongs to one year alone and isn't taken over from the contract before."""

_HEAD = re.compile("(?<![副助])总经理(?!助理)|总裁(?!助理)|CEO|General Manager", re.IGNORECASE)


def known(work: Work, contract_id: int) -> Mapping[str, Json]:
    """What need not be asked: the contract's own answers, or else those of one of the year that was rejected, or of the newest
    approved one, with its documents, over what the agency's record says. JSON by question."""
    mine = work.contracts.get(contract_id)
    fresh: dict[str, Json] = {"contract": mine.id, "fiscal_year": mine.fiscal_year, "name": mine.name}
    if mine.profile:
        return {**mine.profile, **fresh}
    before = copied(work, mine)
    agency = work.people.agency(mine.agency_id)
    found = _of_agency(agency) | _of_registration(work, agency) | (dict(before.profile) if before is not None else {})
    for name in OF_ONE_YEAR:
        found.pop(name, None)
    return found | _of_today(agency, found) | fresh


def copied(work: Work, mine: Contract) -> Contract | None:
    """The contract whose answers and documents it began with: the last one of the year that was rejected, else the newest
    approved one of the years before."""
    of_year = work.contracts.of_year(mine.agency_id, mine.fiscal_year)
    rejected = next((each for each in of_year if each.state is ContractState.REJECTED), None)
    return rejected or work.contracts.newest_approved(mine.agency_id, mine.fiscal_year)


def _of_agency(agency: Agency) -> dict[str, Json]:
    found: dict[str, Json] = {"registered_name": agency.name, "province": agency.province, "city": agency.city}
    if agency.credit_code:
        found["credit_code"] = found["tax_number"] = agency.credit_code
        found["organisation_code"] = organisation_code_of(agency.credit_code)
    return {name: value for name, value in found.items() if value}


def _of_today(agency: Agency, told: Mapping[str, Json]) -> dict[str, Json]:
    """What was signed or registered under a former name or code goes by today's, whoever looked after the agency by who does."""
    found: dict[str, Json] = {name: agency.name for name, value in told.items() if value in agency.former_names}
    found["registered_name"] = agency.name
    if agency.manager_id is not None:
        found["manager"] = int(agency.manager_id)
    if agency.credit_code:
        coded = ("credit_code", "tax_number", "organisation_code")
        found |= {name: value for name, value in _of_agency(agency).items() if name in coded}
    return found


def _of_registration(work: Work, agency: Agency) -> dict[str, Json]:
    """What the agency said of itself when it registered, and has put right since."""
    registered = work.registrations.of_agency(agency.id)
    if registered is None:
        return {}
    said = registered.company
    changed = agency.phone if agency.phone not in (said.phone, said.mobile) else ""
    phone, address = changed or said.phone or said.mobile, agency.address or said.address
    found: dict[str, Json] = {
        "credit_code": said.credit_code,
        "organisation_code": said.organisation_code,
        "tax_number": said.tax_number,
        "province": said.province,
        "city": said.city,
        "office_address": address,
        "registered_address": address,
        "contact_position": said.position,
        "contact_phone": phone,
        "phone": phone,
        "fax": said.fax,
        "recipient_fax": said.fax,
        "invoice_name": said.name,
        "invoice_address": address,
        "invoice_contact": agency.contact or said.contact,
        "invoice_phone": phone,
        "delivery_name": said.name,
        "delivery_address": address,
    }
    return {name: value for name, value in found.items() if value}


def registered(work: Work, contract_id: int) -> Company | None:
    """What the contract's agency said of itself when it registered; None of one that a manager set up."""
    found = work.registrations.of_agency(work.contracts.get(contract_id).agency_id)
    return found.company if found is not None else None


def general_manager(work: Work, contract_id: int) -> Company | None:
    """The same, where whoever registered called himself the company's head."""
    said = registered(work, contract_id)
    return said if said is not None and _HEAD.search(said.position) else None
