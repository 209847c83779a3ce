"""Contracts of a fiscal year (渠道签约; docs/contracts.md). Absent: their questions (`dialogs.contracts.pages`) and how their documents
look (`notifications.jobs.working`).
"""
