"""Orders in the chat: by message, by dialog, by file; what was logged. Rules are `domain.orders`'s."""
