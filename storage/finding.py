"""All that a customer is found by, kept true in the transaction that changes it: its names, code, projects and models.

Whose it is stands in records of its own, which are searched beside (`storage.records.customer_lists`).
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from domain.searching import customer_text
from storage.tables.followups import projects
from storage.tables.names import names
from storage.tables.records import customers


def refresh(conn: Connection, customer_id: int) -> None:
    """Called by whoever changes one of them."""
    columns = (customers.c.name, customers.c.credit_code, customers.c.profile, customers.c.find)
    row = conn.execute(select(*columns).where(customers.c.id == customer_id)).one()
    called = select(names.c.raw).where(names.c.customer_id == customer_id).order_by(names.c.alias, names.c.id)
    living = (projects.c.customer_id == customer_id, projects.c.gone.is_(False))
    told = conn.execute(select(projects.c.told).where(*living).order_by(projects.c.changed_at.desc())).scalars()
    mcus = row.profile["mcus"] if row.profile is not None else ""
    found = customer_text(
        row.name, row.credit_code, conn.execute(called).scalars(), mcus, ((each["name"], each["mcu"]) for each in told)
    )
    if found != row.find:
        conn.execute(update(customers).where(customers.c.id == customer_id).values(find=found))
