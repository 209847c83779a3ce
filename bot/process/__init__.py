"""One process from start to end: serving, ticking, working jobs. Absent: what an update means (`bot.serving`)."""
