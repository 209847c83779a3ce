"""The schema, one module per matter. Absent: how rows are read and written (the repositories), and how the schema came
to be what it is (`storage.migrations`).

Importing the package fills `storage.metadata.metadata`.
"""

from storage.tables import (
    chats,
    contracts,
    deputies,
    direct,
    followups,
    imports,
    jobs,
    names,
    orders,
    pool,
    protection,
    queues,
    records,
    registrations,
    reminders,
)

__all__ = [
    "chats",
    "contracts",
    "deputies",
    "direct",
    "followups",
    "imports",
    "jobs",
    "names",
    "orders",
    "pool",
    "protection",
    "queues",
    "records",
    "registrations",
    "reminders",
]
