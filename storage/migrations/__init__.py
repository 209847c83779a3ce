"""How the schema came to be what it is, step by step (Alembic). Run by `storage.migrate`, which holds the lock.

Absent: any other way to change the schema.
"""
