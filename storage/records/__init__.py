"""The repositories of the business records: each fulfils a port of `domain` over one transaction's connection.

Deliberately absent: rules. A repository reads, writes, locks and filters by a `Reach`; what may be done is decided
in `domain`, what must be unique is a constraint of `storage.tables`.
"""
