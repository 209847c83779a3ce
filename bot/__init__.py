"""The outside: drivers towards Telegram, the inbox side, the desk that serves one update, settings, the command line.

It wires everything to everything and is the only package that knows all the others. Deliberately absent: rules (the
domain's), words (the dialogs'), SQL (storage's), and any state that a restart would lose.
"""
