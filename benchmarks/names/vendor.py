"""An invented vendor: its units, agencies, and their people."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from storage.tables.people import accounts, agencies, units

AGENCIES, UNITS, SALESPEOPLE = 500, 8, 9


def lay_people(conn: Connection) -> None:
    conn.execute(insert(units), [{"id": each, "name": f"单位{each}", "kind": "region"} for each in range(1, UNITS + 1)])
    conn.execute(
        insert(agencies),
        [
            {"id": each, "name": f"代理商{each}有限公司", "state": "active", "unit_id": each % UNITS + 1}
            for each in range(1, AGENCIES + 1)
        ],
    )
    vendor = [
        {"id": 1, "name": "管理员", "type": "manager", "administrator": True, "unit_id": None},
        {"id": 2, "name": "经理", "type": "manager", "administrator": False, "unit_id": 1},
    ]
    conn.execute(insert(accounts), [{**each, "state": "active", "agency_id": None} for each in vendor])
    conn.execute(
        insert(accounts),
        [
            {"id": account_of(agency, place), "name": f"人{agency}-{place}", "type": "salesperson" if place else "owner",
             "administrator": False, "unit_id": None, "state": "active", "agency_id": agency}
            for agency in range(1, AGENCIES + 1)
            for place in range(SALESPEOPLE + 1)
        ],
    )  # fmt: skip


def account_of(agency: int, place: int) -> int:
    return 10 + agency * 10 + place
