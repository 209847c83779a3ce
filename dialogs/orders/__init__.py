"""Orders in the chat: by message, by dialog, by file; what was logged, and the day's sheet.

Absent: rules, reading of messages and all that may be refused (`domain.orders`)."""
