"""Orders as rows: contracts with lines, batches, deliveries, cards and lists. Absent: who may see whose (`domain.orders.scope`)."""
