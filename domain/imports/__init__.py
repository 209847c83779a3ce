"""Lists of existing customers, agencies, people, the vendor's own accounts: checked row by row, asked about, taken in.

Absent: reading a list's cells (`domain.lists`), files (`notifications.jobs.working`), orders from files (`domain.orders.listing`).
"""
