"""Lists that somebody sent, read alike whatever they are of: customers, agencies, people, MCU models.

    cells      what stands in a cell, as somebody would have typed it
    sheets     a sheet as its file tells it: rows of cells, what is merged and what is hidden
    matter     what a list is about: its fields, the words for each, what mustn't be missing
    headings   where the heading stands, and which column is which
    rivals     of several columns that would mean the same, the one whose cells can
    reading    the rows below it by field, and everything that has to be told of what was left out

What isn't understood is named, never dropped: a `ListReport` holds it. Pure; deliberately absent are file formats
(`notifications.documents.sheets`), wording (`dialogs.lists`), and what may be taken in (each matter's own checks).
"""
