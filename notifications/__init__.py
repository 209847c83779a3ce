"""Who hears of what, and how it goes out: hearers of events, the relay, reminders, jobs, mail, documents, the schedule.

Deliberately absent: SQL (ports are Protocols here, storage fulfils them), Telegram (a `Messenger` is), rules, and any
memory of its own beyond pacing: what is to be sent and what is due stands in the database.
"""
