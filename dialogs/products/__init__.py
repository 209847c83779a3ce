"""Questions for product domains and MCU models, and the table of domains. Absent: rules (`domain.products`)."""
