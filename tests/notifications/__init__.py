"""The relay against a chat that misbehaves, over the real outbox. Absent: words (`tests/dialogs`), HTTP (`tests/drivers`)."""
