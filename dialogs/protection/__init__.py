"""Keeping a customer, and the resource pool. Absent: rules (`domain.protection`)."""
