"""A vendor's year, lived day by day by the real duties of a tick; and what a sweep costs at a million customers.

    python -m benchmarks.year [--quick] [--only year|sweep] [--days N] [--part N] [--no-postgres] [--no-sqlite]

500 agencies, 5,000 people, 100,000 customers of which 30,000 are protected at a time (an agency may hold a hundred). Each
day most reports are written, some ask for an extension, which is decided sooner or later, mass production is reviewed,
released customers find new holders, forms are left half filled in, people block the bot and come back, each month something
is announced. There are outages of three days, days on which nothing can be sent, days with two schedulers at once, and a
clock that is set back an hour.

Held at each tick: who is released is exactly who is past the last day with nothing undecided; nobody has several digests
to come. Held at the end: every
reminder has ended as sent, superseded, obsolete or unreachable; whatever was sent stood in exactly one digest; every
announcement has reached everybody who can be reached. Absent: the relay (what waits in the outbox counts as sent), and how
people would use the screens.
"""

from benchmarks.year.run import main

__all__ = ["main"]
