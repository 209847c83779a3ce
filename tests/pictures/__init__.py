"""Pictures of the sandbox, for 帮助 and the README: `make pictures` takes them, and they carry the words that they show.

Whoever changes a wording that stands in one of them is told so by `test_pictures`, which lives the same stories without a browser.
Absent: what a picture of figures looks like (`tests/documents`).
"""
