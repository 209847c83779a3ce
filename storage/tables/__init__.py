"""The schema, one module per matter. Absent: how rows are read and written (the repositories), and how the schema came
to be what it is (`storage.migrations`).

Importing the package fills `storage.engine.metadata.metadata`.
"""

from storage.tables import (
    approvals,
    chats,
    contracts,
    customers,
    deployment,
    deputies,
    direct,
    events,
    follow_ups,
    imports,
    jobs,
    names,
    orders,
    people,
    petitions,
    pool,
    protection,
    queues,
    registration,
    reminders,
    reports,
)

__all__ = [
    "approvals",
    "chats",
    "contracts",
    "customers",
    "deployment",
    "deputies",
    "direct",
    "events",
    "follow_ups",
    "imports",
    "jobs",
    "names",
    "orders",
    "people",
    "petitions",
    "pool",
    "protection",
    "queues",
    "registration",
    "reminders",
    "reports",
]
