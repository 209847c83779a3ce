"""How what was said goes out: the relay at Telegram's pace, mail, pictures. Absent: who hears of what (`notifications.hearing`)."""
