"""What stands below everything that is due: reminders as records, and the moments in which something is told.

Absent: what is due (`domain.deadlines`, which knows the matters).
"""
