"""Follow-up reports and what is said about them (docs/followups.md), and how projects move by them. Absent: reminding of a report
that is late (`domain.due`).
"""
