"""What the bot says and asks: a folder a matter, a file a dialog, its wording under `locales/` by the same stems.

Deliberately absent: Telegram, SQL, rules. A dialog asks the domain (`ask(views.badges)`), shows screens made of
`core.screen`'s words, and ends in a command of the domain. `core` walks forms and keeps conversations; `registry`
lists the dialogs.
"""
