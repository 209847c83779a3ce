"""Follow-up reports and what is said about them (docs/follow-ups.md), and how projects move by them. Absent: reminding of a report
that is late (`domain.deadlines`).
"""
