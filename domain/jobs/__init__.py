"""Jobs: what takes too long for a step, put, looked at, paused, cancelled. Absent: working them (`notifications.jobs.working`)."""
