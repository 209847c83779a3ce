"""Reporting a customer (docs/customers.md): the conflict check, the queue, settling what is approved, merging.

Absent: who a customer is (`domain.customers`), and what is asked beside a report (`domain.petitions`).
"""
