"""Towards Telegram: one `Driver` over either library, and how long to wait when it is away. Absent: what an update means."""
