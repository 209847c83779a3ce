"""The index of customers' names, and all that a customer is found by. Absent: what is alike (`domain.names`)."""
