"""Bots and libraries of others, which know nothing of the sandbox, talk to it as they would to Telegram."""
