"""Projects of customers: records, port, and lists over all customers. Absent: how they move (`domain.follow_ups.progress`)."""
