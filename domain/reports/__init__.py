"""Reporting a customer (docs/customers.md): the conflict check, the queue, what an approval makes of a report, merging.

Absent: who a customer is (`domain.customers`), and what is asked beside a report (`domain.petitions`).
"""
