"""A strict Telegram for one machine: Bot API, a page with phones side by side, and an interface for scripts.

It emulates Telegram and nothing else: it knows no customer, agency or dialog, imports none of the project's other
packages, and treats the bot as a stranger who talks HTTP. Deliberately absent: groups and channels,
payments, inline mode, TLS, and any access from outside the loopback address.
"""
