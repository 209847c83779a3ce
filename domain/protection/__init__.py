"""Keeping a customer and losing it (docs/protection.md).

    clock            what each stage grants and how long it lasts: pure, on days
    records, pool    who holds what, what is asked for it, what lies in the pool
    stages           the clock on the records
    protecting       extensions, giving up; `releasing` the one way out, `claiming` the way out of the pool

Absent: who gets a customer in the first place (`domain.reports`), and reminding of the end (`domain.deadlines`).
"""
