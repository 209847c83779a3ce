"""The outside towards Telegram: the JSON's meaning by tables, both drivers by one contract over HTTP against the sandbox."""
