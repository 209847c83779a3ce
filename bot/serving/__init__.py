"""The way of an update: received, stored, worked at the desk, answered. Absent: either library of Telegram's (`bot.drivers`)."""
