"""Appeals (申诉) and corrections (更正) as use-cases and queries (docs/customers.md). Absent: their records and port, which the
queue looks at, too (`domain.customers.petitions`).
"""
