"""All that a customer is found by, kept true in the transaction that changes it: its names, code, projects and models.

Whose it is stands in records of its own, which are searched beside (`storage.records.customer_lists`).
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select, update

from domain.base.searching import customer_text
from storage.engine.statements import fixed
from storage.tables.customers import customers
from storage.tables.follow_ups import projects
from storage.tables.names import names

_CUSTOMER = fixed(
    select(customers.c.name, customers.c.credit_code, customers.c.profile, customers.c.find).where(
        customers.c.id == bindparam("customer")
    )
)
_CALLED = fixed(
    select(names.c.raw).where(names.c.customer_id == bindparam("customer")).order_by(names.c.alias, names.c.id)
)
_PROJECTS = fixed(
    select(projects.c.told)
    .where(projects.c.customer_id == bindparam("customer"), projects.c.gone.is_(False))
    .order_by(projects.c.changed_at.desc())
)
_KEEP = fixed(update(customers).where(customers.c.id == bindparam("customer")).values(find=bindparam("find")))


def refresh(conn: Connection, customer_id: int) -> None:
    """Called by whoever changes one of them."""
    this = {"customer": customer_id}
    row = conn.execute(_CUSTOMER, this).one()
    called = conn.execute(_CALLED, this).scalars()
    told = conn.execute(_PROJECTS, this).scalars()
    mcus = row.profile["mcus"] if row.profile is not None else ""
    found = customer_text(row.name, row.credit_code, called, mcus, ((each["name"], each["mcu"]) for each in told))
    if found != row.find:
        conn.execute(_KEEP, {**this, "find": found})
