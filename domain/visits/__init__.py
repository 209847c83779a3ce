"""下次拜访: when somebody goes to a customer next (docs/visits.md). Absent: what he tells of it afterwards (`domain.follow_ups`)."""
