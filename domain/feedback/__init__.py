"""反馈: a problem that somebody sends to the administrators, and their answers. Absent: threads themselves (`domain.threads`)."""
