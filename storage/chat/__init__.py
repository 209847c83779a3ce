"""What stands in the chats: inbox, outbox, conversations, drafts, cards. Absent: business records (`storage.records`)."""
