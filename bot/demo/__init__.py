"""The demo's data: the cast, and a month that it has lived. Absent: the page and the Bot API under it (`bot.sandbox`)."""
