"""Business rules and use-cases of a channel's sales desk.

Deliberately absent: Telegram, SQL, the clock (`now` comes with the `Work`), chance (secrets come with it too), any
I/O beyond reading the data files that this package brings, and any wording for users: refusals and events carry
facts, the catalogues of `dialogs` turn them into sentences.

A matter is a package of its name: its records and its port (a Protocol that storage fulfils) in `records`, its use-cases in
modules named by the activity (`joining`, `reporting`, `deciding`), what screens ask of it in `views`. What every matter
stands on is in `base`; packages form no circle.
"""
