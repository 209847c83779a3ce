"""What a text is after Telegram took it: its markup read (HTML, Markdown, MarkdownV2), trimmed, measured, links found.

`content` is the door; `html`, `markdown` and `markdown_v2` each read one dialect, `given` what came as entities, `found`
finds what nobody marked, `rendered` shows it on the page. Offsets and lengths of entities are UTF-16 units. Deliberately absent: rich messages, and bank cards among what is found.
"""
