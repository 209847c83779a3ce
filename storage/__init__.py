"""Everything that must outlive the process: records, conversations, inbox, outbox, files, on SQLite or PostgreSQL.

`database.Database` is the one door; repositories are plain functions of a `sqlalchemy.Connection`, written once for both
databases. Absent: business rules (`domain`), what is said (`dialogs`), to whom and when (`notifications`), and any clock.
"""
