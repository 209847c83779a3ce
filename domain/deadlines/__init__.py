"""What falls due over all matters, and sending it (docs/reminders.md). It stands above the matters and below what they bring about.

Absent: sending through the chat or by mail (`notifications`), and any clock that rings: what is due is a query.
"""
