"""下次拜访: planned, put off, called off, listed. Absent: the reminder's line (`dialogs.reminders`)."""
