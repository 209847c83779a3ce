"""Business rules and use-cases of a channel's sales desk.

Deliberately absent: Telegram, SQL, the clock (`now` comes with the `Work`), chance (secrets come with it too), any
I/O beyond reading the data files that this package brings, and any wording for users: refusals and events carry
facts, the catalogues of `dialogs` turn them into sentences.

A matter has its records and its port (a Protocol that storage fulfils) in a module named by the noun (`people`,
`customers`, `approvals`), its use-cases in one named by the activity (`joining`, `reporting`, `deciding`).
"""
